import type { DaemonSet, DaemonSetUpdateStrategy, RollingUpdateDaemonSet } from '../api/daemon-set';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { isNone, validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { isEmptySelector, validateLabelSelector } from './label-selector';
import { validateObjectMeta } from './metadata';
import { validateLongRunning, validateSelected } from './owned-template';
import { validatePodTemplateSpec } from './pod-template';
import { checkNotNegative } from './value-checks';
import type { Written } from './written';

/**
 * Judges a DaemonSet, defaults filled in. The server does not demand the selector by itself: without one the labels do
 * not fit.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/
 */
export function validateDaemonSet(problems: ProblemList, daemonSet: DaemonSet, version: KubernetesVersion): void {
  validateObjectMeta(problems, daemonSet.metadata, FieldPath.of('metadata'), { kind: 'DaemonSet', version });
  const path = FieldPath.of('spec');
  const { minReadySeconds, revisionHistoryLimit, selector, template, updateStrategy } = daemonSet.spec ?? {};
  validateLabelSelector(problems, selector, path.child('selector'));
  if (selector !== undefined && isEmptySelector(selector)) {
    const detail = 'an empty selector would select every Pod of the namespace';
    problems.invalid('empty-selector', path.child('selector'), selector, detail);
  }
  const place = path.child('template');
  validateSelected(problems, selector, template, place);
  validatePodTemplateSpec(problems, template, place, version);
  validateLongRunning(problems, template, place, 'DaemonSet');
  checkNotNegative(problems, minReadySeconds, path.child('minReadySeconds'));
  validateStrategy(problems, updateStrategy ?? {}, path.child('updateStrategy'));
  checkNotNegative(problems, revisionHistoryLimit, path.child('revisionHistoryLimit'));
}

function validateStrategy(
  problems: ProblemList,
  { type = '', rollingUpdate }: Written<DaemonSetUpdateStrategy>,
  path: FieldPath,
): void {
  if (type === 'OnDelete') return;
  if (type === 'RollingUpdate') {
    validateRollingUpdate(problems, rollingUpdate ?? {}, path.child('rollingUpdate'));
  } else {
    problems.notSupported('strategy-type', path, type, ['RollingUpdate', 'OnDelete']);
  }
}

/** A node holds one Pod of a DaemonSet: either the old one goes first, or the new one comes first. */
function validateRollingUpdate(
  problems: ProblemList,
  { maxSurge = 0, maxUnavailable = 0 }: RollingUpdateDaemonSet,
  path: FieldPath,
): void {
  const unavailable = path.child('maxUnavailable');
  const surge = path.child('maxSurge');
  validateIntOrPercent(problems, maxUnavailable, unavailable);
  validateIntOrPercent(problems, maxSurge, surge);
  validateAtMostAll(problems, maxUnavailable, unavailable);
  validateAtMostAll(problems, maxSurge, surge);
  if (!isNone(maxUnavailable) && !isNone(maxSurge)) {
    problems.invalid('daemon-set-surge', surge, maxSurge, 'must be 0 where maxUnavailable is not 0');
  } else if (isNone(maxUnavailable) && isNone(maxSurge)) {
    problems.required('rolling-update-stuck', unavailable, 'must not be 0 where maxSurge is 0');
  }
}
