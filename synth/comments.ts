import type { Exception, Note } from '../lib/pod/note';
import { tryPlace } from '../lib/pod/place';
import type { Why } from '../lib/pod/reason';
import type { YamlComment, YamlComments } from './yaml/comments';

/** Turns what is said of an object's fields into comments, those on absent fields at the nearest field above them. */
export function commentsFor(object: object, notes: readonly Note[]): YamlComments {
  const comments = new Map<string, YamlComment>();
  for (const note of notes) {
    const place = placeOf(object, note);
    const { above = [], beside } = comments.get(place) ?? {};
    if (note.kind === 'comment' && note.beside) comments.set(place, { above, beside: note.text });
    else comments.set(place, { above: [...above, textOf(note)], ...(beside === undefined ? {} : { beside }) });
  }
  return comments;
}

function textOf(note: Note): string {
  switch (note.kind) {
    case 'reason':
      return note.why.because;
    case 'comment':
      return note.text;
    case 'exception':
      return `${excused(note)}: ${note.why.because}${terms(note.why)}`;
  }
}

/** What the exception is from: `exception`, or `without readOnlyRootFilesystem in this Pod`. */
function excused({ absent, path, scope }: Exception): string {
  if (!absent) return 'exception';
  const field = path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(']')) + 1);
  const where = { field: '', pod: ' in this Pod', app: ' in this App' };
  return `without ${field}${where[scope]}`;
}

function terms({ owner, until }: Why): string {
  const said = [owner === undefined ? '' : `owner ${owner}`, until === undefined ? '' : `until ${until}`];
  const given = said.filter((term) => term !== '');
  return given.length === 0 ? '' : ` (${given.join(', ')})`;
}

function placeOf(object: object, { path }: Note): string {
  for (let place = path; place !== ''; place = parentOf(place)) {
    const found = tryPlace(object, place);
    if (found !== undefined) return found.toString();
  }
  return 'spec';
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}
