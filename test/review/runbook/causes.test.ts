import type { FailureState } from '../../../review';
import { beside, owner, pod } from '../report/told';
import { causes, commandFor, guide } from './called';

type Row = readonly [name: string, objects: readonly unknown[], likelihood: string, path: string, command: string];

const namespace = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
};
const config = (data: Record<string, string>) => ({ ...beside('ConfigMap', 'c', {}), data });
const fromKey = { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } }] };
const mounted = (volume: Record<string, unknown>) =>
  pod({ volumes: [{ name: 'v', ...volume }] }, { volumeMounts: [{ name: 'v', mountPath: '/v' }] });

function table(state: FailureState, rows: readonly Row[]): void {
  describe(state, () => {
    test.each(rows)('%s', (_, objects, likelihood, path, command) => {
      expect(causes(state, ...objects)).toContainEqual([likelihood, path]);
      expect(commandFor(state, path, ...objects)).toBe(command);
    });
  });
}

const events = 'kubectl events -n shop --for pod/api --types=Warning';
const describePod = 'kubectl describe pod -n shop api';
const previous = 'kubectl logs -n shop api -c api --previous';

table('Pending', [
  [
    'no Pod is made where nobody asks for one',
    [owner('Deployment', { replicas: 0 })],
    'certain',
    'spec.replicas',
    'kubectl get -n shop deployment/api',
  ],
  [
    'no Pod is made of a suspended Job',
    [owner('Job', { suspend: true })],
    'certain',
    'spec.suspend',
    'kubectl get -n shop job/api',
  ],
  [
    'a namespace refuses what its level forbids',
    [owner('Deployment', {}), namespace],
    'certain',
    'spec.template.spec',
    'kubectl get events -n shop --field-selector reason=FailedCreate',
  ],
  [
    'a ServiceAccount that is not here',
    [pod({ serviceAccountName: 'robot' })],
    'likely',
    'spec.serviceAccountName',
    'kubectl get serviceaccount -n shop robot',
  ],
  [
    'a PriorityClass that is not here',
    [pod({ priorityClassName: 'high' })],
    'likely',
    'spec.priorityClassName',
    'kubectl get priorityclass high',
  ],
  [
    'a scheduling gate',
    [pod({ schedulingGates: [{ name: 'example.com/wait' }] })],
    'certain',
    'spec.schedulingGates[0]',
    describePod,
  ],
  [
    'a ResourceQuota of the namespace',
    [pod(), beside('ResourceQuota', 'q', { hard: { pods: '1' } })],
    'likely',
    'spec.containers',
    'kubectl describe resourcequota -n shop',
  ],
  [
    'requests that no node may have',
    [pod({}, { resources: { requests: { cpu: '8' } } })],
    'likely',
    'spec.containers',
    'kubectl describe nodes',
  ],
  [
    'labels that no node may have',
    [pod({ nodeSelector: { disk: 'ssd' } })],
    'likely',
    'spec.nodeSelector',
    'kubectl get nodes -l disk=ssd',
  ],
  [
    'terms that no node may meet',
    [
      pod({
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] }],
            },
          },
        },
      }),
    ],
    'likely',
    'spec.affinity.nodeAffinity',
    'kubectl get nodes -L zone',
  ],
  [
    'Pods that it may not run beside',
    [
      pod({
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { labelSelector: { matchLabels: { app: 'a' } }, topologyKey: 'kubernetes.io/hostname' },
            ],
          },
        },
      }),
    ],
    'likely',
    'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]',
    'kubectl get pods -n shop -l app=a -o wide',
  ],
  [
    'a spread that must hold',
    [
      pod({
        topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }],
      }),
    ],
    'likely',
    'spec.topologySpreadConstraints[0]',
    'kubectl get nodes -L zone',
  ],
  [
    'a port of the node',
    [pod({}, { ports: [{ containerPort: 80, hostPort: 80 }] })],
    'likely',
    'spec.containers[0].ports[0]',
    'kubectl get pods -A -o wide',
  ],
  [
    'a node by name, and then no scheduler is asked',
    [pod({ nodeName: 'n1' })],
    'likely',
    'spec.nodeName',
    'kubectl get node n1',
  ],
  [
    'a claim that is not here',
    [mounted({ persistentVolumeClaim: { claimName: 'data' } })],
    'likely',
    'spec.volumes[0].persistentVolumeClaim.claimName',
    'kubectl describe pvc -n shop data',
  ],
  [
    'the claim of the first Pod of a StatefulSet',
    [owner('StatefulSet', { volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: {} }] })],
    'likely',
    'spec.volumeClaimTemplates[0]',
    'kubectl describe pvc -n shop d-api-0',
  ],
  [
    'a mounted ConfigMap that is not here',
    [mounted({ configMap: { name: 'c' } })],
    'likely',
    'spec.volumes[0].configMap',
    'kubectl describe configmap -n shop c',
  ],
]);

table('ImagePullBackOff', [
  ['what is no image', [pod({}, { image: 'Api:v1' })], 'certain', 'spec.containers[0].image', events],
  ['a registry with its tag', [pod({}, { image: 'r.io/a:v1' })], 'likely', 'spec.containers[0].image', events],
  [
    'what is never pulled',
    [pod({}, { imagePullPolicy: 'Never' })],
    'likely',
    'spec.containers[0].imagePullPolicy',
    `kubectl get node NODE -o 'jsonpath={range .status.images[*]}{.names}{"\\n"}{end}'`,
  ],
  [
    'a login that is not here',
    [pod({ imagePullSecrets: [{ name: 'login' }] })],
    'likely',
    'spec.imagePullSecrets[0]',
    "kubectl get secret -n shop login -o 'jsonpath={.type}'",
  ],
  [
    'a Secret that is no login',
    [pod({ imagePullSecrets: [{ name: 'login' }] }), beside('Secret', 'login', {})],
    'certain',
    'spec.imagePullSecrets[0]',
    "kubectl get secret -n shop login -o 'jsonpath={.type}'",
  ],
]);

table('CreateContainerConfigError', [
  [
    'a key that the object does not have',
    [pod({}, fromKey), config({ other: '' })],
    'certain',
    'spec.containers[0].env[0].valueFrom.configMapKeyRef',
    'kubectl describe configmap -n shop c',
  ],
  [
    'an object that is not here',
    [pod({}, fromKey)],
    'likely',
    'spec.containers[0].env[0].valueFrom.configMapKeyRef',
    'kubectl describe configmap -n shop c',
  ],
  [
    'an object that was not applied',
    [pod({}, fromKey), config({ k: '' })],
    'possible',
    'spec.containers[0].env[0].valueFrom.configMapKeyRef',
    'kubectl describe configmap -n shop c',
  ],
  [
    'a Secret that an operator makes',
    [
      pod({}, { envFrom: [{ secretRef: { name: 's' } }] }),
      { ...beside('ExternalSecret', 'e', { target: { name: 's' } }), apiVersion: 'external-secrets.io/v1' },
    ],
    'likely',
    'spec.containers[0].envFrom[0].secretRef',
    'kubectl describe externalsecret -n shop e',
  ],
  [
    'an image that may run as root where root is refused',
    [pod({ securityContext: { runAsNonRoot: true } })],
    'likely',
    'spec.securityContext.runAsNonRoot',
    events,
  ],
  [
    'a user that is root where root is refused',
    [pod({}, { securityContext: { runAsNonRoot: true, runAsUser: 0 } })],
    'certain',
    'spec.containers[0].securityContext.runAsNonRoot',
    events,
  ],
]);

table('CreateContainerError', [
  ['a program of the image', [pod({}, { command: ['/api'] })], 'likely', 'spec.containers[0].command', describePod],
  [
    'a shell that the image does not have',
    [pod({}, { image: 'gcr.io/distroless/static:nonroot', command: ['sh', '-c', 'true'] })],
    'certain',
    'spec.containers[0].command',
    describePod,
  ],
  [
    'a file of a volume that is mounted on a file',
    [
      pod(
        { volumes: [{ name: 'v', configMap: { name: 'c' } }] },
        { volumeMounts: [{ name: 'v', mountPath: '/etc/a.conf', subPath: 'a.conf' }] },
      ),
      config({ 'b.conf': '' }),
    ],
    'possible',
    'spec.containers[0].volumeMounts[0].subPath',
    describePod,
  ],
  [
    'a folder inside of a volume that is read-only',
    [
      pod(
        {
          volumes: [
            { name: 'v', persistentVolumeClaim: { claimName: 'c' } },
            { name: 't', emptyDir: {} },
          ],
        },
        {
          volumeMounts: [
            { name: 'v', mountPath: '/v', readOnly: true },
            { name: 't', mountPath: '/v/tmp' },
          ],
        },
      ),
    ],
    'possible',
    'spec.containers[0].volumeMounts[1].mountPath',
    describePod,
  ],
  [
    'a profile of the node',
    [pod({ securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'p.json' } } })],
    'likely',
    'spec.securityContext.seccompProfile',
    describePod,
  ],
  [
    'a limit that the runtime itself does not fit into',
    [pod({}, { resources: { limits: { memory: '4Mi' } } })],
    'likely',
    'spec.containers[0].resources.limits',
    describePod,
  ],
]);

table('Init', [
  [
    'an init container that never ends',
    [pod({ initContainers: [{ name: 'i', image: 'i:v1', command: ['sleep', 'infinity'] }] })],
    'certain',
    'spec.initContainers[0].command',
    'kubectl logs -n shop api -c i',
  ],
  [
    'an init container that fails',
    [pod({ initContainers: [{ name: 'i', image: 'i:v1', args: ['up'] }] })],
    'likely',
    'spec.initContainers[0].args',
    'kubectl logs -n shop api -c i',
  ],
  [
    'a sidecar that holds up the start',
    [
      pod({
        initContainers: [
          { name: 's', image: 's:v1', restartPolicy: 'Always', startupProbe: { tcpSocket: { port: 1 } } },
        ],
      }),
    ],
    'likely',
    'spec.initContainers[0].startupProbe',
    events,
  ],
]);

table('CrashLoopBackOff', [
  ['a program that ends', [pod({}, { command: ['/api'] })], 'likely', 'spec.containers[0].command', previous],
  ['a shell without input', [pod({}, { image: 'ubuntu:24.04' })], 'certain', 'spec.containers[0].image', previous],
  [
    'a probe that starts it again',
    [pod({}, { livenessProbe: { tcpSocket: { port: 80 } } })],
    'likely',
    'spec.containers[0].livenessProbe',
    events,
  ],
  [
    'a probe that can never succeed',
    [pod({}, { startupProbe: { httpGet: { port: 'web' } } })],
    'certain',
    'spec.containers[0].startupProbe',
    events,
  ],
  [
    'a filesystem that is read-only',
    [pod({}, { securityContext: { readOnlyRootFilesystem: true } })],
    'possible',
    'spec.containers[0].securityContext.readOnlyRootFilesystem',
    previous,
  ],
  [
    'a port that another container has',
    [
      pod({
        containers: [
          { name: 'web', image: 'web:v1', ports: [{ containerPort: 80 }] },
          { name: 'api', image: 'api:v1', ports: [{ containerPort: 80 }] },
        ],
      }),
    ],
    'certain',
    'spec.containers[1].ports[0]',
    previous,
  ],
  [
    'a variable that is optional',
    [pod({}, { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: true } } }] })],
    'possible',
    'spec.containers[0].env[0]',
    previous,
  ],
  [
    'a fresh volume that belongs to root',
    [
      pod(
        {
          securityContext: { runAsUser: 1000 },
          volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }],
        },
        { volumeMounts: [{ name: 'v', mountPath: '/v' }] },
      ),
    ],
    'likely',
    'spec.containers[0].volumeMounts[0]',
    previous,
  ],
  [
    'a memory limit',
    [pod({}, { resources: { limits: { memory: '64Mi' } } })],
    'possible',
    'spec.containers[0].resources.limits.memory',
    describePod,
  ],
]);

table('OOMKilled', [
  [
    'a limit',
    [pod({}, { resources: { limits: { memory: '64Mi' } } })],
    'likely',
    'spec.containers[0].resources.limits.memory',
    'kubectl top pod -n shop api --containers',
  ],
  [
    'a heap as large as the limit',
    [pod({}, { resources: { limits: { memory: '512Mi' } }, args: ['-Xmx512m'] })],
    'certain',
    'spec.containers[0].args',
    describePod,
  ],
  [
    'a heap that leaves some of the limit',
    [pod({}, { resources: { limits: { memory: '512Mi' } }, env: [{ name: 'GOMEMLIMIT', value: '400MiB' }] })],
    'possible',
    'spec.containers[0].env[0]',
    describePod,
  ],
  ['a node without memory', [pod()], 'likely', 'spec.containers[0].resources.limits', 'kubectl describe node NODE'],
  [
    'the limit of the whole Pod',
    [pod({ resources: { limits: { memory: '64Mi' } } })],
    'likely',
    'spec.resources.limits.memory',
    'kubectl top pod -n shop api --containers',
  ],
]);

table('NotReady', [
  [
    'a readiness probe',
    [pod({}, { readinessProbe: { tcpSocket: { port: 80 } } })],
    'likely',
    'spec.containers[0].readinessProbe',
    events,
  ],
  [
    'a readiness gate',
    [pod({ readinessGates: [{ conditionType: 'example.com/ready' }] })],
    'likely',
    'spec.readinessGates[0]',
    'kubectl get pod -n shop api -o wide',
  ],
  [
    'seconds of readiness that a rollout waits for',
    [owner('Deployment', { minReadySeconds: 30 })],
    'possible',
    'spec.minReadySeconds',
    'kubectl rollout status -n shop deployment/api',
  ],
  [
    'a Service that leads to no port',
    [
      owner('Deployment'),
      beside('Service', 'web', { selector: { app: 'api' }, ports: [{ port: 80, targetPort: 'web' }] }),
    ],
    'certain',
    'spec.template.spec.containers',
    'kubectl describe service -n shop web',
  ],
  [
    'a Service of its name that asks for other labels',
    [owner('Deployment'), beside('Service', 'api', { selector: { app: 'ap' }, ports: [{ port: 80 }] })],
    'certain',
    'spec.template.metadata.labels',
    'kubectl describe service -n shop api',
  ],
]);

table('Evicted', [
  [
    'a volume that has a bound',
    [mounted({ emptyDir: { sizeLimit: '1Mi' } })],
    'likely',
    'spec.volumes[0].emptyDir.sizeLimit',
    describePod,
  ],
  [
    'a limit of disk',
    [pod({}, { resources: { limits: { 'ephemeral-storage': '1Gi' } } })],
    'likely',
    'spec.containers[0].resources.limits.ephemeral-storage',
    describePod,
  ],
]);

table('Unknown', [
  ['a node that is lost', [pod()], 'likely', '', 'kubectl describe node NODE'],
  [
    'a volume for one node',
    [owner('StatefulSet', { volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: {} }] })],
    'likely',
    'spec.volumeClaimTemplates',
    'kubectl get volumeattachments',
  ],
  [
    'a finalizer',
    [{ ...pod(), metadata: { name: 'api', namespace: 'shop', finalizers: ['example.com/hold'] } }],
    'likely',
    'metadata.finalizers',
    `kubectl get pod -n shop api -o 'jsonpath={.metadata.finalizers}{"\\n"}'`,
  ],
]);

describe('what a Pod cannot have is not listed', () => {
  const states: readonly FailureState[] = ['CreateContainerConfigError', 'CreateContainerError', 'Init'];
  test.each(states)('a plain Pod has no cause of %s', (state) => {
    expect(causes(state, pod())).toEqual([]);
  });

  test('an optional reference keeps no container from starting', () => {
    const optional = { envFrom: [{ configMapRef: { name: 'c', optional: true } }] };
    expect(causes('CreateContainerConfigError', pod({}, optional))).toEqual([]);
  });

  test('a volume that nobody mounts is not waited for', () => {
    const paths = causes('Pending', pod({ volumes: [{ name: 'v', secret: { secretName: 's' } }] })).map(
      ([, path]) => path,
    );
    expect(paths).toEqual(['spec.tolerations']);
  });

  test('a container with a limit does not wait for the node to run out of memory', () => {
    const limited = pod({}, { resources: { limits: { memory: '64Mi' } } });
    expect(causes('OOMKilled', limited)).toEqual([['likely', 'spec.containers[0].resources.limits.memory']]);
  });

  test('a volume with a bound of 0 has none', () => {
    const paths = causes('Evicted', mounted({ emptyDir: { sizeLimit: 0 } })).map(([, path]) => path);
    expect(paths).not.toContain('spec.volumes[0].emptyDir.sizeLimit');
  });

  test('a key of a mounted ConfigMap is no missing file', () => {
    const file = pod(
      { volumes: [{ name: 'v', configMap: { name: 'c' } }] },
      { volumeMounts: [{ name: 'v', mountPath: '/etc/a.conf', subPath: 'a.conf' }] },
    );
    expect(causes('CreateContainerError', file, config({ 'a.conf': '' }))).toEqual([]);
  });

  test('a volume for many nodes is not taken from a lost one', () => {
    const shared = owner('StatefulSet', {
      volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: { accessModes: ['ReadWriteMany'] } }],
    });
    expect(causes('Unknown', shared).map(([, path]) => path)).not.toContain('spec.volumeClaimTemplates');
  });
});

test('the most likely cause stands first', () => {
  const paths = causes('CrashLoopBackOff', pod({}, { startupProbe: { httpGet: { port: 'web' } } }));
  expect(paths.map(([likelihood]) => likelihood)).toEqual(['certain', 'likely']);
});

test('probes are told with the seconds that they leave', () => {
  const probed = { livenessProbe: { tcpSocket: { port: 80 }, initialDelaySeconds: 5, periodSeconds: 10 } };
  const [first] = guide('CrashLoopBackOff', pod({}, probed)).causes.filter(({ path }) =>
    path.endsWith('livenessProbe'),
  );
  expect(first?.sentence).toMatch(/31 s at most.* 35 s from its start/);
});

test('the chain goes from the labels over readiness to the EndpointSlice of each Service', () => {
  const service = beside('Service', 'web', {
    selector: { app: 'api' },
    ports: [{ name: 'http', port: 80, targetPort: 'http' }],
  });
  const api = owner(
    'Deployment',
    {},
    { containers: [{ name: 'api', image: 'a:v1', ports: [{ name: 'http', containerPort: 8080 }] }] },
  );
  expect(guide('NotReady', api, service).chain.map(({ command }) => command)).toEqual([
    'kubectl get pods -n shop -l app=api --show-labels',
    'kubectl get pods -n shop -l app=api -o wide',
    'kubectl get endpointslices -n shop -l kubernetes.io/service-name=web',
  ]);
  expect(guide('NotReady', api).chain).toEqual([]);
});

test('what is not started again in place does not crash in a loop', () => {
  const once = owner('Job', {}, { restartPolicy: 'Never' });
  expect(guide('CrashLoopBackOff', once).meaning.join(' ')).not.toContain('5 min');
  expect(guide('CrashLoopBackOff', pod()).meaning.join(' ')).toContain('no phase');
});
