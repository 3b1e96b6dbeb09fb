import { evaluatePodSecurity } from '../../kube/pod-security';
import type { PodSecurityLevel } from '../../kube/pod-security';
import { tryPodOf } from '../../kube/pod-of';
import type { KubernetesVersion } from '../../kube/version';
import { field } from '../app-pods';
import type { AppObject, AppPods, ObjectProblem } from '../app-pods';
import { labelOf } from '../namespace';

/** Pods that the Pod Security level of their own namespace keeps out: an exception in the code opens no door there. */
export function namespaceProblems<Of extends AppObject>(
  objects: readonly Of[],
  pods: AppPods<Of>,
  targetOf: (of: Of) => KubernetesVersion,
): readonly ObjectProblem<Of>[] {
  return objects
    .filter(({ object }) => object['kind'] === 'Namespace' && object['apiVersion'] === 'v1')
    .flatMap((namespace) => {
      const level = field(namespace.object, 'metadata', 'labels', labelOf('enforce'));
      if (level !== 'restricted' && level !== 'baseline') return [];
      const name = field(namespace.object, 'metadata', 'name');
      return pods.in(name).flatMap(({ owner }) => keptOut(owner, level, String(name), targetOf(owner)));
    });
}

function keptOut<Of extends AppObject>(
  of: Of,
  level: PodSecurityLevel,
  namespace: string,
  target: KubernetesVersion,
): readonly ObjectProblem<Of>[] {
  const { metadata, spec, path: place } = tryPodOf(of.object) ?? {};
  if (spec === undefined || place === undefined) return [];
  const [first] = evaluatePodSecurity(metadata, spec, level, target);
  if (first === undefined) return [];
  const path = [place.toString(), first.places[0]?.path ?? 'spec'].filter((part) => part !== '').join('.');
  const detail = `Namespace ${namespace} enforces Pod Security ${level} and lets no such Pod in (${first.reason}): give the namespace an exception too, or the Pod another namespace`;
  return [{ of, problem: { code: 'namespace-keeps-out', path, type: 'Forbidden', detail, ours: true } }];
}
