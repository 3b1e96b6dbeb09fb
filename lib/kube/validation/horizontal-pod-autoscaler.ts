import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec } from '../api/horizontal-pod-autoscaler';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { atLeast, type KubernetesVersion } from '../version';
import { validateMetrics } from './autoscaler-metrics';
import { validateObjectMeta } from './metadata';
import { validateObjectReference } from './object-reference';
import { validateScalingRules } from './scaling-rules';
import type { Written } from './written';

type Spec = Written<HorizontalPodAutoscalerSpec>;

/** The core API has no other kind that can be scaled, so that this one alone may be named without a group. */
const CORE_SCALABLE = 'ReplicationController';
/** From here the gates are on by themselves. */
const ZERO_SINCE = '1.37';
const TOLERANCE_SINCE = '1.35';
/** From here no `maxReplicas` at all is another fault than one that is too small. */
const REQUIRED_MOST_SINCE = '1.36';

/**
 * Judges a HorizontalPodAutoscaler, defaults filled in.
 *
 * @param featureGates - Those that are switched on beside the ones that the version has on by itself.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export function validateHorizontalPodAutoscaler(
  problems: ProblemList,
  autoscaler: HorizontalPodAutoscaler,
  version: KubernetesVersion,
  featureGates: readonly string[],
): void {
  validateObjectMeta(problems, autoscaler.metadata, FieldPath.of('metadata'), {
    kind: 'HorizontalPodAutoscaler',
    version,
  });
  const path = FieldPath.of('spec');
  const spec: Spec = autoscaler.spec ?? {};
  const { behavior, metrics = [], scaleTargetRef } = spec;
  const mayBeNone = atLeast(version, ZERO_SINCE) || featureGates.includes('HPAScaleToZero');
  validateBounds(problems, spec, path, { least: mayBeNone ? 0 : 1, version });
  const needsGroup = scaleTargetRef?.kind !== CORE_SCALABLE;
  validateObjectReference(problems, scaleTargetRef, path.child('scaleTargetRef'), { version, needsGroup });
  validateMetrics(problems, metrics, path.child('metrics'), version);
  validateZero(problems, spec, path);
  const hasTolerance = atLeast(version, TOLERANCE_SINCE) || featureGates.includes('HPAConfigurableTolerance');
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    const place = path.child('behavior').child(direction);
    validateScalingRules(problems, behavior?.[direction] ?? {}, place, hasTolerance);
  }
}

function validateBounds(
  problems: ProblemList,
  { maxReplicas = 0, minReplicas = 1 }: Spec,
  path: FieldPath,
  { least, version }: { readonly least: number; readonly version: KubernetesVersion },
): void {
  if (minReplicas < least) {
    problems.invalid('min-replicas', path.child('minReplicas'), minReplicas, `must be ${least} or more`);
  }
  const place = path.child('maxReplicas');
  if (maxReplicas === 0 && atLeast(version, REQUIRED_MOST_SINCE)) {
    problems.required('max-replicas', place, 'the most Pods, 1 or more');
  } else if (maxReplicas < 1) {
    problems.invalid('max-replicas', place, maxReplicas, 'must be 1 or more');
  }
  if (maxReplicas < minReplicas) {
    const detail = `must not be less than minReplicas, which is ${minReplicas}`;
    problems.invalid('max-replicas', place, maxReplicas, detail);
  }
}

/** Where there are no Pods, no metric of Pods can ask for the first one. */
function validateZero(problems: ProblemList, { metrics = [], minReplicas }: Spec, path: FieldPath): void {
  if (minReplicas !== 0 || metrics.some(({ type }) => type === 'Object' || type === 'External')) return;
  problems.forbidden(
    'zero-without-metric',
    path.child('metrics'),
    'where minReplicas is 0, one is of type "Object" or "External"',
  );
}
