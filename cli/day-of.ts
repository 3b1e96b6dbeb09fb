import { isDay } from '../lib/pod/day';
import { Failure } from './failure';

/**
 * The day that a command takes for today, as `YYYY-MM-DD`: the one of its `--date`, else today's in UTC.
 *
 * @throws Failure where the text is no day.
 */
export function dayOf(date: string | undefined): string {
  if (date === undefined) return new Date().toISOString().slice(0, 10);
  if (!isDay(date)) throw new Failure(`--date takes a day such as 2027-03-31, and got "${date}"`);
  return date;
}
