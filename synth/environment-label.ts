import { FieldPath } from '../lib/kube/field-path';
import { tryPodOf } from '../lib/kube/pod-of';
import type { Problem } from '../lib/kube/problem';
import { ProblemList } from '../lib/kube/problem-list';
import { ENVIRONMENT_LABEL } from '../lib/workloads/environment';
import type { Destination } from '../lib/workloads/environment';

/** The label `environment` of an object, and of its Pods, says what the folder says; where there is none, nothing is wrong. */
export function environmentProblems(
  object: Readonly<Record<string, unknown>>,
  { environment }: Destination,
): readonly Problem[] {
  if (environment === undefined) return [];
  const list = new ProblemList();
  const pod = tryPodOf(object);
  const refuse = (metadata: unknown, path: FieldPath) => {
    const value = labelOf(metadata);
    if (value === undefined || value === environment) return;
    const field = path.child('metadata').child('labels').key(ENVIRONMENT_LABEL);
    const detail = `the object goes into the folder of environment "${environment}": leave the label out, and it is set`;
    list.invalid('environment-label', field, value, detail, { ours: true });
  };
  refuse(object['metadata'], FieldPath.root);
  if (pod?.holder === 'template') refuse(pod.metadata, pod.path);
  return list.problems;
}

function labelOf(metadata: unknown): unknown {
  const labels: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'labels') : undefined;
  return typeof labels === 'object' && labels !== null ? Reflect.get(labels, ENVIRONMENT_LABEL) : undefined;
}
