import { shellWord } from '../../../review/knowledge/shell-word';
import { nearestState, stateNamed } from '../../../review/runbook';
import { beside, owner, pod } from '../report/told';
import { called } from './called';

const restricted = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    {
      name: 'api',
      image: 'api:v1',
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    },
  ],
};
const namespace = (level: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': level } },
});
const debugged = 'kubectl debug -n shop POD -it --image=busybox:1.37 --target=api';

function step(id: string, ...objects: readonly unknown[]) {
  return called(...objects).diagnosis.find((each) => each.id === id)!;
}

function debugCommand(...objects: readonly unknown[]): string | undefined {
  return step('inside', ...objects).commands.find((command) => command.includes(' debug '));
}

test('the order of a diagnosis is fixed', () => {
  const order = ['status', 'events', 'logs', 'resources', 'inside'];
  expect(called(pod()).diagnosis.map(({ id }) => id)).toEqual(order);
});

describe('names', () => {
  test.each([
    ['Deployment', {}, 'kubectl get pods -n shop -l app=api -o wide', 'POD'],
    ['DaemonSet', {}, 'kubectl get pods -n shop -l app=api -o wide', 'POD'],
    ['Job', {}, 'kubectl get pods -n shop -l batch.kubernetes.io/job-name=api -o wide', 'POD'],
    ['StatefulSet', { replicas: 1 }, 'kubectl get pods -n shop -l app=api -o wide', 'api-0'],
    ['StatefulSet', { replicas: 1, ordinals: { start: 5 } }, 'kubectl get pods -n shop -l app=api -o wide', 'api-5'],
    ['StatefulSet', { replicas: 3 }, 'kubectl get pods -n shop -l app=api -o wide', 'POD'],
  ])('the Pods of a %s with %j are found', (kind, spec, list, name) => {
    const { commands } = step('status', owner(kind, spec));
    expect(commands).toContain(list);
    expect(commands).toContain(`kubectl describe pod -n shop ${name}`);
  });

  test('a Pod without a namespace is asked for without one', () => {
    const bare = { ...pod(), metadata: { name: 'api' } };
    expect(step('status', bare).commands).toContain('kubectl describe pod api');
  });

  test('a name that no cluster can have stands for itself nowhere', () => {
    const odd = { ...pod({}, { name: '--all' }), metadata: { name: '-x; rm', namespace: '$(id)' } };
    const lines = called(odd).diagnosis.flatMap(({ commands }) => commands);
    expect(lines).toContain('kubectl logs -n NAMESPACE POD -c CONTAINER --previous');
    expect(lines.join('\n')).not.toMatch(/; rm|\$\(|--all/);
  });

  test('a selector with expressions is written as kubectl reads it', () => {
    const matchExpressions = [
      { key: 'a', operator: 'In', values: ['b', 'c'] },
      { key: 'd', operator: 'Exists' },
      { key: 'e', operator: 'DoesNotExist' },
      { key: 'f', operator: 'NotIn', values: ['g'] },
    ];
    const { commands } = step('status', owner('Deployment', { selector: { matchExpressions } }));
    expect(commands).toContain("kubectl get pods -n shop -l 'a in (b,c),d,!e,f notin (g)' -o wide");
  });
});

describe('rollouts', () => {
  test.each([
    ['Deployment', {}, true],
    ['StatefulSet', {}, true],
    ['StatefulSet', { updateStrategy: { type: 'OnDelete' } }, false],
    ['ReplicaSet', {}, false],
    ['Job', {}, false],
  ])('%s with %j: %s', (kind, spec, rolls) => {
    const { commands } = step('status', owner(kind, spec));
    expect(commands.some((command) => command.startsWith('kubectl rollout status'))).toBe(rolls);
  });
});

describe('debug containers', () => {
  test.each([
    ['what the Pod passes, where nothing is said', [owner('Deployment')], `${debugged} --profile=baseline`],
    ['what its namespace enforces', [owner('Deployment'), namespace('privileged')], `${debugged} --profile=general`],
    [
      'a user, where root is refused',
      [owner('Deployment', {}, restricted)],
      `${debugged} --profile=restricted --custom=<(echo '{"securityContext":{"runAsUser":65534}}')`,
    ],
    [
      'no user, where the Pod has one',
      [owner('Deployment', {}, { ...restricted, securityContext: { ...restricted.securityContext, runAsUser: 1000 } })],
      `${debugged} --profile=restricted`,
    ],
  ])('are given %s', (_, objects, command) => {
    expect(debugCommand(...objects)).toBe(command);
  });

  test.each([
    ['gcr.io/distroless/static:nonroot', false],
    ['r.io/api:1-distroless', false],
    ['gcr.io/distroless/base:debug', true],
    ['alpine:3.20', true],
    ['r.io/api:v1', true],
  ])('take the place of a shell where %s has none', (image, hasExec) => {
    const { commands } = step('inside', pod({}, { image }));
    expect(commands.some((command) => command.startsWith('kubectl exec'))).toBe(hasExec);
  });

  test('there is none for Windows', () => {
    const windows = pod({ os: { name: 'windows' } });
    expect(step('inside', windows).commands).toEqual(['kubectl exec -n shop -it api -c api -- cmd']);
  });

  test('a copy is warned of where something would take it for one of its own', () => {
    const service = beside('Service', 'web', { selector: { app: 'api' }, ports: [{ port: 80 }] });
    const copy = step('inside', owner('Deployment'), service).sentences.find((text) => text.includes('--copy-to'));
    expect(copy).toMatch(/--keep-labels.*Service `web`.*ReplicaSet/);
    expect(step('inside', pod()).sentences.join(' ')).not.toContain('--copy-to');
  });
});

test('logs are read container by container, of the last run first', () => {
  const containers = [{ name: 'a', image: 'a:v1' }];
  const many = pod({
    containers,
    initContainers: [
      { name: 'i', image: 'i:v1' },
      { name: 's', image: 's:v1', restartPolicy: 'Always' },
    ],
  });
  expect(step('logs', many).commands).toEqual([
    'kubectl logs -n shop api -c i --tail=200',
    'kubectl logs -n shop api -c s --previous',
    'kubectl logs -n shop api -c s --tail=200',
    'kubectl logs -n shop api -c a --previous',
    'kubectl logs -n shop api -c a --tail=200',
  ]);
  const once = pod({ containers, restartPolicy: 'Never' });
  expect(step('logs', once).commands).toEqual(['kubectl logs -n shop api -c a --tail=200']);
});

test('the port of the application is forwarded first, a low one to a high one', () => {
  const many = pod({
    containers: [{ name: 'a', image: 'a:v1', ports: [{ containerPort: 80 }] }],
    initContainers: [{ name: 's', image: 's:v1', restartPolicy: 'Always', ports: [{ containerPort: 9090 }] }],
  });
  expect(step('inside', many).commands.slice(0, 2)).toEqual([
    'kubectl port-forward -n shop pod/api 8080:80',
    'kubectl port-forward -n shop pod/api 9090:9090',
  ]);
});

test('the owner is looked at before a Pod is deleted', () => {
  const { checks, sentences } = called(owner('StatefulSet', { replicas: 1 })).deletion;
  expect(sentences[0]).toContain('the same name');
  expect(checks[0]?.command).toContain('{.metadata.ownerReferences[*].kind}');
  expect(checks[1]?.command).toBe('kubectl get pod -n shop api-0 -o yaml > api-0.yaml');
});

test('the note on an incident holds what is known and asks for the rest', () => {
  const limited = { resources: { limits: { memory: '64Mi', cpu: '500m' } }, livenessProbe: { tcpSocket: { port: 1 } } };
  const { blanks, containers, exitCodes, namespace: where, object } = called(pod({}, limited)).incident;
  expect([object, where]).toEqual(['Pod api', 'shop']);
  expect(containers).toEqual([
    { name: 'api', role: 'app', image: 'api:v1', limits: '0.5 cores of CPU and 64 MiB of memory' },
  ]);
  expect(blanks).toEqual(expect.arrayContaining(['Node', 'Attempt (restart count)', 'Exit code and reason']));
  expect(exitCodes.map(({ code }) => code)).toEqual([0, 1, 126, 127, 128, 137, 139, 143]);
});

test('templates that make no Pods have no runbook', () => {
  const template = {
    apiVersion: 'v1',
    kind: 'PodTemplate',
    metadata: { name: 't' },
    template: { spec: pod()['spec'] },
  };
  expect(called(template)).toBeUndefined();
});

describe('the words for a failure', () => {
  test.each([
    ['pending', 'Pending'],
    ['not-ready', 'NotReady'],
    ['NotReady', 'NotReady'],
    ['OOM', 'OOMKilled'],
    ['ErrImagePull', 'ImagePullBackOff'],
    ['run-container-error', 'CreateContainerError'],
    ['Terminating', 'Unknown'],
    ['Init:0/2', 'Init'],
    ['Init:ErrImagePull', 'ImagePullBackOff'],
    ['Init:CrashLoopBackOff', 'Init'],
    ['broken', undefined],
  ])('%s is %s', (word, state) => {
    expect(stateNamed(word)).toBe(state);
  });

  test.each([
    ['CrashLopBackOff', 'CrashLoopBackOff'],
    ['imagepulbackof', 'ImagePullBackOff'],
    ['crashloop', 'CrashLoopBackOff'],
    ['create', undefined],
    ['banana', undefined],
  ])('%s was meant as %s', (word, state) => {
    expect(nearestState(word)).toBe(state);
  });
});

test.each([
  ['app=api', 'app=api'],
  ['', "''"],
  ['a b', "'a b'"],
  ["it's", String.raw`'it'\''s'`],
  ['$(id)', "'$(id)'"],
  ['a\nb\u001b[1m', "'a b [1m'"],
])('%j is one word of a shell', (text, word) => {
  expect(shellWord(text)).toBe(word);
});
