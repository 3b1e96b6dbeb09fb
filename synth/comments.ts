import type { Note } from '../lib/pod/note';
import { exceptionSentence } from './exception-sentence';
import { tryStepsTo } from './yaml/comments';
import type { YamlComment, YamlComments } from './yaml/comments';

/**
 * Turns what is said of an object's fields into comments, those on absent fields at the nearest field above them.
 *
 * Exceptions stand last above their field, so that they can be read back: nothing follows one that is not its own.
 */
export function commentsFor(object: object, notes: readonly Note[]): YamlComments {
  const comments = new Map<string, YamlComment>();
  const exceptionsLast = [...notes].sort((a, b) => Number(a.kind === 'exception') - Number(b.kind === 'exception'));
  for (const note of exceptionsLast) {
    const isBeside = note.kind === 'comment' && note.beside;
    const place = isBeside ? note.path : placeOf(object, note);
    const { above = [], beside } = comments.get(place) ?? {};
    if (isBeside) {
      comments.set(place, { above, beside: beside === undefined ? note.text : `${beside} # ${note.text}` });
    } else comments.set(place, { above: [...above, textOf(note)], ...(beside === undefined ? {} : { beside }) });
  }
  return comments;
}

function textOf(note: Note): string {
  switch (note.kind) {
    case 'reason':
      return oneLine(note.why.because);
    case 'comment':
      return note.text;
    case 'exception':
      return oneLine(exceptionSentence(note));
  }
}

/** A sentence is wrapped where it is printed; its own breaks would make it several. */
function oneLine(text: string): string {
  return text.replace(/[\s\x85]+/g, ' ').trim();
}

function placeOf(object: object, { path }: Note): string {
  for (let place = path; place !== ''; place = parentOf(place)) {
    const steps = tryStepsTo(object, place);
    if (steps !== undefined) return sharesLineOfDash(object, steps) ? withoutLast(place, steps) : place;
  }
  return 'spec';
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}

/** Whether a field is the first of a list entry: what is said of it stands above the entry. */
function sharesLineOfDash(object: object, steps: readonly string[]): boolean {
  const last = steps.at(-1);
  const entry = valueAt(object, steps.slice(0, -1));
  return isObject(entry) && Array.isArray(valueAt(object, steps.slice(0, -2))) && Object.keys(entry)[0] === last;
}

function withoutLast(place: string, steps: readonly string[]): string {
  return place.slice(0, place.length - (steps.at(-1)?.length ?? 0) - 1);
}

function valueAt(object: object, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => (isObject(value) ? Reflect.get(value, step) : undefined), object);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
