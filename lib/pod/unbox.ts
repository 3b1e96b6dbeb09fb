import { alterEntries, alterFields } from '../kube/alter';
import type { FieldPath } from '../kube/field-path';
import type { Note } from './note';
import { isRecord } from '../kube/is-record';
import { isBox } from './plain';
import type { Box } from './plain';
import { Because } from './reason';

/** What becomes of texts that stand for something else. */
export interface TextReader {
  /** Whether a text is one of them: asked of every text. */
  stands(text: string): boolean;
  /** What it stands for. */
  read(text: string, path: FieldPath): string;
}

/**
 * Takes the values out of their reasons: plain data comes back, and a note for each reason at its field.
 *
 * The value is not changed, and what holds no reasons is not copied.
 *
 * @param reader Who reads texts. @default nobody: they stay
 */
export function unbox(value: unknown, path: FieldPath, notes: Note[], reader?: TextReader): unknown {
  return new Unboxing(notes, reader).value(value, path);
}

class Unboxing {
  constructor(
    private readonly notes: Note[],
    private readonly reader: TextReader | undefined,
  ) {}

  value(value: unknown, path: FieldPath): unknown {
    if (typeof value === 'string') return this.reader?.stands(value) === true ? this.reader.read(value, path) : value;
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
    const isSaid = typeof entry === 'string' ? this.reader?.stands(entry) : typeof entry === 'object' && entry !== null;
    if (isSaid !== true) return entry;
    return this.value(entry, typeof step === 'number' ? path.index(step) : path.child(step));
  }
}

function noteOf(box: Box, path: FieldPath): Note {
  if (box instanceof Because) return { kind: 'reason', path: path.toString(), why: box.why };
  const absent = !('value' in box) || box.value === undefined;
  return { kind: 'exception', path: path.toString(), absent, scope: 'field', why: box.why };
}
