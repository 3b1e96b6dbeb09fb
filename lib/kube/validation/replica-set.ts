import type { LabelSelector } from '../api/meta';
import type { PodTemplateSpec } from '../api/pod-template';
import type { ReplicaSet } from '../api/replica-set';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { selects } from './label-selector';
import { validateObjectMeta } from './metadata';
import { validateLongRunning, validateRequiredSelector, validateSelected } from './owned-template';
import { validatePodTemplateSpec } from './pod-template';
import { checkNotNegative } from './value-checks';

/**
 * Judges a ReplicaSet.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/
 */
export function validateReplicaSet(problems: ProblemList, replicaSet: ReplicaSet, version: KubernetesVersion): void {
  validateObjectMeta(problems, replicaSet.metadata, FieldPath.of('metadata'), { kind: 'ReplicaSet', version });
  const path = FieldPath.of('spec');
  const { minReadySeconds, replicas, selector, template } = replicaSet.spec ?? {};
  checkNotNegative(problems, replicas, path.child('replicas'));
  checkNotNegative(problems, minReadySeconds, path.child('minReadySeconds'));
  validateReplicated(problems, { selector, template }, path, version);
}

/** What a Deployment and the ReplicaSets that it makes have in common. */
export interface Replicated {
  readonly selector?: LabelSelector | undefined;
  readonly template?: PodTemplateSpec | undefined;
}

/** Judges the selector and the template of a ReplicaSet or Deployment; beside a broken selector no template. */
export function validateReplicated(
  problems: ProblemList,
  { selector, template }: Replicated,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  validateRequiredSelector(problems, selector, path.child('selector'));
  const place = path.child('template');
  if (selects(selector) === undefined) {
    problems.invalid('broken-selector', path.child('selector'), selector, 'the selector cannot be used as it stands');
    return;
  }
  validateSelected(problems, selector, template, place);
  validatePodTemplateSpec(problems, template, place, version);
  validateLongRunning(problems, template, place, 'ReplicaSet');
}
