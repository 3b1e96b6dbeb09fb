import { FieldPath } from '../kube/field-path';
import type { Comment } from './note';
import { isRecord } from '../kube/is-record';

/** Says the file modes of volumes in octal beside them, since YAML holds them as plain numbers: `288 # octal 0440`. */
export function commentsOnModes(volumes: readonly unknown[]): Comment[] {
  const comments: Comment[] = [];
  const visit = (value: unknown, path: FieldPath): void => {
    if (Array.isArray(value))
      value.forEach((entry, position) => {
        visit(entry, path.index(position));
      });
    if (!isRecord(value)) return;
    for (const [name, entry] of Object.entries(value)) {
      const place = path.child(name);
      if (!MODES.has(name) || typeof entry !== 'number') visit(entry, place);
      else if (Number.isInteger(entry) && entry >= 0) comments.push(octal(entry, place));
    }
  };
  visit(volumes, FieldPath.of('spec').child('volumes'));
  return comments;
}

const MODES = new Set(['defaultMode', 'mode']);

function octal(mode: number, path: FieldPath): Comment {
  const text = `octal ${mode.toString(8).padStart(4, '0')}`;
  return { kind: 'comment', path: path.toString(), text, beside: true };
}
