import { createHash } from 'node:crypto';
import { ApiObject } from 'cdk8s';
import type { Chart, PodSpecOptions } from 'podwright';

/** A workload, as far as what stands beside it must know. */
interface Selecting {
  readonly name: string;
  readonly selector: Readonly<Record<string, string>>;
}

/**
 * Adds an immutable ConfigMap whose name ends in a digest of its files: a change of content is a new object, so it
 * rolls out with the Pods that mount it, and a revert brings both back.
 */
export function configFiles(chart: Chart, name: string, data: Readonly<Record<string, string>>): ApiObject {
  const digest = createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 8);
  return new ApiObject(chart, name, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${name}-${digest}`, labels: { 'app.kubernetes.io/name': name } },
    immutable: true,
    data,
  });
}

/** Lets a drained node take one Pod of the workload at a time. */
export function onePodAtATime(chart: Chart, { name, selector }: Selecting): ApiObject {
  return new ApiObject(chart, `${name}-disruption-budget`, {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, labels: selector },
    spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: selector } },
  });
}

/** Prefers other zones and other nodes for each replica of a revision, without keeping a Pod from running. */
export function spreadSoftly(name: string): NonNullable<PodSpecOptions['topologySpreadConstraints']> {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
    matchLabelKeys: ['pod-template-hash'],
  }));
}
