import type { MetricSpec } from '../../kube/api/horizontal-pod-autoscaler';
import type { Container } from '../../kube/api/container';
import { FieldPath } from '../../kube/field-path';
import { keyOf } from '../../kube/groups';
import { dnsLabelComplaints } from '../../kube/names';
import { tryPodOf } from '../../kube/pod-of';
import { ProblemList } from '../../kube/problem-list';
import { isRecord } from '../../kube/is-record';
import { field, isExcused, listAt, namespaceOf, runningContainers } from '../app-pods';
import type { AppObject, Fields, ObjectProblem } from '../app-pods';

/** Autoscalers that fight with a fixed number or with each other, and metrics that nobody can measure. */
export function autoscalerProblems<Of extends AppObject>(objects: readonly Of[]): readonly ObjectProblem<Of>[] {
  const byTarget = autoscalersByTarget(objects);
  if (byTarget.size === 0) return [];
  const targets = new Map(objects.map((of) => [targetKey(of.object), of]));
  return [...byTarget].flatMap(([key, autoscalers]) => {
    const target = targets.get(key);
    const seconds = autoscalers.slice(1).map((of) => ({ of, problem: second(autoscalers[0]?.title ?? '') }));
    if (target === undefined) return seconds;
    return [...seconds, ...fixed(target, autoscalers), ...autoscalers.flatMap((of) => metricProblems(of, target))];
  });
}

/** The HorizontalPodAutoscalers of an App by what they scale. */
export function autoscalersByTarget<Of extends AppObject>(objects: readonly Of[]): ReadonlyMap<string, readonly Of[]> {
  const byTarget = new Map<string, Of[]>();
  for (const of of objects) {
    const { object } = of;
    if (object['kind'] !== 'HorizontalPodAutoscaler') continue;
    const target = field(object, 'spec', 'scaleTargetRef');
    // The judge refuses one that scales nothing.
    if (field(target, 'kind') === '' || field(target, 'name') === '') continue;
    const key = keyOf(namespaceOf(object), field(target, 'kind'), field(target, 'name'));
    byTarget.set(key, [...(byTarget.get(key) ?? []), of]);
  }
  return byTarget;
}

/** By what an autoscaler of the same namespace knows a workload. */
export function targetKey(object: Fields): string {
  return keyOf(namespaceOf(object), object['kind'], field(object, 'metadata', 'name'));
}

function second(first: string) {
  const detail = `${first} scales this workload too: they would undo each other's work`;
  return { code: 'second-autoscaler', path: 'spec.scaleTargetRef', type: 'Invalid', detail, ours: true } as const;
}

function fixed<Of extends AppObject>(target: Of, [autoscaler]: readonly Of[]): readonly ObjectProblem<Of>[] {
  const replicas = field(target.object, 'spec', 'replicas');
  if (replicas === undefined || autoscaler === undefined || isExcused(target, 'spec.replicas')) return [];
  const detail = `${autoscaler.title} decides, and every apply would set the number back: leave it out, with without({ because }) in an owner of ours`;
  const problem = {
    code: 'replicas-beside-autoscaler',
    path: 'spec.replicas',
    type: 'Invalid',
    value: replicas,
    detail,
    ours: true,
  } as const;
  return [{ of: target, problem }];
}

function metricProblems<Of extends AppObject>(of: Of, target: Of): readonly ObjectProblem<Of>[] {
  const spec = tryPodOf(target.object)?.spec;
  if (spec === undefined) return [];
  const running = runningContainers(spec);
  const list = new ProblemList();
  for (const [position, metric] of listAt(of.object, 'spec', 'metrics').entries()) {
    if (!isRecord(metric)) continue;
    judgeMetric(
      metric as unknown as MetricSpec,
      FieldPath.of('spec').child('metrics').index(position),
      running,
      spec.resources,
      list,
    );
  }
  return list.problems.map((problem) => ({ of, problem }));
}

function judgeMetric(
  { resource, containerResource }: MetricSpec,
  path: FieldPath,
  running: readonly Container[],
  ofPod: Container['resources'],
  list: ProblemList,
): void {
  // The judge refuses what no container can be called.
  if (containerResource !== undefined && dnsLabelComplaints(containerResource.container).length > 0) return;
  const place = path.child(containerResource === undefined ? 'resource' : 'containerResource');
  const measured =
    containerResource === undefined ? running : running.filter(({ name }) => name === containerResource.container);
  if (containerResource !== undefined && measured.length === 0) {
    const names = running.map(({ name }) => name).join(', ');
    list.notFound(
      'unknown-container',
      place.child('container'),
      containerResource.container,
      `the containers are ${names}`,
      { ours: true },
    );
    return;
  }
  const source = containerResource ?? resource;
  // An older version of the API has no target.
  if (source === undefined || source.name === '' || field(source, 'target', 'type') !== 'Utilization') return;
  const lacking = measured.find(
    ({ resources }) =>
      !(hasRequest(resources, source.name) || (containerResource === undefined && hasRequest(ofPod, source.name))),
  );
  if (lacking === undefined) return;
  const detail = `container ${lacking.name} requests no ${source.name}, of which this would be a share: the metric is never there`;
  list.invalid('utilization-without-request', place.child('target'), source.target.averageUtilization, detail, {
    ours: true,
  });
}

/** A limit alone counts: the API server makes a request of it. */
function hasRequest(resources: Container['resources'], name: string): boolean {
  return resources?.requests?.[name] !== undefined || resources?.limits?.[name] !== undefined;
}
