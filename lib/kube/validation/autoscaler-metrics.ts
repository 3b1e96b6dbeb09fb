import type {
  ContainerResourceMetricSource,
  ExternalMetricSource,
  MetricIdentifier,
  MetricSpec,
  ObjectMetricSource,
  PodsMetricSource,
  ResourceMetricSource,
} from '../api/horizontal-pod-autoscaler';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { validateMetricTarget, validatePodTarget } from './metric-target';
import { checkDnsLabel } from './name-checks';
import { checkPathSegment, validateObjectReference } from './object-reference';
import { checkContainerResourceName } from './resource-names';
import { requireText } from './value-checks';
import type { Written } from './written';

type Metric = Written<MetricSpec>;

/**
 * Judges what an autoscaler measures: each metric has the source that its type names and no other. The server judges the
 * first source that it finds.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
 */
export function validateMetrics(
  problems: ProblemList,
  metrics: readonly Metric[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  metrics.forEach((metric, position) => {
    const place = path.index(position);
    const { type = '' } = metric;
    const given = SOURCES.filter(({ field }) => metric[field] !== undefined);
    const expected = SOURCES.find((source) => source.type === type)?.field;
    if (type === '') problems.required('metric-type', place.child('type'), 'the type of the metric');
    if (expected === undefined) problems.notSupported('metric-type', place.child('type'), type, TYPES);
    given[0]?.judge(problems, metric, place.child(given[0].field), version);
    if (expected !== undefined && metric[expected] === undefined) {
      problems.required('metric-source', place.child(expected), `a metric of type "${type}" is described here`);
    }
    if (given.length < 2) return;
    for (const { field } of given) {
      if (field === expected) continue;
      problems.forbidden('metric-source', place.child(field), 'a metric has the one source that its type names');
    }
  });
}

/** One of the places that a metric may come from. */
interface Source {
  readonly type: string;
  readonly field: 'containerResource' | 'external' | 'object' | 'pods' | 'resource';
  readonly judge: (problems: ProblemList, metric: Metric, path: FieldPath, version: KubernetesVersion) => void;
}

/** In the order in which the server looks for them. */
const SOURCES: readonly Source[] = [
  { type: 'Object', field: 'object', judge: judgeObject },
  { type: 'External', field: 'external', judge: judgeExternal },
  { type: 'Pods', field: 'pods', judge: judgePods },
  { type: 'Resource', field: 'resource', judge: judgeResource },
  { type: 'ContainerResource', field: 'containerResource', judge: judgeContainerResource },
];
const TYPES = SOURCES.map(({ type }) => type).sort();

function judgeObject(problems: ProblemList, { object }: Metric, path: FieldPath, version: KubernetesVersion): void {
  const { describedObject, metric, target }: Written<ObjectMetricSource> = object ?? {};
  const place = path.child('target');
  validateObjectReference(problems, describedObject, path.child('describedObject'), { version, needsGroup: false });
  validateIdentifier(problems, metric, path.child('metric'));
  validateMetricTarget(problems, target, place);
  if (target?.value !== undefined || target?.averageValue !== undefined) return;
  problems.required('metric-target', place.child('averageValue'), 'value or averageValue');
}

function judgeExternal(problems: ProblemList, { external }: Metric, path: FieldPath): void {
  const { metric, target }: Written<ExternalMetricSource> = external ?? {};
  const place = path.child('target');
  validateIdentifier(problems, metric, path.child('metric'));
  validateMetricTarget(problems, target, place);
  if (target?.value === undefined && target?.averageValue === undefined) {
    problems.required('metric-target', place.child('averageValue'), 'value or averageValue');
  } else if (target.value !== undefined && target.averageValue !== undefined) {
    problems.forbidden('metric-target', place.child('value'), 'value and averageValue exclude each other');
  }
}

function judgePods(problems: ProblemList, { pods }: Metric, path: FieldPath): void {
  const { metric, target }: Written<PodsMetricSource> = pods ?? {};
  validateIdentifier(problems, metric, path.child('metric'));
  validateMetricTarget(problems, target, path.child('target'));
  if (target?.averageValue !== undefined) return;
  problems.required('metric-target', path.child('target').child('averageValue'), 'the amount for each Pod');
}

function judgeResource(problems: ProblemList, { resource }: Metric, path: FieldPath): void {
  const { name, target }: Written<ResourceMetricSource> = resource ?? {};
  requireText(problems, name, path.child('name'), 'the name of a resource');
  validatePodTarget(problems, target, path.child('target'));
}

function judgeContainerResource(problems: ProblemList, { containerResource }: Metric, path: FieldPath): void {
  const { container, name, target }: Written<ContainerResourceMetricSource> = containerResource ?? {};
  requireText(problems, name, path.child('name'), 'the name of a resource');
  if (name) checkContainerResourceName(problems, name, path.child('name'));
  requireText(problems, container, path.child('container'), 'the name of a container');
  if (container) checkDnsLabel(problems, container, path.child('container'));
  validatePodTarget(problems, target, path.child('target'));
}

/** The labels that a metric is selected by are left to whoever serves it. */
function validateIdentifier(
  problems: ProblemList,
  { name = '' }: Written<MetricIdentifier> = {},
  path: FieldPath,
): void {
  checkPathSegment(problems, name, path.child('name'), 'the name of a metric');
}
