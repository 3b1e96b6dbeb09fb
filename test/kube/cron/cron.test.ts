import fc from 'fast-check';
import {
  cronComplaint,
  cronSentence,
  parseCron,
  timeZoneComplaint,
  tryCron,
  tryDuration,
} from '../../../lib/kube/cron';

const ODD_BUT_ACCEPTED = [
  '1,,2 * * * *',
  '+1 * * * *',
  '*/61 * * * *',
  ', * * * *',
  '*-5 * * * *',
  '? ? ? ? ?',
  '007 * * * *',
  '  0  0 * * *  ',
  '0\t0 * * *',
  '5/15 * * * *',
  '0 0 31 2 *',
  '0 0 * JAN-mar Sun',
  '@every 1h',
  '@every -1h',
  '@every 0',
  '@every 1.5h30m',
  '@hourly',
  '@midnight',
];

test.each(ODD_BUT_ACCEPTED)('%j is accepted', (text) => {
  expect(cronComplaint(text)).toBeUndefined();
  expect(tryCron(text)).toEqual(parseCron(text));
});

test.each([
  '',
  ' ',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * 32 * *',
  '* * * 13 *',
  '* * * * 7',
  '* * * * MONDAY',
  '* * * january *',
  '-1 * * * *',
  '5-1 * * * *',
  '1-2-3 * * * *',
  '*/0 * * * *',
  '*/-1 * * * *',
  '*/2/3 * * * *',
  '1.5 * * * *',
  'a * * * *',
  'MON * * * *',
  '* * * L *',
  '@Hourly',
  '@hourly ',
  ' @hourly',
  '@reboot',
  '@every',
  '@every ',
  '@every 1',
  '@every 1d',
  '@every 1h ',
  'TZ=Europe/Paris 0 0 * * *',
  'CRON_TZ=UTC 0 0 * * *',
])('%j is refused', (text) => {
  expect(cronComplaint(text)).toBeDefined();
  expect(tryCron(text)).toBeUndefined();
  expect(() => parseCron(text)).toThrow(SyntaxError);
});

test('a complaint names the field', () => {
  expect(cronComplaint('0 0 * * 7')).toContain('day of week "7"');
});

test('fields hold the values at which they fire', () => {
  const schedule = parseCron('5/20 1-7/3 * feb,4 *');
  expect(schedule.kind === 'fields' && schedule.fields.map(({ values }) => values.length)).toEqual([3, 3, 31, 2, 7]);
  expect(schedule.kind === 'fields' && schedule.fields[0]?.values).toEqual([5, 25, 45]);
  expect(schedule.kind === 'fields' && schedule.fields.map(({ open }) => open)).toEqual([
    false,
    false,
    true,
    false,
    true,
  ]);
});

test.each([
  ['15 3 * * *', 'at 03:15 every day'],
  ['0 0 1 1 *', 'at 00:00 on day 1 of the month in January'],
  ['*/5 * * * *', 'every 5 minutes'],
  ['* * * * *', 'every minute'],
  ['30 * * * *', 'at minute 30 of every hour'],
  ['0 9,17 * * 1-5', 'at 09:00 and 17:00 on Monday, Tuesday, Wednesday, Thursday and Friday'],
  ['*/15 9-17 * * *', 'every 15 minutes during hours 9 to 17'],
  ['0 0 13 * 5', 'at 00:00 on day 13 of the month and on Friday'],
  ['@weekly', 'at 00:00 on Sunday'],
  ['@every 90m', 'every 1 hour and 30 minutes'],
  ['@every -1h', 'every 1 second'],
  [', * * * *', 'never'],
  ['0 7 * * 8', undefined],
])('%s reads "%s"', (text, sentence) => {
  expect(cronSentence(text)).toBe(sentence);
});

test('no text makes it throw', () => {
  const part = fc.constantFrom('*', '?', '1', '59', '7', 'mon', ',', '-', '/', '+', '2', ' ', '@every ', 'h', 'TZ=');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (text) => {
        expect(cronSentence(text) === undefined).toBe(cronComplaint(text) !== undefined);
      },
    ),
  );
});

test.each([
  ['1h30m', 5_400_000_000_000n],
  ['-1.5s', -1_500_000_000n],
  ['.5ms', 500_000n],
  ['1.m', 60_000_000_000n],
  ['0', 0n],
  ['+0', 0n],
  ['2562047h', 9_223_369_200_000_000_000n],
  ['2562048h', undefined],
  ['.s', undefined],
  ['1', undefined],
  ['', undefined],
  ['1h 1m', undefined],
])('the duration %j is %s nanoseconds', (text, nanoseconds) => {
  expect(tryDuration(text)).toBe(nanoseconds);
});

test.each([
  'Europe/Paris',
  'UTC',
  'Etc/UTC',
  'Etc/GMT+5',
  'US/Eastern',
  'Asia/Calcutta',
  'Asia/Kolkata',
  'Europe/Kyiv',
])('%s is a time zone', (name) => {
  expect(timeZoneComplaint(name)).toBeUndefined();
});

test.each(['', 'Local', 'local', 'utc', 'europe/paris', 'Europe/Berlin ', 'CEST', '+01:00', '../UTC', 'Mars/Olympus'])(
  '%j is none',
  (name) => {
    expect(timeZoneComplaint(name)).toBeDefined();
  },
);

test('a wrong case is answered with the right one', () => {
  expect(timeZoneComplaint('europe/paris')).toContain('"Europe/Paris"');
});
