import type { Deployment, DeploymentStrategy, RollingUpdateDeployment } from '../api/deployment';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { isNone, validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { validateObjectMeta } from './metadata';
import { validateReplicated } from './replica-set';
import { checkNotNegative } from './value-checks';
import type { Written } from './written';

/**
 * Judges a Deployment, defaults filled in.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export function validateDeployment(problems: ProblemList, deployment: Deployment, version: KubernetesVersion): void {
  validateObjectMeta(problems, deployment.metadata, FieldPath.of('metadata'), { kind: 'Deployment', version });
  const path = FieldPath.of('spec');
  const { minReadySeconds = 0, progressDeadlineSeconds, replicas, revisionHistoryLimit } = deployment.spec ?? {};
  const { selector, strategy, template } = deployment.spec ?? {};
  checkNotNegative(problems, replicas, path.child('replicas'));
  validateReplicated(problems, { selector, template }, path, version);
  validateStrategy(problems, strategy ?? {}, path.child('strategy'));
  checkNotNegative(problems, minReadySeconds, path.child('minReadySeconds'));
  checkNotNegative(problems, revisionHistoryLimit, path.child('revisionHistoryLimit'));
  if (progressDeadlineSeconds === undefined) return;
  const place = path.child('progressDeadlineSeconds');
  checkNotNegative(problems, progressDeadlineSeconds, place);
  if (progressDeadlineSeconds <= minReadySeconds) {
    const detail = `must be greater than minReadySeconds, which is ${minReadySeconds}`;
    problems.invalid('progress-deadline', place, progressDeadlineSeconds, detail);
  }
}

function validateStrategy(
  problems: ProblemList,
  { type = '', rollingUpdate }: Written<DeploymentStrategy>,
  path: FieldPath,
): void {
  const place = path.child('rollingUpdate');
  if (type === 'Recreate') {
    if (rollingUpdate !== undefined) {
      problems.forbidden('strategy-rolling-update', place, 'may not be set where type is "Recreate"');
    }
  } else if (type === 'RollingUpdate') {
    validateRollingUpdate(problems, rollingUpdate ?? {}, place);
  } else {
    problems.notSupported('strategy-type', path, type, ['Recreate', 'RollingUpdate']);
  }
}

function validateRollingUpdate(
  problems: ProblemList,
  { maxSurge = 0, maxUnavailable = 0 }: RollingUpdateDeployment,
  path: FieldPath,
): void {
  const place = path.child('maxUnavailable');
  validateIntOrPercent(problems, maxUnavailable, place);
  validateIntOrPercent(problems, maxSurge, path.child('maxSurge'));
  if (isNone(maxUnavailable) && isNone(maxSurge)) {
    problems.invalid('rolling-update-stuck', place, maxUnavailable, 'must not be 0 where maxSurge is 0');
  }
  validateAtMostAll(problems, maxUnavailable, place);
}
