import { alterEntries, alterFields } from '../kube/alter';
import type { FieldPath } from '../kube/field-path';
import type { Note } from './note';
import { isRecord } from '../kube/is-record';
import { isBox } from './plain';
import type { Box } from './plain';
import { Because } from './reason';

/** What stands for a text once it has left its reason; the path is asked for where there is something to say of it. */
export type ReadText = (text: string, path: () => FieldPath) => string;

/**
 * Takes the values out of their reasons: plain data comes back, and a note for each reason at its field.
 *
 * The value is not changed, and what holds no reasons is not copied.
 *
 * @param read What becomes of each text. @default it stays
 */
export function unbox(value: unknown, path: FieldPath, notes: Note[], read: ReadText = (text) => text): unknown {
  return new Unboxing(notes, read).value(value, path);
}

class Unboxing {
  constructor(
    private readonly notes: Note[],
    private readonly read: ReadText,
  ) {}

  value(value: unknown, path: FieldPath): unknown {
    if (typeof value === 'string') return this.read(value, () => path);
    return typeof value === 'object' && value !== null ? this.inside(value, path) : value;
  }

  private inside(value: object, path: FieldPath): unknown {
    if (isBox(value)) {
      this.notes.push(noteOf(value, path));
      return 'value' in value ? this.value(value.value, path) : undefined;
    }
    if (Array.isArray(value)) return alterEntries(value, (entry, position) => this.entry(entry, path, position));
    if (!isRecord(value)) return value;
    const plain = alterFields(value, (entry, name) => this.entry(entry, path, name));
    // What held nothing but things left out is left out itself; what was empty to begin with means something.
    return plain !== value && Object.keys(plain).length === 0 ? undefined : plain;
  }

  /** Most entries are scalars, and nobody asks for their paths. */
  private entry(entry: unknown, path: FieldPath, step: string | number): unknown {
    const place = () => (typeof step === 'number' ? path.index(step) : path.child(step));
    if (typeof entry === 'string') return this.read(entry, place);
    return typeof entry === 'object' && entry !== null ? this.inside(entry, place()) : entry;
  }
}

function noteOf(box: Box, path: FieldPath): Note {
  if (box instanceof Because) return { kind: 'reason', path: path.toString(), why: box.why };
  const absent = !('value' in box) || box.value === undefined;
  return { kind: 'exception', path: path.toString(), absent, scope: 'field', why: box.why };
}
