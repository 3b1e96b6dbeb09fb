import { withDefaults } from '../../../lib/kube/defaults/defaults';
import {
  cronJob,
  daemonSet,
  deployment,
  everyKind,
  horizontalPodAutoscaler,
  job,
  namespace,
  networkPolicy,
  pod,
  podDisruptionBudget,
  replicaSet,
  service,
  statefulSet,
  tweak,
  tweaks,
} from '../support/objects';

const filledContainer = {
  name: 'web',
  image: 'nginx:1.27',
  imagePullPolicy: 'IfNotPresent',
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

const filledSpec = {
  containers: [filledContainer],
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  securityContext: {},
  terminationGracePeriodSeconds: 30,
};

test.each(everyKind.map((object) => [object.kind, object] as const))('%s: the input is left alone', (_kind, object) => {
  const before = structuredClone(object);
  const filled = withDefaults(object);
  expect(object).toEqual(before);
  expect(filled).not.toBe(object);
});

test('an object of another kind comes back as it is', () => {
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', data: { a: null } };
  expect(withDefaults(configMap)).toBe(configMap);
  const nothing: unknown = undefined;
  expect(withDefaults(nothing)).toBe(nothing);
});

test('a Pod', () => {
  expect(withDefaults(pod).spec).toEqual({ ...filledSpec, enableServiceLinks: true });
});

test('a Deployment: a quarter of the Pods at a time, ten revisions, ten minutes', () => {
  expect(withDefaults(deployment).spec).toEqual({
    ...deployment.spec,
    replicas: 1,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    template: { ...deployment.spec.template, spec: filledSpec },
  });
});

test('a Deployment that is recreated gets no rolling update', () => {
  const recreated = withDefaults(tweak(deployment, 'spec.strategy', { type: 'Recreate' }));
  expect(recreated).toHaveProperty('spec.strategy', { type: 'Recreate' });
});

test('a ReplicaSet gets one replica', () => {
  expect(withDefaults(replicaSet)).toHaveProperty('spec.replicas', 1);
});

test('a DaemonSet takes one Pod away before it starts the next', () => {
  expect(withDefaults(daemonSet)).toMatchObject({
    spec: {
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      revisionHistoryLimit: 10,
    },
  });
});

test('a StatefulSet keeps its order and its claims', () => {
  const claim = { metadata: { name: 'data' }, spec: { resources: { requests: { storage: '0.0001' } } } };
  expect(withDefaults(tweak(statefulSet, 'spec.volumeClaimTemplates', [claim]))).toMatchObject({
    spec: {
      podManagementPolicy: 'OrderedReady',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      replicas: 1,
      revisionHistoryLimit: 10,
      volumeClaimTemplates: [{ spec: { volumeMode: 'Filesystem', resources: { requests: { storage: '1m' } } } }],
    },
  });
});

test('a StatefulSet with a type and no details stays without details', () => {
  const bare = withDefaults(tweak(statefulSet, 'spec.updateStrategy', { type: 'RollingUpdate' }));
  expect(bare).toHaveProperty('spec.updateStrategy', { type: 'RollingUpdate' });
});

describe('a Job', () => {
  test('runs one Pod once', () => {
    expect(withDefaults(job)).toMatchObject({
      spec: {
        completions: 1,
        parallelism: 1,
        backoffLimit: 6,
        completionMode: 'NonIndexed',
        suspend: false,
        podReplacementPolicy: 'TerminatingOrFailed',
      },
    });
  });

  test('with parallelism alone ends when one Pod succeeds', () => {
    expect(withDefaults(tweak(job, 'spec.parallelism', 3))['spec']).not.toHaveProperty('completions');
  });

  test('that retries each index does not count retries together', () => {
    const perIndex = tweaks(job, { 'spec.backoffLimitPerIndex': 1, 'spec.completionMode': 'Indexed' });
    expect(withDefaults(perIndex)).toHaveProperty('spec.backoffLimit', 2147483647);
  });

  test('with a failure policy replaces failed Pods, and takes conditions for true', () => {
    const rules = [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }];
    expect(withDefaults(tweak(job, 'spec.podFailurePolicy', { rules }))).toMatchObject({
      spec: {
        podReplacementPolicy: 'Failed',
        podFailurePolicy: { rules: [{ onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] },
      },
    });
  });

  test('without labels takes those of its template', () => {
    const labelled = tweak(job, 'spec.template.metadata', { labels: { app: 'web' } });
    expect(withDefaults(labelled)).toHaveProperty('metadata.labels', { app: 'web' });
    expect(withDefaults(tweak(labelled, 'metadata.labels', { a: 'b' }))).toHaveProperty('metadata.labels', { a: 'b' });
  });
});

test('a CronJob fills in the Pod of its Job and nothing else of the Job', () => {
  const { spec } = withDefaults(cronJob);
  expect(spec).toMatchObject({
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  });
  expect(Object.keys(spec.jobTemplate.spec)).toEqual(['template']);
  expect(spec.jobTemplate.spec.template.spec).toEqual({ ...filledSpec, restartPolicy: 'Never' });
});

test.each([
  [{}, { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster' }],
  [{ type: 'NodePort' }, { externalTrafficPolicy: 'Cluster' }],
  [{ type: 'LoadBalancer' }, { externalTrafficPolicy: 'Cluster', allocateLoadBalancerNodePorts: true }],
  [{ sessionAffinity: 'ClientIP' }, { sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } }],
  [{ ports: [{ port: 80 }] }, { ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] }],
])('a Service with %j', (spec, filled) => {
  expect(withDefaults({ ...service, spec })).toMatchObject({ spec: filled });
});

describe('a container', () => {
  const filled = (container: object) =>
    (
      withDefaults(tweak(pod, 'spec.containers', [{ name: 'web', image: 'nginx:1.27', ...container }]))['spec'] as {
        containers: unknown[];
      }
    ).containers[0];

  test.each([
    ['nginx', 'Always'],
    ['nginx:latest', 'Always'],
    ['nginx:1.27', 'IfNotPresent'],
    [`nginx@sha256:${'a'.repeat(64)}`, 'IfNotPresent'],
    ['localhost:5000/nginx', 'Always'],
  ])('of image %s is pulled %s', (image, policy) => {
    expect(filled({ image })).toMatchObject({ imagePullPolicy: policy });
  });

  test('speaks TCP, asks the API of v1, and is probed every ten seconds', () => {
    const container = {
      ports: [{ containerPort: 80 }],
      env: [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
      readinessProbe: { httpGet: { port: 80 } },
      livenessProbe: { grpc: { port: 81 } },
      lifecycle: { preStop: { httpGet: { port: 80 } } },
    };
    const numbers = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
    expect(filled(container)).toMatchObject({
      ports: [{ containerPort: 80, protocol: 'TCP' }],
      env: [{ valueFrom: { fieldRef: { apiVersion: 'v1' } } }],
      readinessProbe: { httpGet: { port: 80, path: '/', scheme: 'HTTP' }, ...numbers },
      livenessProbe: { grpc: { port: 81, service: '' }, ...numbers },
      lifecycle: { preStop: { httpGet: { path: '/', scheme: 'HTTP' } } },
    });
  });

  test('requests its limits in a Pod, and amounts are kept to a thousandth', () => {
    const resources = { limits: { cpu: '0.0001', memory: '1Gi' }, requests: { memory: '512Mi' } };
    expect(filled({ resources })).toMatchObject({
      resources: { limits: { cpu: '1m', memory: '1Gi' }, requests: { cpu: '1m', memory: '512Mi' } },
    });
  });
});

test('in a template neither requests nor host ports are filled in', () => {
  const containers = [{ name: 'a', image: 'b:1', ports: [{ containerPort: 80 }], resources: { limits: { cpu: '1' } } }];
  const filled = withDefaults(tweaks(deployment, { 'spec.template.spec': { hostNetwork: true, containers } }));
  expect(filled).toMatchObject({
    spec: { template: { spec: { containers: [{ resources: { limits: { cpu: '1' } } }] } } },
  });
  expect(JSON.stringify(filled)).not.toMatch(/hostPort|requests/);
});

test('on the host network of a Pod every port is a host port', () => {
  const containers = [{ name: 'a', image: 'b:1', ports: [{ containerPort: 80 }] }];
  expect(withDefaults(tweaks(pod, { 'spec.hostNetwork': true, 'spec.containers': containers }))).toMatchObject({
    spec: { containers: [{ ports: [{ containerPort: 80, hostPort: 80 }] }] },
  });
});

test('the old name of the service account counts', () => {
  expect(withDefaults(tweak(pod, 'spec.serviceAccount', 'web'))).toHaveProperty('spec.serviceAccountName', 'web');
});

test.each([
  ['without a source', {}, { emptyDir: {} }],
  ['of a Secret', { secret: { secretName: 's' } }, { secret: { secretName: 's', defaultMode: 420 } }],
  ['of a Secret with a mode', { secret: { defaultMode: 0 } }, { secret: { defaultMode: 0 } }],
  ['of the host', { hostPath: { path: '/a' } }, { hostPath: { path: '/a', type: '' } }],
  ['of iSCSI', { iscsi: { iqn: 'i' } }, { iscsi: { iqn: 'i', iscsiInterface: 'default' } }],
  [
    'of Ceph',
    { rbd: { image: 'i', pool: '' } },
    { rbd: { image: 'i', pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } },
  ],
  ['of an image', { image: { reference: 'a:1' } }, { image: { reference: 'a:1', pullPolicy: 'IfNotPresent' } }],
  [
    'of several sources',
    {
      projected: {
        sources: [
          { serviceAccountToken: { path: 't' } },
          { downwardAPI: { items: [{ path: 'l', fieldRef: { fieldPath: 'metadata.labels' } }] } },
        ],
      },
    },
    {
      projected: {
        defaultMode: 420,
        sources: [
          { serviceAccountToken: { path: 't', expirationSeconds: 3600 } },
          { downwardAPI: { items: [{ path: 'l', fieldRef: { fieldPath: 'metadata.labels', apiVersion: 'v1' } }] } },
        ],
      },
    },
  ],
  [
    'of its own claim',
    { ephemeral: { volumeClaimTemplate: { spec: {} } } },
    { ephemeral: { volumeClaimTemplate: { spec: { volumeMode: 'Filesystem' } } } },
  ],
])('a volume %s', (_title, source, filled) => {
  const volumes = [{ name: 'v', ...source }];
  expect(withDefaults(tweak(pod, 'spec.volumes', volumes))).toHaveProperty('spec.volumes', [{ name: 'v', ...filled }]);
});

describe('resources of the whole Pod', () => {
  const resources = { limits: { cpu: '2', memory: '1Gi' } };
  const containers = [{ name: 'a', image: 'b:1', resources: { requests: { cpu: '500m' } } }];
  const whole = tweaks(pod, { 'spec.resources': resources, 'spec.containers': containers });

  test('are requested as the containers do, and else up to the limit', () => {
    expect(withDefaults(whole, { target: '1.34' })).toHaveProperty('spec.resources', {
      ...resources,
      requests: { cpu: '500m', memory: '1Gi' },
    });
  });

  test('are dropped by servers that have them switched off', () => {
    expect(withDefaults(whole, { target: '1.33' })['spec']).not.toHaveProperty('resources');
  });
});

test('a null in a map of times is a time that was never set', () => {
  const status = { disruptedPods: { web: null } };
  expect(withDefaults({ ...podDisruptionBudget, status })).toEqual({ ...podDisruptionBudget, status });
});

test('a HorizontalPodAutoscaler: one Pod at least, and 80 percent of the requested CPU', () => {
  const metrics = [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
  ];
  expect(withDefaults(horizontalPodAutoscaler).spec).toEqual({
    ...horizontalPodAutoscaler.spec,
    minReplicas: 1,
    metrics,
  });
});

test('where one direction of an autoscaler is described, both are filled in', () => {
  const policies = [{ type: 'Pods', value: 1, periodSeconds: 60 }];
  const described = tweak(horizontalPodAutoscaler, 'spec.behavior', { scaleDown: { policies } });
  expect(withDefaults(described)['spec']).toMatchObject({
    behavior: {
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [
          { type: 'Pods', value: 4, periodSeconds: 15 },
          { type: 'Percent', value: 100, periodSeconds: 15 },
        ],
      },
      scaleDown: { selectPolicy: 'Max', policies },
    },
  });
});

test.each([
  [{ egress: undefined }, ['Ingress']],
  [{ egress: [] }, ['Ingress']],
  [{ egress: [{}] }, ['Ingress', 'Egress']],
  [{ egress: [{}], policyTypes: ['Egress'] }, ['Egress']],
])('a NetworkPolicy with %j is about %j', (changes, policyTypes) => {
  const { spec } = networkPolicy;
  const [{ from }] = spec.ingress as [(typeof spec.ingress)[0]];
  expect(withDefaults({ ...networkPolicy, spec: { ...spec, ...changes } }).spec).toEqual({
    ...spec,
    ...changes,
    policyTypes,
    ingress: [{ from, ports: [{ port: 80, protocol: 'TCP' }] }],
  });
});

test('a Namespace has the label of its name', () => {
  const labels = { 'kubernetes.io/metadata.name': 'web' };
  expect(withDefaults(namespace)).toEqual({ ...namespace, metadata: { name: 'web', labels } });
  const nameless = tweak(namespace, 'metadata', { generateName: 'web-' });
  expect(withDefaults(nameless)).toEqual(nameless);
});
