import type { ObjectMeta } from '../api/meta';
import type { PodSpec } from '../api/pod';
import { FieldPath } from '../field-path';
import { minorOf } from '../version';
import { admitted } from './admitted';
import type { CheckedLevel, PodSecurityCheck, Violated } from './check';
import { POD_SECURITY_CHECKS } from './checks';

/** The levels of the Pod Security Standards, from the one that asks for nothing to the strictest. */
export type PodSecurityLevel = 'privileged' | CheckedLevel;

/** The version of the policy: `1.35`, or `latest` for the newest that is known here (1.37). */
export type PolicyVersion = `1.${number}` | 'latest';

/** A control of the Pod Security Standards that a Pod breaks. */
export interface PodSecurityViolation extends Violated {
  /** The name of the control in the reference implementation (`runAsNonRoot`). */
  readonly id: string;
  /** The lowest level that asks for it. */
  readonly level: CheckedLevel;
}

/**
 * The controls of a level that a Pod breaks, with the reason and the detail that admission would print and the fields
 * that are to blame. Empty where the Pod passes.
 *
 * @param root Where the Pod stands in its object: `spec.template` for a Deployment. By default it is the object.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function evaluatePodSecurity(
  metadata: ObjectMeta | undefined,
  spec: PodSpec,
  level: PodSecurityLevel,
  version: PolicyVersion = 'latest',
  root: FieldPath = FieldPath.root,
): PodSecurityViolation[] {
  const minor = version === 'latest' ? NEWEST : minorOf(version);
  const pod = admitted(metadata, spec, root, minor);
  const violations: PodSecurityViolation[] = [];
  for (const check of checksOf(level, minor)) {
    const violated = check.judge(pod);
    if (violated !== undefined) violations.push({ id: check.id, level: check.level, ...violated });
  }
  return violations;
}

/** The strictest level that a Pod passes. */
export function podSecurityLevel(
  metadata: ObjectMeta | undefined,
  spec: PodSpec,
  version: PolicyVersion = 'latest',
): PodSecurityLevel {
  const passes = (level: CheckedLevel) => evaluatePodSecurity(metadata, spec, level, version).length === 0;
  if (passes('restricted')) return 'restricted';
  return passes('baseline') ? 'baseline' : 'privileged';
}

/** The violations in the one line that admission prints them in. */
export function podSecurityMessage(violations: readonly PodSecurityViolation[]): string {
  return violations.map(({ reason, detail }) => `${reason} (${detail})`).join(', ');
}

const NEWEST = 37;

/** The checks of a level and version, sorted out once. */
function checksOf(level: PodSecurityLevel, minor: number): readonly PodSecurityCheck[] {
  const key = `${level} ${minor}`;
  const known = SORTED_OUT.get(key) ?? sortedOut(level, minor);
  SORTED_OUT.set(key, known);
  return known;
}

const SORTED_OUT = new Map<string, readonly PodSecurityCheck[]>();

function sortedOut(level: PodSecurityLevel, minor: number): PodSecurityCheck[] {
  const known = POD_SECURITY_CHECKS.filter(({ since = 0 }) => since <= minor);
  if (level === 'privileged') return [];
  if (level === 'baseline') return known.filter((check) => check.level === 'baseline');
  const replaced = known.map(({ replaces }) => replaces);
  return known.filter(({ id }) => !replaced.includes(id));
}
