import type { FieldPath } from '../kube/field-path';
import { setOwn } from '../kube/own';
import type { Note } from './note';
import { isBox, isRecord } from './plain';
import type { Box } from './plain';
import { Because } from './reason';

/**
 * Takes the values out of their reasons: plain data comes back, and a note for each reason at its field.
 *
 * The value is not changed.
 */
export function unbox(value: unknown, path: FieldPath, notes: Note[]): unknown {
  if (isBox(value)) {
    notes.push(noteOf(value, path));
    return 'value' in value ? unbox(value.value, path, notes) : undefined;
  }
  if (Array.isArray(value)) return value.map((entry, position) => unbox(entry, path.index(position), notes));
  if (!isRecord(value)) return value;
  const result: Record<string, unknown> = {};
  const entries = Object.entries(value);
  for (const [key, entry] of entries) {
    const plain = unbox(entry, path.child(key), notes);
    if (plain !== undefined) setOwn(result, key, plain);
  }
  // What held nothing but things left out is left out itself; what was empty to begin with means something.
  return entries.length > 0 && Object.keys(result).length === 0 ? undefined : result;
}

function noteOf(box: Box, path: FieldPath): Note {
  if (box instanceof Because) return { kind: 'reason', path: path.toString(), why: box.why };
  const absent = !('value' in box) || box.value === undefined;
  return { kind: 'exception', path: path.toString(), absent, scope: 'field', why: box.why };
}
