import { judge } from '../../../lib/kube/judge';
import type { KubernetesVersion } from '../../../lib/kube/version';

type Plain = Record<string, unknown>;

/** A copy of an object with one field changed, taken away (undefined) or added; steps of digits are positions. */
export function tweak(object: object, path: string, value: unknown): Plain {
  const copy = structuredClone(object) as Plain;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let place: Plain = copy;
  for (const step of steps) {
    place[step] ??= {};
    place = place[step] as Plain;
  }
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return copy;
}

/** Several tweaks, one after the other. */
export function tweaks(object: object, changes: Readonly<Record<string, unknown>>): Plain {
  return Object.entries(changes).reduce<Plain>((changed, [path, value]) => tweak(changed, path, value), { ...object });
}

/** What is said about an object: class and path of each problem, each once, in order of the paths. */
export function said(object: unknown, target: KubernetesVersion = '1.36'): string[] {
  const sentences = judge(object, { target }).problems.map(({ type, path }) => `${type} ${path}`);
  return [...new Set(sentences)].sort();
}

const labels = { app: 'web' };
const selector = { matchLabels: labels };
const containers = [{ name: 'web', image: 'nginx:1.27' }];
const template = { metadata: { labels }, spec: { containers } };
const batchTemplate = { spec: { restartPolicy: 'Never', containers } };
const metadata = { name: 'web' };

export const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers } };
export const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector, template } };
export const replicaSet = { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata, spec: { selector, template } };
export const daemonSet = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: { selector, template } };
export const statefulSet = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata,
  spec: { selector, template, serviceName: 'web' },
};
export const job = { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template: batchTemplate } };
export const cronJob = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata,
  spec: { schedule: '0 4 * * *', jobTemplate: { spec: { template: batchTemplate } } },
};
export const podTemplate = { apiVersion: 'v1', kind: 'PodTemplate', metadata, template };
export const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { selector: labels, ports: [{ name: 'http', port: 80 }] },
};
export const persistentVolumeClaim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata,
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};
export const podDisruptionBudget = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata,
  spec: { maxUnavailable: 1, selector },
};
export const horizontalPodAutoscaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata,
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 3 },
};
export const networkPolicy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata,
  spec: { podSelector: selector, ingress: [{ from: [{ podSelector: selector }], ports: [{ port: 80 }] }] },
};
export const serviceAccount = { apiVersion: 'v1', kind: 'ServiceAccount', metadata };
export const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata };
export const everyKind = [
  persistentVolumeClaim,
  pod,
  deployment,
  replicaSet,
  daemonSet,
  statefulSet,
  job,
  cronJob,
  podTemplate,
  service,
  podDisruptionBudget,
  horizontalPodAutoscaler,
  networkPolicy,
  serviceAccount,
  namespace,
] as const;
