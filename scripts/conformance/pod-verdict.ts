import { tryPodOf } from '../../lib/kube/pod-of';
import { evaluatePodSecurity, podSecurityMessage, type CheckedLevel } from '../../lib/kube/pod-security';
import { qosOf } from '../../lib/kube/resources';
import type { KubernetesVersion } from '../../lib/kube/version';
import type { PodVerdict } from './verdict';

/** The classes that we give to the Pod of a document. */
export function podVerdictOf(document: unknown, target: KubernetesVersion): PodVerdict {
  const { metadata, spec } = tryPodOf(document) ?? {};
  if (spec === undefined) return {};
  const answer = (level: CheckedLevel) =>
    podSecurityMessage(evaluatePodSecurity(metadata, spec, level, 'latest')) || 'pass';
  return { qos: qosOf(spec, target).qosClass, baseline: answer('baseline'), restricted: answer('restricted') };
}
