import type { Pod } from '../api/pod';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { validateObjectMeta } from './metadata';
import { generatedName } from './object-name';
import { validatePodAnnotations } from './pod-annotations';
import { validatePodSpec } from './pod-spec';
import { validateProfileAnnotations, validateSeccompMatch } from './profile-annotations';

/**
 * Judges a bare Pod, defaults filled in.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/
 */
export function validatePod(problems: ProblemList, pod: Pod, version: KubernetesVersion): void {
  const place = FieldPath.of('metadata');
  const metadata = { ...pod.metadata, name: generatedName(pod.metadata ?? {}) };
  validateObjectMeta(problems, pod.metadata, place, { kind: 'Pod', version });
  const spec = pod.spec ?? { containers: [] };
  const path = FieldPath.of('spec');
  const { annotations = {} } = metadata;
  validatePodAnnotations(problems, annotations, spec, place.child('annotations'));
  validateProfileAnnotations(problems, annotations, spec, place.child('annotations'));
  validatePodSpec(problems, spec, path, { version, holder: 'pod', metadata });
  validateSeccompMatch(problems, metadata, spec, path);
}
