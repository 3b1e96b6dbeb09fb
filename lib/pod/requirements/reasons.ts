import type { PodSpec } from '../../kube/api/pod';
import { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/** What binds a Pod to certain nodes, or hands it more than it needs, has a reason that a reviewer can defend. */
export function requireReasons(spec: PodSpec, said: Said, list: ProblemList): void {
  for (const [name, isSet] of ASKING) {
    const field = FieldPath.of('spec').child(name);
    if (!isSet(spec) || said.explains(field.toString())) continue;
    const detail = 'a reviewer must be able to defend it: wrap the value in because(reason, value)';
    list.required('reason-required', field, detail, { ours: true });
  }
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

const ASKING: readonly (readonly [field: string, isSet: (spec: PodSpec) => boolean])[] = [
  ['nodeSelector', ({ nodeSelector = {} }) => Object.keys(nodeSelector).length > 0],
  ['nodeName', ({ nodeName = '' }) => nodeName !== ''],
  ['tolerations', ({ tolerations = [] }) => tolerations.length > 0],
  [`affinity.nodeAffinity.${REQUIRED}`, ({ affinity }) => affinity?.nodeAffinity?.[REQUIRED] !== undefined],
  [`affinity.podAffinity.${REQUIRED}`, ({ affinity }) => affinity?.podAffinity?.[REQUIRED] !== undefined],
  [`affinity.podAntiAffinity.${REQUIRED}`, ({ affinity }) => affinity?.podAntiAffinity?.[REQUIRED] !== undefined],
  [
    'topologySpreadConstraints',
    ({ topologySpreadConstraints = [] }) =>
      topologySpreadConstraints.some(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule'),
  ],
  ['automountServiceAccountToken', ({ automountServiceAccountToken }) => automountServiceAccountToken === true],
  ['shareProcessNamespace', ({ shareProcessNamespace }) => shareProcessNamespace === true],
];
