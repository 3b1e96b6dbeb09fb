import type { PodSpec } from '../../kube/api/pod';
import { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';
import { qosOf } from '../../kube/resources';
import type { QosClass } from '../../kube/resources';
import type { KubernetesVersion } from '../../kube/version';

/** A Pod that must have a QoS class has it; where not, the field that decides is named. */
export function requireQosClass(
  spec: PodSpec,
  expected: QosClass | undefined,
  target: KubernetesVersion,
  list: ProblemList,
): void {
  if (expected === undefined) return;
  const { qosClass, path, because } = qosOf(spec, target);
  if (qosClass === expected) return;
  const detail = `the Pod must be ${expected} and is ${qosClass}, since this container's resources are what decides: ${because}`;
  list.invalid('qos-class', FieldPath.of(path), undefined, detail, { ours: true });
}
