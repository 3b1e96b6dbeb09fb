import { FieldPath } from '../../lib/kube/field-path';
import { textsOf, type Entity } from '../entity';
import { isSetWhileRunning, type Landscape } from '../landscape';
import type { ObjectRule } from '../rule';
import type { Workload } from '../workload';

/** Nobody tells whoever writes a Service that it leads nowhere. */
export const noServiceWithoutPods: ObjectRule = {
  id: 'no-service-without-pods',
  about: 'object',
  kinds: ['Service'],
  severity: 'warning',
  title: 'A Service selects Pods',
  consequence: 'Every connection to the Service is refused or times out, since there is nobody behind it.',
  fix: 'Write the labels of the Pod template into `spec.selector`.',
  see: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#does-the-service-have-any-endpointslices',
  *check(service, landscape) {
    const written = Object.entries(textsOf(service.read('spec', 'selector')));
    const selector = Object.fromEntries(written.filter(([label]) => !isSetWhileRunning(label)));
    if (Object.keys(selector).length === 0 || service.read('spec', 'type') === 'ExternalName') return;
    if (landscape.workloadsBeside(service).length === 0) return;
    if (landscape.selectedBy(selector, service).length > 0) return;
    const near = nearMiss(selector, service, landscape);
    const wanted = titleOf(Object.entries(selector));
    const carried = near === undefined ? '' : `; those of ${near.entity.title} carry ${labelsLike(selector, near)}`;
    yield {
      path: FieldPath.of('spec').child('selector'),
      ...(near !== undefined && { severity: 'error' }),
      found: `No Pod here carries ${wanted}${carried}.`,
    };
  },
};

/** A workload that was surely meant: its Pods carry some of the labels, and others under the same keys. */
function nearMiss(
  selector: Readonly<Record<string, string>>,
  service: Entity,
  landscape: Landscape,
): Workload | undefined {
  return Object.entries(selector)
    .flatMap(([key, value]) => landscape.selectedBy({ [key]: value }, service))
    .find(({ podLabels }) => Object.keys(selector).every((key) => Object.hasOwn(podLabels, key)));
}

function labelsLike(selector: Readonly<Record<string, string>>, { podLabels }: Workload): string {
  return titleOf(Object.keys(selector).map((key) => [key, podLabels[key] ?? '']));
}

function titleOf(labels: readonly (readonly [string, string])[]): string {
  return `\`${labels.map(([key, value]) => `${key}: ${value}`).join(', ')}\``;
}
