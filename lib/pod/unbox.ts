import { alterEntries, alterFields } from '../kube/alter';
import type { FieldPath } from '../kube/field-path';
import type { Note } from './note';
import { isBox, isRecord } from './plain';
import type { Box } from './plain';
import { Because } from './reason';

/**
 * Takes the values out of their reasons: plain data comes back, and a note for each reason at its field.
 *
 * The value is not changed, and what holds no reasons is not copied.
 */
export function unbox(value: unknown, path: FieldPath, notes: Note[]): unknown {
  return typeof value === 'object' ? unboxInside(value, path, notes) : value;
}

function unboxInside(value: object | null, path: FieldPath, notes: Note[]): unknown {
  if (isBox(value)) {
    notes.push(noteOf(value, path));
    return 'value' in value ? unbox(value.value, path, notes) : undefined;
  }
  if (Array.isArray(value)) return alterEntries(value, (entry, position) => unbox(entry, path.index(position), notes));
  if (!isRecord(value)) return value;
  const plain = alterFields(value, (entry, name) => unbox(entry, path.child(name), notes));
  // What held nothing but things left out is left out itself; what was empty to begin with means something.
  return plain !== value && Object.keys(plain).length === 0 ? undefined : plain;
}

function noteOf(box: Box, path: FieldPath): Note {
  if (box instanceof Because) return { kind: 'reason', path: path.toString(), why: box.why };
  const absent = !('value' in box) || box.value === undefined;
  return { kind: 'exception', path: path.toString(), absent, scope: 'field', why: box.why };
}
