import { readFields, type CronField } from './fields';
import { tryDuration } from './duration';

/** A cron schedule: five fields, or a fixed interval in nanoseconds. */
export type CronSchedule =
  | { readonly kind: 'fields'; readonly fields: readonly CronField[] }
  | { readonly kind: 'every'; readonly nanoseconds: bigint };

/**
 * Reads the `schedule` of a CronJob as Kubernetes reads it, or returns undefined where it refuses it.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function tryCron(text: string): CronSchedule | undefined {
  const schedule = read(text);
  return typeof schedule === 'string' ? undefined : schedule;
}

/**
 * Reads the `schedule` of a CronJob as Kubernetes reads it.
 *
 * @throws SyntaxError with what is wrong in a sentence.
 */
export function parseCron(text: string): CronSchedule {
  const schedule = read(text);
  if (typeof schedule === 'string')
    throw new SyntaxError(`${JSON.stringify(text)} is not a cron schedule: ${schedule}`);
  return schedule;
}

/** What is wrong with a schedule, as a sentence; undefined where nothing is. */
export function cronComplaint(text: string): string | undefined {
  const schedule = read(text);
  return typeof schedule === 'string' ? schedule : undefined;
}

const DESCRIPTORS: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);
const EVERY = '@every ';
const FIELDS = 5;

function read(text: string): CronSchedule | string {
  if (text === '') return 'a schedule must not be empty; write "0 3 * * *" for every day at 03:00';
  if (text.includes('TZ')) return 'a schedule names no time zone (TZ=, CRON_TZ=); set timeZone instead';
  if (text.startsWith(EVERY)) return readInterval(text.slice(EVERY.length));
  if (text.startsWith('@')) return readDescriptor(text);
  return readFive(text);
}

function readInterval(text: string): CronSchedule | string {
  const nanoseconds = tryDuration(text);
  return nanoseconds === undefined
    ? `${JSON.stringify(text)} is not a duration such as "1h30m"`
    : { kind: 'every', nanoseconds };
}

function readDescriptor(text: string): CronSchedule | string {
  const fields = DESCRIPTORS.get(text);
  const known = [...DESCRIPTORS.keys()].join(', ');
  return fields === undefined
    ? `${JSON.stringify(text)} is none of ${known} and "@every <duration>"`
    : readFive(fields);
}

function readFive(text: string): CronSchedule | string {
  const texts = text.split(/\s+/).filter((part) => part !== '');
  if (texts.length !== FIELDS) {
    return `a schedule has five fields (minute, hour, day of month, month, day of week), and this has ${texts.length}`;
  }
  const fields = readFields(texts);
  return typeof fields === 'string' ? fields : { kind: 'fields', fields };
}
