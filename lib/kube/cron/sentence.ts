import type { CronField } from './fields';
import { tryCron, type CronSchedule } from './schedule';

/** A schedule in words: `at 03:15 every day`, `every 5 minutes`; undefined where Kubernetes would refuse it. */
export function cronSentence(text: string): string | undefined {
  const schedule = tryCron(text);
  return schedule === undefined ? undefined : sentence(schedule);
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MOST_TIMES = 6;

function sentence(schedule: CronSchedule): string {
  if (schedule.kind === 'every') return `every ${interval(schedule.nanoseconds)}`;
  const [minute, hour, day, month, weekday] = schedule.fields;
  if (!minute || !hour || !day || !month || !weekday) return 'never';
  if (neverFires(minute, hour, day, month, weekday)) return 'never';
  const months = month.open ? '' : `in ${list(month.values.map((value) => MONTHS[value - 1] ?? ''))}`;
  return [times(minute, hour), days(day, weekday, isClock(minute, hour)), months]
    .filter((part) => part !== '')
    .join(' ');
}

/** Days restrict each other where one of them stands open, and add up where neither does. */
function neverFires(minute: CronField, hour: CronField, day: CronField, month: CronField, weekday: CronField): boolean {
  const noDay =
    day.open || weekday.open
      ? day.values.length === 0 || weekday.values.length === 0
      : day.values.length + weekday.values.length === 0;
  return noDay || [minute, hour, month].some(({ values }) => values.length === 0);
}

/** Go rounds down to seconds, and up to one. */
function interval(nanoseconds: bigint): string {
  const seconds = nanoseconds < 1_000_000_000n ? 1 : Number(nanoseconds / 1_000_000_000n);
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ];
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return list(words);
}

function isClock(minute: CronField, hour: CronField): boolean {
  return minute.values.length * hour.values.length <= MOST_TIMES;
}

function times(minute: CronField, hour: CronField): string {
  if (isClock(minute, hour)) {
    const clock = hour.values.flatMap((h) => minute.values.map((m) => `${padded(h)}:${padded(m)}`));
    return `at ${list(clock)}`;
  }
  const hours = hour.values.length === 24 ? '' : ` during ${many('hour', hour)}`;
  const step = stepOf(minute, 60);
  if (step === 1) return `every minute${hours}`;
  if (step !== undefined) return `every ${step} minutes${hours}`;
  return `at ${many('minute', minute)}${hours === '' ? ' of every hour' : hours}`;
}

/** The distance of values that go round evenly from 0: 15 for 0, 15, 30, 45. */
function stepOf({ values }: CronField, round: number): number | undefined {
  const step = round / values.length;
  return values.length > 1 && values.every((value, position) => value === position * step) ? step : undefined;
}

function days(day: CronField, weekday: CronField, isDaily: boolean): string {
  const onDays = `on ${many('day', day)} of the month`;
  const onWeekdays = `on ${list(weekday.values.map((value) => DAYS[value] ?? ''))}`;
  if (day.open && weekday.open) return isDaily ? 'every day' : '';
  if (day.open) return onWeekdays;
  return weekday.open ? onDays : `${onDays} and ${onWeekdays}`;
}

function many(unit: string, { values }: CronField): string {
  const [first = 0] = values;
  const last = values.at(-1) ?? first;
  if (values.length > 2 && last - first === values.length - 1) return `${unit}s ${first} to ${last}`;
  return `${unit}${values.length === 1 ? '' : 's'} ${list(values.map(String))}`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}
