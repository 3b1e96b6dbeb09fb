/** Objects of a shop as Git has them, and as a real API server prints them when they run. */

type Fields = Record<string, unknown>;

const LABELS = { 'app.kubernetes.io/name': 'checkout' };
export const IMAGE = 'registry.example.com/shop/checkout:v2.4.1';
export const HASH = '7d4b9c6f58';

/** A Deployment as Git writes it. */
export function deployment(container: Fields = {}, spec: Fields = {}): Fields {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'checkout', namespace: 'shop', labels: LABELS },
    spec: {
      replicas: 2,
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: LABELS },
        spec: {
          serviceAccountName: 'checkout',
          automountServiceAccountToken: false,
          containers: [
            {
              name: 'api',
              image: IMAGE,
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [
                { name: 'LOG_LEVEL', value: 'info' },
                { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
              ],
              resources: { requests: { cpu: '1000m', memory: '256Mi' }, limits: { memory: '0.25Gi' } },
              readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
              securityContext: { allowPrivilegeEscalation: false },
              volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
              ...container,
            },
          ],
          volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
        },
      },
      ...spec,
    },
  };
}

const TIME = '2027-03-01T10:00:00Z';
const MANAGED = [
  {
    manager: 'argocd-controller',
    operation: 'Apply',
    apiVersion: 'apps/v1',
    time: TIME,
    fieldsType: 'FieldsV1',
    fieldsV1: { 'f:spec': { 'f:replicas': {} } },
  },
];

/** The container as the API server holds it, with what it fills in. */
export function liveContainer(changes: Fields = {}): Fields {
  return {
    name: 'api',
    image: IMAGE,
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    env: [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'POD_NAME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
    ],
    resources: { limits: { memory: '256Mi' }, requests: { cpu: '1', memory: '256Mi' } },
    readinessProbe: {
      httpGet: { path: '/ready', port: 'http', scheme: 'HTTP' },
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    },
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
    securityContext: { allowPrivilegeEscalation: false },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    ...changes,
  };
}

const filledPodSpec: Fields = {
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  dnsPolicy: 'ClusterFirst',
  serviceAccountName: 'checkout',
  serviceAccount: 'checkout',
  automountServiceAccountToken: false,
  securityContext: {},
  schedulerName: 'default-scheduler',
};

/** The Deployment in the cluster; `status` and fields of the spec may be changed. */
export function liveDeployment(spec: Fields = {}, status: Fields = {}, container: Fields = {}): Fields {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'checkout',
      namespace: 'shop',
      uid: '6f2c0e6e-93d5-4f0f-8f21-2d4f3c8a8c01',
      resourceVersion: '48211',
      generation: 4,
      creationTimestamp: TIME,
      labels: LABELS,
      annotations: { 'deployment.kubernetes.io/revision': '4', 'argocd.argoproj.io/tracking-id': 'shop:apps' },
      managedFields: MANAGED,
    },
    spec: {
      replicas: 2,
      selector: { matchLabels: LABELS },
      template: {
        metadata: { creationTimestamp: null, labels: LABELS },
        spec: {
          volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
          containers: [liveContainer(container)],
          ...filledPodSpec,
        },
      },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      ...spec,
    },
    status: {
      observedGeneration: 4,
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 2,
      availableReplicas: 2,
      conditions: [
        { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable', message: 'ok', lastUpdateTime: TIME },
        { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable', message: 'ok', lastUpdateTime: TIME },
      ],
      ...status,
    },
  };
}

/** Its ReplicaSet. */
export function liveReplicaSet(hash = HASH, image = IMAGE, replicas = 2): Fields {
  const labels = { ...LABELS, 'pod-template-hash': hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `checkout-${hash}`,
      namespace: 'shop',
      generation: 1,
      labels,
      annotations: {
        'deployment.kubernetes.io/desired-replicas': '2',
        'deployment.kubernetes.io/revision': hash === HASH ? '4' : '3',
      },
      ownerReferences: [ownedBy('apps/v1', 'Deployment', 'checkout')],
    },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [liveContainer({ image })], ...filledPodSpec } },
    },
    status: { observedGeneration: 1, replicas, readyReplicas: replicas, availableReplicas: replicas },
  };
}

function ownedBy(apiVersion: string, kind: string, name: string): Fields {
  return { apiVersion, kind, name, uid: `uid-of-${name}`, controller: true, blockOwnerDeletion: true };
}

/** What a test changes of a live Pod. */
export interface PodChanges {
  readonly hash?: string;
  readonly metadata?: Fields;
  readonly spec?: Fields;
  readonly container?: Fields;
  readonly status?: Fields;
  /** Fields of the status of its container. */
  readonly state?: Fields;
  readonly conditions?: Readonly<Record<string, Fields>>;
}

/** One of its Pods, which is well unless something is changed. */
export function livePod(name = 'abcde', changes: PodChanges = {}): Fields {
  const { conditions = {}, container = {}, hash = HASH, metadata, spec, state = {}, status } = changes;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `checkout-${hash}-${name}`,
      generateName: `checkout-${hash}-`,
      namespace: 'shop',
      labels: { ...LABELS, 'pod-template-hash': hash },
      ownerReferences: [ownedBy('apps/v1', 'ReplicaSet', `checkout-${hash}`)],
      managedFields: MANAGED,
      ...metadata,
    },
    spec: {
      volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
      containers: [liveContainer(container)],
      ...filledPodSpec,
      nodeName: 'worker-1',
      enableServiceLinks: true,
      priority: 0,
      preemptionPolicy: 'PreemptLowerPriority',
      tolerations: [
        { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
        { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
      ],
      ...spec,
    },
    status: {
      phase: 'Running',
      conditions: ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(
        (type) => ({ type, status: 'True', lastProbeTime: null, lastTransitionTime: TIME, ...conditions[type] }),
      ),
      hostIP: '10.0.0.4',
      podIP: '10.244.1.7',
      startTime: TIME,
      containerStatuses: [
        {
          name: 'api',
          state: { running: { startedAt: TIME } },
          lastState: {},
          ready: true,
          restartCount: 0,
          image: IMAGE,
          imageID: `registry.example.com/shop/checkout@sha256:${'a'.repeat(64)}`,
          containerID: 'containerd://abc',
          started: true,
          ...state,
        },
      ],
      qosClass: 'Burstable',
      ...status,
    },
  };
}

/** The conditions of a Pod whose containers are not ready. */
export const NOT_READY = {
  Ready: { status: 'False', reason: 'ContainersNotReady', message: 'containers with unready status: [api]' },
  ContainersReady: { status: 'False', reason: 'ContainersNotReady', message: 'containers with unready status: [api]' },
};

/** Everything of the Deployment, and well. */
export function healthy(): Fields[] {
  return [liveDeployment(), liveReplicaSet(), livePod('abcde'), livePod('fghij')];
}

/** A Job as Git writes it. */
export function job(spec: Fields = {}): Fields {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate', namespace: 'shop' },
    spec: {
      backoffLimit: 2,
      template: { spec: { restartPolicy: 'Never', containers: [{ name: 'migrate', image: 'migrate:v1' }] } },
      ...spec,
    },
  };
}

/** The Job in the cluster, with the one condition that it has. */
export function liveJob(condition: Fields | undefined, status: Fields = {}): Fields {
  const labels = {
    'batch.kubernetes.io/controller-uid': 'u',
    'batch.kubernetes.io/job-name': 'migrate',
    'job-name': 'migrate',
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate', namespace: 'shop', labels, generation: 1 },
    spec: {
      backoffLimit: 2,
      completions: 1,
      parallelism: 1,
      completionMode: 'NonIndexed',
      manualSelector: false,
      podReplacementPolicy: 'TerminatingOrFailed',
      suspend: false,
      selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': 'u' } },
      template: {
        metadata: { creationTimestamp: null, labels },
        spec: {
          containers: [{ ...liveContainer(), ...PLAIN }],
          dnsPolicy: 'ClusterFirst',
          restartPolicy: 'Never',
          schedulerName: 'default-scheduler',
          securityContext: {},
          terminationGracePeriodSeconds: 30,
        },
      },
    },
    status: { ...(condition && { conditions: [{ status: 'True', ...condition }] }), startTime: TIME, ...status },
  };
}

const PLAIN = { name: 'migrate', image: 'migrate:v1', env: [], ports: [], resources: {}, volumeMounts: [] };

/** A Pod of that Job, in a phase. */
export function jobPod(phase: string, exitCode: number, name = 'xyzab'): Fields {
  return livePod(name, {
    metadata: {
      name: `migrate-${name}`,
      labels: { 'job-name': 'migrate' },
      ownerReferences: [ownedBy('batch/v1', 'Job', 'migrate')],
    },
    spec: { restartPolicy: 'Never', serviceAccountName: 'default', volumes: [] },
    container: PLAIN,
    status: { phase, qosClass: 'BestEffort' },
    state: {
      name: 'migrate',
      ready: false,
      started: false,
      state: { terminated: { exitCode, reason: exitCode === 0 ? 'Completed' : 'Error', startedAt: TIME } },
    },
    conditions: { Ready: { status: 'False', reason: 'PodCompleted' }, ContainersReady: { status: 'False' } },
  });
}
