import { remembered } from '../lib/kube/remembered';
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
  const comments = new Map<string, CommentInMaking>();
  const exceptionsLast = [...notes].sort((a, b) => Number(a.kind === 'exception') - Number(b.kind === 'exception'));
  for (const note of exceptionsLast) {
    if (note.kind === 'comment' && note.beside) {
      const comment = commentAt(comments, { path: note.path });
      comment.beside = comment.beside === undefined ? note.text : `${comment.beside} # ${note.text}`;
    } else commentAt(comments, placeOf(object, note)).above.push(textOf(note));
  }
  return comments;
}

interface CommentInMaking extends YamlComment {
  readonly above: string[];
  beside?: string;
}

/** Where a comment stands, and the way there from the object if it has been gone. */
interface Place {
  readonly path: string;
  readonly steps?: readonly string[];
}

function commentAt(comments: Map<string, CommentInMaking>, { path, steps }: Place): CommentInMaking {
  const known = comments.get(path);
  if (known !== undefined) return known;
  const comment = steps === undefined ? { above: [] } : { above: [], steps };
  comments.set(path, comment);
  return comment;
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

/** A sentence is wrapped where it is printed; its own breaks would make it several. Many Pods have the same. */
const oneLine = remembered((text) => text.replace(/[\s\x85]+/g, ' ').trim());

function placeOf(object: object, { path }: Note): Place {
  for (let place = path; place !== ''; place = parentOf(place)) {
    const steps = tryStepsTo(object, place);
    if (steps === undefined) continue;
    return sharesLineOfDash(object, steps) ? withoutLast(place, steps) : { path: place, steps };
  }
  return { path: 'spec' };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}

/** Whether a field is the first of a list entry: what is said of it stands above the entry. */
function sharesLineOfDash(object: object, steps: readonly string[]): boolean {
  let around: unknown;
  let entry: unknown = object;
  for (const step of steps.slice(0, -1)) {
    around = entry;
    entry = isObject(entry) ? Reflect.get(entry, step) : undefined;
  }
  return Array.isArray(around) && isObject(entry) && Object.keys(entry)[0] === steps.at(-1);
}

function withoutLast(place: string, steps: readonly string[]): Place {
  const last = steps.at(-1) ?? '';
  const length = place.endsWith(`[${last}]`) ? `[${last}]`.length : `.${last}`.length;
  return { path: place.slice(0, -length), steps: steps.slice(0, -1) };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
