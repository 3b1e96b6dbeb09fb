import { isAtOrBelow } from '../../kube/field-path';
import type { Exception, Note } from '../note';

/** What the notes of a Pod say of its fields. */
export class Said {
  readonly #exceptions: readonly Exception[];

  constructor(private readonly notes: readonly Note[]) {
    this.#exceptions = notes.filter((note) => note.kind === 'exception');
  }

  /** Whether an exception covers the field. */
  excuses(path: string): boolean {
    return this.#exceptions.some((exception) => covers(exception, path));
  }

  /** Whether there is a reason for the field, of whatever kind. */
  explains(path: string): boolean {
    return this.notes.some((note) => note.kind !== 'comment' && isAtOrBelow(path, note.path));
  }
}

/** An exception for a whole Pod or App covers the default of its name in every container. */
function covers({ scope, path: excused }: Exception, path: string): boolean {
  return scope === 'field' ? isAtOrBelow(path, excused) : path.split('.').includes(excused.slice('spec.'.length));
}
