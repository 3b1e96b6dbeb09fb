import { answer, beside, owner, pod, reported, told } from './told';

describe('where may it run?', () => {
  const where = (spec: Record<string, unknown>) => answer(told(pod(spec)), 'where').sentences;

  test.each([
    ['nothing asked', {}, 'Any node, however little it has left.'],
    ['labels', { nodeSelector: { disk: 'nvme', zone: 'a' } }, 'Only nodes with `disk=nvme` and `zone=a`.'],
    ['a name', { nodeName: 'node-1' }, 'Only node `node-1`: the scheduler is not asked.'],
    [
      'terms are alternatives, expressions hold together',
      affinity([
        {
          matchExpressions: [
            { key: 'a', operator: 'In', values: ['x', 'y'] },
            { key: 'b', operator: 'Exists' },
          ],
        },
        { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] },
      ]),
      'Only nodes with `a` among `x` or `y` and the label `b` or else the name `n1`.',
    ],
    ['no term', affinity([]), 'Only nodes with nothing, which no node satisfies.'],
  ])('%s', (_title, spec, expected) => {
    expect(where(spec)[0]).toBe(expected);
  });

  test('requests are room that a node must have', () => {
    const resources = { requests: { cpu: '500m', memory: '1Gi', 'nvidia.com/gpu': 1 } };
    expect(told(pod({}, { resources })).nodes.eligible).toBe(
      'Any node that has 0.5 cores, 1 GiB of memory and 1 of `nvidia.com/gpu` to set aside.',
    );
  });

  test.each([
    ['none', [], 'Nodes whose taints keep Pods away are closed to it: it tolerates none.'],
    [
      'one',
      [{ key: 'dedicated', value: 'pay', effect: 'NoSchedule' }],
      'It tolerates `dedicated=pay:NoSchedule`: nodes with other taints that keep Pods away are closed to it.',
    ],
    [
      'any value',
      [{ key: 'gpu', operator: 'Exists' }],
      'It tolerates `gpu` (any value): nodes with other taints that keep Pods away are closed to it.',
    ],
    ['all', [{ operator: 'Exists' }], 'It may run on tainted nodes too: no taint keeps it away.'],
    [
      'all, by effect',
      [
        { operator: 'Exists', effect: 'NoSchedule' },
        { operator: 'Exists', effect: 'NoExecute' },
      ],
      'It may run on tainted nodes too: no taint keeps it away.',
    ],
    [
      'all of one effect',
      [{ operator: 'Exists', effect: 'NoSchedule' }],
      'It tolerates every taint with `NoSchedule`: nodes with other taints that keep Pods away are closed to it.',
    ],
    [
      'all, for a time',
      [
        { operator: 'Exists', effect: 'NoSchedule' },
        { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
      ],
      'It tolerates every taint with `NoSchedule` and every taint with `NoExecute` for 60 s: nodes with other taints that keep Pods away are closed to it.',
    ],
  ])('taints: %s', (_title, tolerations, expected) => {
    expect(where({ tolerations })[1]).toBe(expected);
  });

  test('a Pod that keeps apart from its own kind says so', () => {
    const term = { labelSelector: { matchLabels: { app: 'api' } }, topologyKey: 'kubernetes.io/hostname' };
    const object = owner(
      'Deployment',
      {},
      { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } },
    );
    expect(told(object).nodes.hard[1]).toBe(
      'It must not run beside Pods with `app=api` on the same node, and its own Pods are such.',
    );
  });

  test('another scheduler leaves the question open', () => {
    expect(answer(told(pod({ schedulerName: 'mine' })), 'where').open).toHaveLength(1);
  });

  function affinity(nodeSelectorTerms: unknown[]) {
    return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } };
  }
});

describe('what identity does it use?', () => {
  test('the account, its token, its roles', () => {
    const account = {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'robot', namespace: 'shop' },
      automountServiceAccountToken: false,
    };
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'robot-reads', namespace: 'shop' },
      subjects: [{ kind: 'ServiceAccount', name: 'robot', namespace: 'shop' }],
      roleRef: { kind: 'Role', name: 'reader' },
    };
    expect(
      answer(told(pod({ serviceAccountName: 'robot' }), account, binding), 'identity').sentences.slice(0, 2),
    ).toEqual([
      'ServiceAccount `robot` of namespace `shop`; no API token is mounted.',
      'The account has Role `reader` (RoleBinding `robot-reads`).',
    ]);
  });

  test.each([
    ['the image decides', {}, '`api` runs as the user that the image names; it may be root.', 1],
    [
      'root is refused',
      { runAsNonRoot: true },
      '`api` runs as the user that the image names; root is refused, and so is a user without a number.',
      0,
    ],
    ['a number', { runAsUser: 1000, runAsGroup: 3000 }, '`api` runs as user 1000 and group 3000.', 0],
    ['root', { runAsUser: 0 }, '`api` runs as root.', 0],
    [
      'root that is refused',
      { runAsUser: 0, runAsNonRoot: true },
      '`api` runs as root, which `runAsNonRoot` refuses: it never starts.',
      0,
    ],
  ])('%s', (_title, securityContext, expected, open) => {
    const found = answer(told(pod({}, { securityContext })), 'identity');
    expect([...found.sentences, ...found.open].slice(1)).toEqual([expected]);
    expect(found.open).toHaveLength(open);
  });

  test('a token that only a volume brings', () => {
    const volumes = [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }];
    const spec = { serviceAccountName: 'robot', automountServiceAccountToken: false, volumes };
    expect(answer(told(pod(spec)), 'identity').sentences.slice(0, 2)).toEqual([
      'ServiceAccount `robot` of namespace `shop`; no API token is mounted but by a volume.',
      'Volume `token` holds a token for the API server that is renewed within 1 h.',
    ]);
  });
});

describe('how does it prove readiness?', () => {
  test('a probe with its times', () => {
    const readinessProbe = { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5, failureThreshold: 2 };
    const object = pod({}, { ports: [{ name: 'http', containerPort: 8080 }], readinessProbe });
    expect(answer(told(object), 'readiness')).toEqual({
      sentences: [
        '`api` is ready when HTTP GET `/ready` on port `http` (8080) succeeds, asked every 5 s, with 1 s to answer; it is unready when that fails 2 times in a row, at most 11 s after it stops answering, and is not restarted for it.',
      ],
      open: [],
    });
  });

  test.each([
    ['a period longer than its timeout', { periodSeconds: 5, failureThreshold: 12 }, '60 s'],
    [
      'a timeout longer than its period',
      { periodSeconds: 1, timeoutSeconds: 3, failureThreshold: 200 },
      '3 min 20 s (10 min when nothing answers at all)',
    ],
    ['a delay', { initialDelaySeconds: 10 }, '40 s'],
  ])('a startup probe with %s', (_title, rhythm, patience) => {
    const object = pod({}, { startupProbe: { tcpSocket: { port: 8080 }, ...rhythm } });
    expect(answer(told(object), 'readiness').sentences[0]).toBe(
      `\`api\` has started when a TCP connection to port \`8080\` succeeds; until then its other probes wait, and after ${patience} without success it is killed.`,
    );
  });

  test('none leaves it open', () => {
    expect(answer(told(pod()), 'readiness')).toEqual({
      sentences: [],
      open: [
        '`api` has no readiness probe: it counts as ready as soon as it runs, and nothing here says when it works.',
      ],
    });
  });

  test('a sidecar without one is no open question', () => {
    const initContainers = [{ name: 'proxy', image: 'p:v1', restartPolicy: 'Always' }];
    const { sentences, open } = answer(told(pod({ initContainers })), 'readiness');
    expect([sentences, open.length]).toEqual([
      ['`proxy` has no readiness probe: it counts as ready as soon as it runs.'],
      1,
    ]);
  });

  test('a Job proves itself by its end', () => {
    const { sentences, open } = answer(told(owner('Job', {}, { restartPolicy: 'Never' })), 'readiness');
    expect(sentences).toEqual([
      'It proves itself by its end: a Pod has done its part when `api` has ended with exit code 0.',
    ]);
    expect(open).toEqual([]);
  });
});

describe('how much may it consume?', () => {
  test('what is missing is open', () => {
    expect(answer(told(pod()), 'consumption').open).toEqual([
      '`api` asks for neither CPU nor memory: how much it needs is not said.',
      'Nothing bounds the memory of `api` but the node.',
    ]);
  });

  test('limits kill or slow down', () => {
    const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '128Mi' } };
    expect(
      answer(
        told(owner('Deployment', { replicas: 2 }, { containers: [{ name: 'api', image: 'a:v1', resources }] })),
        'consumption',
      ),
    ).toEqual({
      sentences: [
        'A Pod has 0.1 cores and 64 MiB of memory set aside for it.',
        '2 Pods ask for 0.2 cores and 128 MiB of memory, and up to 0.3 cores and 192 MiB of memory during a rollout.',
        'A Pod may use 128 MiB of memory at most: `api` is killed at its limit (OOMKilled).',
        'A CPU limit slows down, and does not kill, `api` at 1 core.',
      ],
      open: [],
    });
  });
});

describe('what happens if it fails?', () => {
  test.each([
    [
      'Always',
      '`api` is started again in place whenever it ends: at once the first time, then after 10 s, 20 s and so on up to 5 min.',
    ],
    [
      'OnFailure',
      '`api` is started again in place when it ends with an error: at once the first time, then after 10 s, 20 s and so on up to 5 min.',
    ],
    ['Never', '`api` is not started again in place, however it ends.'],
  ])('restartPolicy %s', (restartPolicy, expected) => {
    expect(answer(told(pod({ restartPolicy })), 'failure').sentences[0]).toBe(expected);
  });

  test('an init container that has ended well is not started again', () => {
    const side = { name: 'side', image: 'side:v1', restartPolicy: 'Always' };
    const initContainers = [{ name: 'setup', image: 'setup:v1' }, side];
    expect(answer(told(pod({ initContainers })), 'failure').sentences.slice(0, 2)).toEqual([
      'Each of `side` and `api` is started again in place whenever it ends: at once the first time, then after 10 s, 20 s and so on up to 5 min.',
      'When `setup` fails, it is started again, and what comes after it waits.',
    ]);
  });

  test('a liveness probe restarts after so many seconds', () => {
    const livenessProbe = { exec: { command: ['check', 'it'] }, periodSeconds: 20 };
    expect(answer(told(pod({}, { livenessProbe })), 'failure').sentences[1]).toBe(
      '`api` is killed and started again when the command `check it` fails 3 times in a row, at most 61 s after it stops answering.',
    );
  });

  test.each([
    [
      'by default',
      undefined,
      'A Pod on a lost node is marked for deletion 5 min after the node is found not ready or unreachable.',
    ],
    [
      'when it says so',
      [{ key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 }],
      'A Pod on a lost node is marked for deletion 30 s after the node is found unreachable.',
    ],
    [
      'never',
      [{ operator: 'Exists' }],
      'A Pod on a node that cannot be reached stays bound to it: it tolerates that for ever.',
    ],
  ])('a lost node evicts it %s', (_title, tolerations, expected) => {
    expect(answer(told(pod({ ...(tolerations && { tolerations }) })), 'recovery-node').sentences[0]).toBe(expected);
  });
});

describe('the report as a whole', () => {
  test('namespaces add up what their workloads ask for', () => {
    const resources = { requests: { cpu: '100m', memory: '64Mi' } };
    const containers = [{ name: 'a', image: 'a:v1', resources }];
    const { namespaces } = reported(
      owner('Deployment', { replicas: 3 }, { containers }),
      owner('DaemonSet', {}, { containers }),
    );
    expect(namespaces).toEqual([
      expect.objectContaining({
        namespace: 'shop',
        workloads: 2,
        pods: 3,
        requests: { cpu: '300m', memory: '192Mi' },
        perNode: { cpu: '100m', memory: '64Mi' },
      }),
    ]);
  });

  test('it is plain data, and the same objects give the same report', () => {
    const objects = [
      pod(),
      owner('StatefulSet'),
      beside('Service', 'api', { selector: { app: 'api' }, ports: [{ port: 80 }] }),
    ];
    const report = reported(...objects);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(reported(...objects)).toEqual(report);
  });
});
