import { DELETE_BY } from '../lib/workloads/words';

const MARK = 'Written by Podwright from construct ';

/** The first lines of a file of ours: what to edit instead of it, and what the object promises. */
export function headerLines(construct: string, promise: string | undefined): string[] {
  const source = `${MARK}${construct}: edit that, not this file.`;
  return promise === undefined ? [source] : [source, promise];
}

/** Whether a file was written by us, which its first line says. */
export function isOurs(text: string): boolean {
  return text.startsWith(`# ${MARK}`);
}

/** The construct that a manifest's first comment names; undefined where we did not write it. */
export function constructOf(comment: string): string | undefined {
  return new RegExp(`^${MARK}(.+?): edit that`).exec(comment)?.[1];
}

/** An experiment, as its header tells it: what it tries out, and its last day. */
export function experimentOf(comment: string): { readonly purpose: string; readonly lastDay: string } | undefined {
  const told = new RegExp(`^${MARK}.+? Nobody replaces this Pod\\. (.+?) ${DELETE_BY}(\\d{4}-\\d{2}-\\d{2}): `);
  const [, purpose, lastDay] = told.exec(comment) ?? [];
  return purpose === undefined || lastDay === undefined ? undefined : { purpose, lastDay };
}

/** The last day of an experiment, as its header tells it; undefined where the file holds none. */
export function lastDayOf(text: string): string | undefined {
  const header = /^(?:#.*\n)*/.exec(text)?.[0] ?? '';
  return new RegExp(`^# ${DELETE_BY}(\\d{4}-\\d{2}-\\d{2}): `, 'm').exec(header)?.[1];
}
