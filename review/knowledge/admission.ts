import type { PodSecurityLevel, PolicyVersion } from '../../lib/kube/pod-security';
import type { Entity } from '../entity';

/** What a namespace demands of its Pods. */
export interface Enforced {
  readonly level: PodSecurityLevel;
  readonly version: PolicyVersion;
}

/** The label by which a namespace demands a Pod Security level. */
export const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** What a Namespace demands by its labels; undefined where it demands nothing that can be read. */
export function enforcedBy({ labels }: Entity): Enforced | undefined {
  const level = labels[ENFORCE];
  const version = /^v(1\.\d+)$/.exec(labels[`${ENFORCE}-version`] ?? '')?.[1];
  if (level !== 'restricted' && level !== 'baseline' && level !== 'privileged') return undefined;
  // The pattern leaves nothing else.
  return { level, version: version === undefined ? 'latest' : (version as PolicyVersion) };
}
