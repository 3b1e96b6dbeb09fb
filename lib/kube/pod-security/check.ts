import type { PlacedContainer } from '../containers';
import type { PodSpec } from '../api/pod';
import type { FieldPath } from '../field-path';

/** The two levels that ask for something; `privileged` asks for nothing. */
export type CheckedLevel = 'baseline' | 'restricted';

/** The Pod that a check looks at, as the admission plugin gets to see it. */
export interface AdmittedPod {
  readonly annotations: Readonly<Record<string, string>>;
  /** Where the Pod stands in its object. */
  readonly root: FieldPath;
  readonly spec: PodSpec;
  readonly specPath: FieldPath;
  readonly containers: readonly PlacedContainer[];
  /** The second number of the policy version: 35 for 1.35. */
  readonly minor: number;
}

/** A field that breaks a control, or that is missing there. */
export interface ViolationPlace {
  /** The field in the API server's spelling. */
  readonly path: string;
  /** The container, where the field belongs to one. */
  readonly container?: string;
}

/** What a check says of a Pod that breaks it. */
export interface Violated {
  readonly reason: string;
  readonly detail: string;
  readonly places: readonly ViolationPlace[];
}

/** One control of the Pod Security Standards. */
export interface PodSecurityCheck {
  /** The name of the control in the reference implementation. */
  readonly id: string;
  /** The lowest level that asks for it. */
  readonly level: CheckedLevel;
  /** The policy version that introduced it, by its second number; controls from before 1.24 leave it out. */
  readonly since?: number;
  /** The control of the lower level that this one replaces. */
  readonly replaces?: string;
  /** What is wrong with the Pod, or undefined where it passes. */
  readonly judge: (pod: AdmittedPod) => Violated | undefined;
}
