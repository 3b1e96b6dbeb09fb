import { deployment } from './objects';
import { job, type Fields } from './kinds';

/** An object beside the sound Deployment: of its name, in its namespace. */
export function neighbour(apiVersion: string, kind: string, fields: Fields = {}, metadata: Fields = {}): Fields {
  return { apiVersion, kind, metadata: { name: 'api', namespace: 'shop', ...metadata }, ...fields };
}

/** An autoscaler of the sound Deployment. */
export function autoscaler(spec: Fields = {}, metadata: Fields = {}): Fields {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' };
  const metrics = [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
  ];
  return neighbour(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    { spec: { scaleTargetRef, minReplicas: 2, maxReplicas: 6, metrics, ...spec } },
    metadata,
  );
}

/** A budget for the sound Deployment. */
export function budget(spec: Fields = {}, metadata: Fields = {}): Fields {
  return neighbour(
    'policy/v1',
    'PodDisruptionBudget',
    { spec: { selector: { matchLabels: LABELS }, ...spec } },
    metadata,
  );
}

/** A policy that lets nobody into the sound Deployment. */
export function policy(spec: Fields = {}): Fields {
  return neighbour('networking.k8s.io/v1', 'NetworkPolicy', {
    spec: { podSelector: { matchLabels: LABELS }, policyTypes: ['Ingress'], ...spec },
  });
}

/** An Ingress before the Service of the sound Deployment. */
export function ingress(spec: Fields = {}, metadata: Fields = {}): Fields {
  const service = { name: 'api', port: { number: 80 } };
  const rules = [
    { host: 'shop.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] } },
  ];
  const tls = [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }];
  return neighbour('networking.k8s.io/v1', 'Ingress', { spec: { rules, tls, ...spec } }, metadata);
}

/** A claim that the sound Deployment may mount. */
export function claim(...accessModes: string[]): Fields {
  return neighbour('v1', 'PersistentVolumeClaim', {
    spec: { accessModes, resources: { requests: { storage: '1Gi' } } },
  });
}

/** A Namespace with the name of that of the sound Deployment. */
export function namespace(labels: Fields = {}): Fields {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } };
}

/** A role with one rule. */
export function role(rule: Fields, kind = 'Role', metadata: Fields = {}): Fields {
  return neighbour('rbac.authorization.k8s.io/v1', kind, { rules: [{ apiGroups: [''], ...rule }] }, metadata);
}

/** A binding of a role to the account of the sound Deployment, or to somebody else. */
export function binding(fields: Fields = {}, kind = 'RoleBinding', metadata: Fields = {}): Fields {
  return neighbour(
    'rbac.authorization.k8s.io/v1',
    kind,
    {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'ServiceAccount', name: 'api', namespace: 'shop' }],
      ...fields,
    },
    metadata,
  );
}

/** A CronJob that no rule has anything to say about. */
export function cronJob(spec: Fields = {}, jobSpec: Fields = {}, podSpec: Fields = {}): Fields {
  const { template } = job({}, podSpec)['spec'] as { readonly template: unknown };
  return neighbour('batch/v1', 'CronJob', {
    spec: {
      schedule: '15 3 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      jobTemplate: { spec: { backoffLimit: 2, activeDeadlineSeconds: 3600, template, ...jobSpec } },
      ...spec,
    },
  });
}

/** A StatefulSet with the Pods of the sound Deployment. */
export function statefulSet(spec: Fields = {}): Fields {
  const { selector, template } = deployment()['spec'] as Fields;
  return neighbour('apps/v1', 'StatefulSet', {
    spec: { replicas: 3, serviceName: 'api', selector, template, ...spec },
  });
}

/** The sound Deployment under another name, with the label `component` on its Pods, and in its selector. */
export function named(name: string, container: Fields = {}): Fields {
  const labels = { 'app.kubernetes.io/name': 'api', component: name };
  const { template, ...spec } = deployment(container)['spec'] as { readonly template: Fields };
  return neighbour(
    'apps/v1',
    'Deployment',
    { spec: { ...spec, selector: { matchLabels: labels }, template: { ...template, metadata: { labels } } } },
    { name },
  );
}

const LABELS = { 'app.kubernetes.io/name': 'api' };
