import { diff, type Topic } from '../../../review/diff';
import type { Source } from '../../../review';
import { beside, owned, pod } from '../kinds';
import { deployment, soundContainer, sources } from '../objects';
import { said } from './said';

type Fields = Readonly<Record<string, unknown>>;

const service = (selector: Fields, spec: Fields = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'api', namespace: 'shop' },
  spec: { selector, ports: [{ port: 80, targetPort: 'http' }], ...spec },
});

const ours = { 'app.kubernetes.io/name': 'api' };
const memory = (limit?: string) =>
  deployment({ resources: { requests: { cpu: '100m', memory: '64Mi' }, ...(limit && { limits: { memory: limit } }) } });
const probe = (fields: Fields) => ({ httpGet: { path: '/live', port: 'http' }, ...fields });
const confined = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true };
const byHand = (image: string) => {
  const agent = owned('DaemonSet', { image });
  return { ...agent, spec: { ...(agent['spec'] as Fields), updateStrategy: { type: 'OnDelete' } } };
};
const helper = { ...soundContainer(), name: 'helper', restartPolicy: 'Always', ports: [] };

const claim = (storage: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'shop' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
});
const job = (spec: Fields) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'work', namespace: 'shop' },
  spec: { template: { spec: { restartPolicy: 'Never', containers: [soundContainer()] } }, ...spec },
});
const secret = (type: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'cert', namespace: 'shop' },
  type,
});
const lone = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'lone', namespace: 'shop' },
  spec: { containers: [soundContainer()] },
};
const autoscaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'api', namespace: 'shop' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' }, minReplicas: 2, maxReplicas: 8 },
};

describe('every change says what it will do', () => {
  test.each<[string, Topic, readonly unknown[], readonly unknown[], readonly (string | RegExp)[]]>([
    [
      'a new image',
      'image',
      [deployment()],
      [deployment({ image: 'registry.example.com/shop/api:v1.4.3' })],
      ['notice: `api` runs `registry.example.com/shop/api:v1.4.3` instead of `registry.example.com/shop/api:v1.4.2`.'],
    ],
    [
      'a template rolls out',
      'rollout',
      [deployment()],
      [deployment({ image: 'registry.example.com/shop/api:v1.4.3' })],
      ['notice: Every Pod of Deployment shop/api is replaced: new ones start as old ones stop.'],
    ],
    ['replicas alone roll nothing out', 'rollout', [deployment()], [deployment({}, {}, { replicas: 3 })], []],
    [
      'fewer replicas',
      'scale',
      [deployment()],
      [deployment({}, {}, { replicas: 1 })],
      [
        'danger: Deployment shop/api asks for 1 Pod instead of 2: there is no other when that one is evicted or loses its node.',
      ],
    ],
    [
      'a lower memory limit',
      'memory',
      [memory('256Mi')],
      [memory('128Mi')],
      ['danger: `api` is killed at 128 MiB of memory instead of 256 MiB.'],
    ],
    ['a memory limit in other words', 'memory', [memory('1024Mi')], [memory('1Gi')], []],
    ['no memory limit', 'memory', [memory('1Gi')], [memory()], [/^danger: .* no memory limit any more/]],
    [
      'another QoS class',
      'qos',
      [deployment()],
      [deployment({ resources: {} })],
      [/^danger: Pods of Deployment shop\/api are BestEffort instead of Burstable \(/],
    ],
    [
      'a looser Pod Security level',
      'security',
      [deployment()],
      [deployment({}, { hostNetwork: true })],
      [
        'danger: Pods of Deployment shop/api pass `privileged` instead of `restricted`. A namespace that enforces `restricted` refuses them.',
        /^danger: New privileges in Deployment shop\/api: host namespaces/,
      ],
    ],
    [
      'a privilege more beside one that was there',
      'security',
      [deployment({}, { hostNetwork: true })],
      [deployment({}, { hostNetwork: true, hostPID: true })],
      ['danger: New privileges in Deployment shop/api: host namespaces (hostPID).'],
    ],
    [
      'a capability for another',
      'security',
      [deployment({ securityContext: { ...confined, capabilities: { drop: ['ALL'], add: ['CHOWN', 'KILL'] } } })],
      [deployment({ securityContext: { ...confined, capabilities: { drop: ['ALL'], add: ['SYS_PTRACE', 'KILL'] } } })],
      [
        /^danger: Pods of .* pass `privileged` instead of `baseline`/,
        'danger: New privileges in Deployment shop/api: unrestricted capabilities (container "api": SYS_PTRACE).',
        'notice: No longer in Deployment shop/api: unrestricted capabilities (container "api": CHOWN).',
      ],
    ],
    [
      'a container that is gone takes its privileges along, and leaves none',
      'security',
      [beside({ name: 'other', securityContext: {} })],
      [deployment()],
      [/^notice: Pods of .* pass `restricted` instead of `baseline`/],
    ],
    [
      'a container that comes without what confines the others',
      'security',
      [beside({ name: 'other', securityContext: {} })],
      [beside({ name: 'third', securityContext: {} }, { name: 'other', securityContext: {} })],
      [
        'danger: New privileges in Deployment shop/api: allowPrivilegeEscalation != false (container "third") and unrestricted capabilities (container "third").',
      ],
    ],
    [
      'another node for an agent',
      'placement',
      [owned('DaemonSet')],
      [owned('DaemonSet', {}, { nodeSelector: { pool: 'edge' } })],
      [/^danger: DaemonSet shop\/api runs on other nodes than before: .* removed\.$/],
    ],
    [
      'an agent that is replaced by hand',
      'rollout',
      [byHand('registry.example.com/shop/api:v1.4.2')],
      [byHand('registry.example.com/shop/api:v1.4.3')],
      ['notice: Pods of DaemonSet shop/api are replaced only as somebody deletes them.'],
    ],
    [
      'a Pod is not Pods of a Pod',
      'identity',
      [pod()],
      [pod({}, { serviceAccountName: 'other' })],
      ['danger: Pod shop/api runs as the service account `other` instead of `api`.'],
    ],
    [
      'what no longer fits a sentence of three fields',
      'recreation',
      [pod()],
      [pod({ command: ['a'], args: ['b'], workingDir: '/c', stdin: true })],
      [/^danger: The API server refuses to change `[^ ]+`, `[^ ]+`, `[^ ]+` and 1 more field of Pod shop\/api/],
    ],
    [
      'a writable root',
      'security',
      [deployment()],
      [deployment({ securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } })],
      ['danger: `api` can write to its root file system from now on.'],
    ],
    [
      'a readiness probe that is gone',
      'traffic',
      [deployment()],
      [deployment({ readinessProbe: undefined })],
      [/^danger: `api` has no readiness probe any more/],
    ],
    [
      'a readiness path',
      'traffic',
      [deployment()],
      [deployment({ readinessProbe: { httpGet: { path: '/ok', port: 'http' }, timeoutSeconds: 2 } })],
      [
        'notice: `api` is asked otherwise whether it can serve: by `GET /ok` on port http instead of `GET /healthz/ready` on port http.',
      ],
    ],
    [
      'a shorter grace period',
      'traffic',
      [deployment()],
      [deployment({}, { terminationGracePeriodSeconds: 5 })],
      [/^danger: Pods of Deployment shop\/api have 5 s to stop instead of 30 s/],
    ],
    [
      'a liveness probe that came',
      'restart',
      [deployment()],
      [deployment({ livenessProbe: probe({ periodSeconds: 5, failureThreshold: 2 }) })],
      ['danger: `api` is restarted from now on at most 11 s after it stops answering its liveness probe.'],
    ],
    [
      'less time to start, delay included',
      'restart',
      [deployment({ startupProbe: probe({ periodSeconds: 5, failureThreshold: 6, initialDelaySeconds: 20 }) })],
      [deployment({ startupProbe: probe({ periodSeconds: 5, failureThreshold: 6, initialDelaySeconds: 2 }) })],
      ['danger: `api` has 32 s to start instead of 50 s.'],
    ],
    [
      'a selector of a Deployment',
      'recreation',
      [deployment()],
      [deployment({}, {}, { selector: { matchLabels: { app: 'api' } } })],
      [/^danger: The API server refuses to change .*deleted and created anew, and its Pods with it\.$/],
    ],
    [
      'a claim that asks for less',
      'recreation',
      [claim('5Gi')],
      [claim('3Gi')],
      [/^danger: The API server refuses to change `spec\.resources\.requests\.storage` of/],
    ],
    ['a claim that asks for more', 'recreation', [claim('5Gi')], [claim('5368709121')], []],
    [
      'how much a Job has to do',
      'recreation',
      [job({ completions: 4 })],
      [job({ completions: 5 })],
      [/^danger: The API server refuses to change `spec\.completions` of/],
    ],
    [
      'how many indexes a Job has, all at a time',
      'recreation',
      [job({ completionMode: 'Indexed', completions: 4, parallelism: 4 })],
      [job({ completionMode: 'Indexed', completions: 5, parallelism: 5 })],
      [],
    ],
    [
      'the type of a Secret',
      'recreation',
      [secret('Opaque')],
      [secret('kubernetes.io/tls')],
      [/^danger: The API server refuses to change `type` of/],
    ],
    [
      'the grace period of a Pod',
      'recreation',
      [{ ...lone, spec: { ...lone.spec, terminationGracePeriodSeconds: 30 } }],
      [{ ...lone, spec: { ...lone.spec, terminationGracePeriodSeconds: 60 } }],
      [/^danger: The API server refuses to change `spec\.terminationGracePeriodSeconds` of/],
    ],
    [
      'labels that a Service asks for',
      'routing',
      [deployment(), service(ours)],
      [deployment(), service({ app: 'web' })],
      ['danger: Service shop/api sends its traffic to nobody: no workload here has the labels that it asks for.'],
    ],
    [
      'a sidecar that came',
      'rollout',
      [deployment()],
      [deployment({}, { initContainers: [helper] })],
      [
        'notice: The sidecar `helper` is new in Deployment shop/api; it runs `registry.example.com/shop/api:v1.4.2`.',
        /^notice: Every Pod/,
      ],
    ],
    [
      'the order of starting',
      'order',
      [deployment({}, { initContainers: [helper, { ...helper, name: 'other' }] })],
      [deployment({}, { initContainers: [{ ...helper, name: 'other' }, helper] })],
      ['notice: Init containers and sidecars start in another order: `other` and `helper`.'],
    ],
    [
      'a persistent volume that became an emptyDir',
      'data',
      [deployment({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] })],
      [deployment({}, { volumes: [{ name: 'data', emptyDir: {} }] })],
      [/^danger: The volume `data` .* instead of the claim `data`: what it held does not come along\.$/],
    ],
    [
      'a service account',
      'identity',
      [deployment()],
      [deployment({}, { serviceAccountName: 'admin' })],
      ['danger: Pods of Deployment shop/api run as the service account `admin` instead of `api`.'],
    ],
    [
      'a hard placement',
      'placement',
      [deployment()],
      [deployment({}, { nodeSelector: { disk: 'nvme' } })],
      [/^danger: .*other nodes than before/],
    ],
    ['what is new', 'rollout', [], [deployment()], ['notice: Deployment shop/api is new.']],
    [
      'a StatefulSet that is gone',
      'data',
      [{ ...deployment(), kind: 'StatefulSet', spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] } }],
      [],
      [/^danger: StatefulSet shop\/api is gone: .* stay behind and have to be deleted by hand\.$/],
    ],
    [
      'what all of it costs',
      'cost',
      [deployment()],
      [deployment({}, {}, { replicas: 4 })],
      [
        'notice: Deployment shop/api asks for 0.4 cores and 512 MiB of memory for 4 Pods instead of 0.2 cores and 256 MiB of memory for 2 Pods.',
      ],
    ],
    [
      'replicas that an autoscaler decides on, which cost what they did',
      'cost',
      [deployment(), autoscaler],
      [deployment({}, {}, { replicas: 4 }), autoscaler],
      [],
    ],
    [
      'a ConfigMap that is read as environment',
      'configuration',
      [deployment({ envFrom: [{ configMapRef: { name: 'settings' } }] }), settings('a')],
      [deployment({ envFrom: [{ configMapRef: { name: 'settings' } }] }), settings('b')],
      [/^danger: Deployment shop\/api keeps the old values of ConfigMap shop\/settings/],
    ],
    [
      'a ConfigMap that Pods read which are made anew all the same',
      'configuration',
      [deployment({ envFrom: [{ configMapRef: { name: 'settings' } }] }), settings('a')],
      [deployment({ envFrom: [{ configMapRef: { name: 'settings' } }], workingDir: '/srv' }), settings('b')],
      ['notice: Deployment shop/api reads the new values of ConfigMap shop/settings in Pods that start from now on.'],
    ],
    [
      'no replicas, which ask for nothing',
      'cost',
      [deployment()],
      [deployment({}, {}, { replicas: 0 })],
      ['notice: Deployment shop/api asks for nothing instead of 0.2 cores and 256 MiB of memory for 2 Pods.'],
    ],
  ])('%s', (_title, topic, before, after, sentences) => {
    expect(said(before, after, topic)).toEqual(
      sentences.map((sentence): unknown => (typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))),
    );
  });
});

test('another target of a port is no change that means the same', () => {
  const to = (targetPort: number) => service(ours, { ports: [{ port: 80, targetPort }] });
  const { objects } = diff(sources(to(8080)), sources(to(9090)));
  expect(objects.flatMap(({ fields }) => fields)).toEqual([
    { path: 'spec.ports[80/TCP].targetPort', change: 'changed', before: 8080, after: 9090 },
  ]);
});

function settings(value: string) {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' }, data: { value } };
}

describe('objects are matched', () => {
  test('by kind, namespace and name, whatever their order and version', () => {
    const { objects, same } = diff(sources(settings('a'), deployment()), sources(deployment(), settings('a')));
    expect([objects, same]).toEqual([[], 2]);
  });

  test('a nearly equal object under another name was renamed', () => {
    const after = { ...deployment(), metadata: { name: 'web', namespace: 'shop' } };
    const { objects } = diff(sources(deployment()), sources(after));
    expect(objects).toEqual([
      expect.objectContaining({ change: 'renamed', was: expect.objectContaining({ name: 'api' }) as unknown }),
    ]);
    expect(objects[0]?.consequences[0]?.sentence).toMatch(/^Deployment shop\/api becomes Deployment shop\/web: /);
  });

  test('another object of the kind was not renamed', () => {
    const other = { ...settings('a'), metadata: { name: 'other', namespace: 'shop' }, data: { different: 'x' } };
    const { objects } = diff(sources(settings('a')), sources(other));
    expect(objects.map(({ change }) => change)).toEqual(['added', 'removed']);
  });
});

describe('objects of one name', () => {
  const at = (place: string, object: unknown): Source => ({ object, file: `${place}/api.yaml` });
  const bound = (destination: string, object: unknown): Source => ({ ...at(destination, object), destination });
  const scaled = (replicas: number) => deployment({}, {}, { replicas });

  test('are compared in each destination, among the objects that go there', () => {
    const uses = deployment({ envFrom: [{ configMapRef: { name: 'settings' } }] });
    const set = (value: string) => [
      ...['dev', 'prod'].map((destination) => bound(destination, uses)),
      ...['dev', 'prod'].map((destination) => bound(destination, settings(destination === 'dev' ? 'a' : value))),
    ];
    const { objects, same } = diff(set('a'), set('b'));
    expect(same).toBe(3);
    expect(objects.map(({ file, consequences }) => [file, consequences.map(({ sentence }) => sentence)])).toEqual([
      [
        'prod/api.yaml',
        [
          'Deployment shop/api keeps the old values of ConfigMap shop/settings in its environment until somebody restarts it.',
        ],
      ],
    ]);
  });

  test('come and go with a destination', () => {
    const before = ['eu', 'us'].map((destination) => bound(destination, scaled(2)));
    const after = ['eu', 'asia'].map((destination) => bound(destination, scaled(2)));
    expect(diff(before, after).objects.map(({ change, file }) => [change, file])).toEqual([
      ['added', 'asia/api.yaml'],
      ['removed', 'us/api.yaml'],
    ]);
  });

  test('are told apart by their files where nobody says where they go, and none is left out', () => {
    const before = [at('eu', scaled(2)), at('us', scaled(2)), at('us', scaled(2))];
    const after = [at('us', scaled(2)), at('us', scaled(3)), at('eu', scaled(4))];
    const { objects, same } = diff(before, after);
    expect(same).toBe(1);
    expect(objects.map(({ file, fields }) => [file, fields.map((field) => field.after)])).toEqual([
      ['us/api.yaml', [3]],
      ['eu/api.yaml', [4]],
    ]);
  });

  test('are matched to what is most alike where their files have moved', () => {
    const before = [at('old/eu', scaled(2)), at('old/us', scaled(5))];
    const after = [at('new/eu', scaled(2)), at('new/us', scaled(7)), at('new/asia', scaled(9))];
    const { objects, same } = diff(before, after);
    expect([same, objects.map(({ change }) => change)]).toEqual([1, ['changed', 'added']]);
  });
});

describe('every changed field is told', () => {
  test('what means the same is told as that', () => {
    const before = deployment({ resources: { requests: { cpu: '1000m' } } });
    const after = deployment({ resources: { requests: { cpu: 1 } }, terminationMessagePath: '/dev/termination-log' });
    const [changed] = diff(sources(before), sources(after)).objects;
    expect(changed?.fields.map(({ path, meansTheSame }) => [path, meansTheSame])).toEqual([
      ['spec.template.spec.containers[api].resources.requests.cpu', true],
      ['spec.template.spec.containers[api].terminationMessagePath', true],
    ]);
    expect(changed?.consequences).toEqual([]);
  });

  test('a field that nobody knows never means the same', () => {
    const [changed] = diff(sources(deployment()), sources(deployment({ imge: 'x' }))).objects;
    expect(changed?.fields).toEqual([{ path: 'spec.template.spec.containers[api].imge', change: 'added', after: 'x' }]);
  });

  test('a new exception is told, and one that is gone', () => {
    const remarks = [{ path: 'spec', kind: 'exception', text: 'it is a demonstration', until: '2027-03-31' }] as const;
    const excused: Source = { object: deployment(), remarks };
    const sentencesOf = (before: Source, after: Source) =>
      diff([before], [after]).objects.flatMap(({ consequences }) => consequences.map(({ sentence }) => sentence));
    expect(sentencesOf({ object: deployment() }, excused)).toEqual([
      'A new exception in Deployment shop/api at `spec`: it is a demonstration (until 2027-03-31).',
    ]);
    expect(sentencesOf(excused, { object: deployment() })).toEqual([
      'An exception of Deployment shop/api at `spec` is gone: it is a demonstration.',
    ]);
  });
});

test.each([
  [null],
  [5],
  [[]],
  [{}],
  [{ kind: 'Deployment' }],
  [{ apiVersion: 'v1', kind: 'Pod', spec: { containers: 5 } }],
])('no object makes it throw: %j', (object) => {
  expect(() => [
    diff(sources(object), sources(deployment())),
    diff(sources(deployment()), sources(object)),
  ]).not.toThrow();
});
