import { ExperimentPod, pod } from 'podwright';
import { experimentOf, lastDayOf } from '../../synth/header';
import { base, textOf } from '../support/shop';

test('the last day of an experiment can be read back from its file', () => {
  const text = textOf((shop) => {
    new ExperimentPod(shop, 'try', { purpose: 'tries DNS', deleteBy: '2027-01-31', pod: pod('x', base) });
  });
  expect(lastDayOf(text)).toBe('2027-01-31');
});

test('what stands below the header is no last day', () => {
  expect(lastDayOf('# Written by hand\na: 1\n# Delete it by 2027-01-31: now\n')).toBeUndefined();
  expect(lastDayOf('')).toBeUndefined();
});

test('an experiment is told by the whole header in one line, and by nothing else', () => {
  const header = 'Written by Podwright from construct shop/try: edit that, not this file. Nobody replaces this Pod.';
  const end = 'Delete it by 2027-01-31: kubectl delete pod try';
  expect(experimentOf(`${header} Tries DNS. ${end}`)).toEqual({ purpose: 'Tries DNS.', lastDay: '2027-01-31' });
  expect(experimentOf(`Tries DNS. ${end}`)).toBeUndefined();
  expect(experimentOf(header)).toBeUndefined();
});
