import { fieldOf, listOf, textOf, type Entity } from '../entity';
import { amountsText } from './amounts';
import { boundsOf } from './pod-count';
import { times } from './resources';
import type { Subject } from './subject';
import { code, count, list, sentences } from './words';

/** How many Pods there are, who changes that, and what it costs. */
export function scaleTexts({ autoscalers, count: { least, most }, workload }: Subject): string[] {
  const cost = (pods: number) => amountsText(times(workload.resources.requests, pods));
  const [autoscaler] = autoscalers;
  const bounds = autoscaler === undefined ? undefined : boundsOf(autoscaler);
  if (autoscaler === undefined || bounds === undefined || most === 0) {
    const each = cost(1);
    return sentences(
      `it is ${least === 0 ? 'scaled down to no Pods' : `set to ${count(least ?? 0, 'Pod')}`}, and no HorizontalPodAutoscaler among these objects changes that`,
      each !== '' && `each Pod more asks for ${each}`,
    );
  }
  const name = `HorizontalPodAutoscaler ${code(autoscaler.identity.name)}`;
  const top = cost(bounds.most);
  return sentences(
    `${name} keeps ${bounds.least} to ${count(bounds.most, 'Pod')}${metricsText(autoscaler)}`,
    top !== '' && `at the most they ask for ${top}`,
  );
}

function metricsText(autoscaler: Entity): string {
  const metrics = listOf(autoscaler.read('spec', 'metrics')).flatMap(metricText);
  const older = autoscaler.read('spec', 'targetCPUUtilizationPercentage');
  const all = [...metrics, ...(typeof older === 'number' ? [`CPU at ${older} % of the request`] : [])];
  return all.length === 0 ? '' : `, by ${list(all)}`;
}

function metricText(metric: unknown): string[] {
  const type = textOf(fieldOf(metric, 'type'));
  if (type === 'Resource') return [resourceText(fieldOf(metric, 'resource'))];
  if (type !== 'ContainerResource') return type === '' ? [] : [`a metric of type ${code(type)}`];
  const source = fieldOf(metric, 'containerResource');
  return [`${resourceText(source)} of container ${code(textOf(fieldOf(source, 'container')))}`];
}

function resourceText(source: unknown): string {
  const name = textOf(fieldOf(source, 'name'));
  const target = fieldOf(source, 'target');
  const utilization = fieldOf(target, 'averageUtilization');
  const value = fieldOf(target, 'averageValue');
  const what = name === 'cpu' ? 'CPU' : name === 'memory' ? 'memory' : code(name);
  if (typeof utilization === 'number') return `${what} at ${utilization} % of the request`;
  return typeof value === 'string' || typeof value === 'number' ? `${what} at ${code(value)} per Pod` : what;
}
