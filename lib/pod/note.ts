import { withFields } from '../kube/alter';
import type { Why } from './reason';

/** Something said of a field by whoever wrote the Pod, at its place in the rendered object. */
export type Note = Reason | Exception | Comment;

/** The reason for a decision. */
export interface Reason {
  readonly kind: 'reason';
  /** In the API server's spelling, from the object's root. */
  readonly path: string;
  readonly why: Why;
}

/** A secure default or a requirement that does not hold here, and why. */
export interface Exception {
  readonly kind: 'exception';
  /** The field that is excused; what lies below it is excused too. */
  readonly path: string;
  /** Whether the field is left out, rather than set to something else. */
  readonly absent: boolean;
  /** How far it reaches: this field, the field of this name in the whole Pod, or in the whole App. */
  readonly scope: 'field' | 'pod' | 'app';
  readonly why: Why;
}

/** A comment or marker that only people and tools read. */
export interface Comment {
  readonly kind: 'comment';
  readonly path: string;
  readonly text: string;
  /** At the end of the field's line, instead of above it. */
  readonly beside: boolean;
}

/** The same note, on an object that contains the one it was written for. */
export function noteWithin<N extends Note>(prefix: string, note: N): N {
  return prefix === '' ? note : withFields(note, { path: `${prefix}.${note.path}` });
}
