import type { Identity } from '../entity';
import type { Severity } from '../finding';

/** What a mismatch is about. */
export type MismatchTopic =
  | 'missing'
  | 'unknown'
  | 'ambiguous'
  | 'version'
  | 'status'
  | 'replicas'
  | 'rollout'
  | 'job'
  | 'pods'
  | 'phase'
  | 'scheduling'
  | 'container'
  | 'readiness'
  | 'restarts'
  | 'image'
  | 'qos'
  | 'identity'
  | 'owner'
  | 'injected'
  | 'drift';

/** Something that is not as Git says. */
export interface Mismatch {
  /** An `error` is not as promised; a `warning` is drift, or has gone wrong before; `info` is worth knowing. */
  readonly severity: Severity;
  readonly topic: MismatchTopic;
  /** The live object that it was seen on; of a missing one, the object that Git has. */
  readonly object: Identity;
  readonly container?: string;
  /** The field, entries of lists by what names them: `spec.template.spec.containers[api].image`. */
  readonly path?: string;
  /** The line of the field in the manifest. */
  readonly line?: number;
  /** What Git says; left out where it says nothing. */
  readonly expected?: unknown;
  /** What the cluster says; left out where there is nothing. */
  readonly actual?: unknown;
  readonly sentence: string;
  /** The command that tells more. */
  readonly hint?: string;
}

/** The command that tells what may have caused a reason, for this manifest; nothing for one that no Pod shows. */
export function hintFor(reason: string | undefined, file: string | undefined): { readonly hint?: string } {
  const state = reason === undefined ? undefined : STATES.get(reason);
  if (state === undefined) return {};
  return { hint: `podwright explain ${state}${file === undefined ? '' : ` ${quoted(file)}`}` };
}

/** The states of a Pod that can be explained, by the reasons that containers, conditions and Pods give. */
const STATES: ReadonlyMap<string, string> = new Map([
  ['Unschedulable', 'Pending'],
  ['SchedulingGated', 'Pending'],
  ['ImagePullBackOff', 'ImagePullBackOff'],
  ['ErrImagePull', 'ImagePullBackOff'],
  ['ErrImageNeverPull', 'ImagePullBackOff'],
  ['InvalidImageName', 'ImagePullBackOff'],
  ['CreateContainerConfigError', 'CreateContainerConfigError'],
  ['CreateContainerError', 'CreateContainerError'],
  ['RunContainerError', 'CreateContainerError'],
  ['CrashLoopBackOff', 'CrashLoopBackOff'],
  ['OOMKilled', 'OOMKilled'],
  ['NotReady', 'NotReady'],
  ['Evicted', 'Evicted'],
  ['NodeLost', 'Unknown'],
]);

/** A path as a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./:@%+=-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
