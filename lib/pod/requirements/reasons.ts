import type { PodSpec } from '../../kube/api/pod';
import type { TopologySpreadConstraint } from '../../kube/api/scheduling';
import { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/** What binds a Pod to certain nodes, or hands it more than it needs, has a reason that a reviewer can defend. */
export function requireReasons(spec: PodSpec, said: Said, list: ProblemList): void {
  const { affinity, nodeName = '', nodeSelector = {}, tolerations = [], topologySpreadConstraints = [] } = spec;
  const ask = (name: string) => {
    const field = FieldPath.of('spec').child(name);
    if (said.explains(field.toString())) return;
    const detail = 'a reviewer must be able to defend it: wrap the value in because(reason, value)';
    list.required('reason-required', field, detail, { ours: true });
  };
  if (Object.keys(nodeSelector).length > 0) ask('nodeSelector');
  if (nodeName !== '') ask('nodeName');
  if (tolerations.length > 0) ask('tolerations');
  if (affinity?.nodeAffinity?.[REQUIRED] !== undefined) ask(`affinity.nodeAffinity.${REQUIRED}`);
  if (affinity?.podAffinity?.[REQUIRED] !== undefined) ask(`affinity.podAffinity.${REQUIRED}`);
  if (affinity?.podAntiAffinity?.[REQUIRED] !== undefined) ask(`affinity.podAntiAffinity.${REQUIRED}`);
  if (topologySpreadConstraints.some(isStrict)) ask('topologySpreadConstraints');
  if (spec.automountServiceAccountToken === true) ask('automountServiceAccountToken');
  if (spec.shareProcessNamespace === true) ask('shareProcessNamespace');
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

function isStrict({ whenUnsatisfiable }: TopologySpreadConstraint): boolean {
  return whenUnsatisfiable === 'DoNotSchedule';
}
