import {
  evaluatePodSecurity,
  type PodSecurityLevel,
  type PodSecurityViolation,
  type ViolationPlace,
} from '../../lib/kube/pod-security';
import type { Subject } from './subject';
import { code, sentence, sentences } from './words';

/** How far the Pods of a workload are confined. */
export interface PodSecurityReport {
  readonly level: PodSecurityLevel;
  /** The version of the policy that is asked. */
  readonly version: string;
  /** The level above; left out for the strictest. */
  readonly next?: PodSecurityLevel;
  /** What keeps it from the level above. */
  readonly blockers: readonly Blocker[];
  /** The level with what its namespace demands, where the namespace is among the reviewed objects; each a sentence. */
  readonly sentences: readonly string[];
}

/** One control that a Pod breaks. */
export interface Blocker {
  /** The name of the control in the reference implementation. */
  readonly control: string;
  /** What is wrong and what would be right, in the words of admission. */
  readonly detail: string;
  readonly places: readonly ViolationPlace[];
}

/** The Pod Security level of a workload's Pods, and what keeps it from the next. */
export function podSecurityOf(subject: Subject): PodSecurityReport {
  const { workload } = subject;
  const level = workload.podSecurity;
  const next = NEXT[level];
  return {
    level,
    version: workload.target,
    ...(next && { next }),
    blockers: next === undefined ? [] : violationsOf(subject, next).map(blocker),
    sentences: sentences(levelText(level, next), namespaceText(subject)),
  };
}

const NEXT: Readonly<Record<PodSecurityLevel, PodSecurityLevel | undefined>> = {
  privileged: 'baseline',
  baseline: 'restricted',
  restricted: undefined,
};

const ENFORCE = 'pod-security.kubernetes.io/enforce';

function violationsOf({ workload }: Subject, level: PodSecurityLevel): PodSecurityViolation[] {
  return evaluatePodSecurity(workload.metadata, workload.written, level, workload.target, workload.path);
}

function blocker({ detail, id, places, reason }: PodSecurityViolation): Blocker {
  return { control: id, detail: sentence(`${reason}: ${detail}`), places };
}

function levelText(level: PodSecurityLevel, next: PodSecurityLevel | undefined): string {
  return next === undefined
    ? 'it passes `restricted`, the strictest level'
    : `it passes ${code(level)}, not ${code(next)}`;
}

/** Admission refuses Pods, not their owners: an owner is applied, and its Pods never come. */
function namespaceText(subject: Subject): string | undefined {
  const { around, owner, workload } = subject;
  const { namespace } = workload.entity.identity;
  const enforced = namespace === undefined ? undefined : around.clusterWide('Namespace', namespace)?.labels[ENFORCE];
  if (namespace === undefined || enforced === undefined || !isLevel(enforced)) return undefined;
  const passes = violationsOf(subject, enforced).length === 0;
  const demands = `namespace ${code(namespace)} enforces ${code(enforced)}`;
  if (passes) return `${demands}, which it passes`;
  return `${demands}: ${owner.kind === 'Pod' ? 'it is refused' : 'its Pods are refused, and its owner waits for them'}`;
}

function isLevel(text: string): text is PodSecurityLevel {
  return Object.hasOwn(NEXT, text);
}
