import {
  evaluatePodSecurity,
  type PodSecurityLevel,
  type PodSecurityViolation,
  type ViolationPlace,
} from '../../lib/kube/pod-security';
import { enforcedBy } from '../knowledge/admission';
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
  const { level, next, violations } = judged(subject);
  return {
    level,
    version: subject.workload.target,
    ...(next && { next }),
    blockers: violations.map(blocker),
    sentences: sentences(levelText(level, next), namespaceText(subject, level)),
  };
}

/** The strictest level that it passes, and what it breaks of the one above. */
function judged(subject: Subject): {
  readonly level: PodSecurityLevel;
  readonly next?: PodSecurityLevel;
  readonly violations: readonly PodSecurityViolation[];
} {
  const restricted = violationsOf(subject, 'restricted');
  if (restricted.length === 0) return { level: 'restricted', violations: [] };
  const baseline = violationsOf(subject, 'baseline');
  if (baseline.length === 0) return { level: 'baseline', next: 'restricted', violations: restricted };
  return { level: 'privileged', next: 'baseline', violations: baseline };
}

/** From the one that asks for nothing to the strictest. */
const LEVELS: readonly PodSecurityLevel[] = ['privileged', 'baseline', 'restricted'];

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

/** The level that its namespace enforces, where the namespace is among the reviewed objects and says so. */
export function enforcedLevelOf({ around, workload }: Subject): PodSecurityLevel | undefined {
  const { namespace } = workload.entity.identity;
  const entity = namespace === undefined ? undefined : around.clusterWide('Namespace', namespace, workload.entity);
  return entity && enforcedBy(entity)?.level;
}

/** Whether a Pod of one level passes another. */
export function passes(level: PodSecurityLevel, demanded: PodSecurityLevel): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(demanded);
}

/** Admission refuses Pods, not their owners: an owner is applied, and its Pods never come. */
function namespaceText(subject: Subject, level: PodSecurityLevel): string | undefined {
  const { owner, workload } = subject;
  const { namespace } = workload.entity.identity;
  const enforced = enforcedLevelOf(subject);
  if (namespace === undefined || enforced === undefined) return undefined;
  const demands = `namespace ${code(namespace)} enforces ${code(enforced)}`;
  if (passes(level, enforced)) return `${demands}, which it passes`;
  return `${demands}: ${owner.kind === 'Pod' ? 'the Pod is refused' : 'its Pods are refused, and its owner waits for them'}`;
}
