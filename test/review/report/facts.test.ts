import { review, reportOf } from '../../../review';
import { answer, beside, owner, pod, told } from './told';

const volumeOf = (volume: Record<string, unknown>, mount: Record<string, unknown> = {}) =>
  told(
    pod({
      volumes: [{ name: 'v', ...volume }],
      containers: [{ name: 'api', image: 'a:v1', volumeMounts: [{ name: 'v', mountPath: '/v', ...mount }] }],
    }),
  ).volumes[0]!;

describe('volumes', () => {
  test.each([
    ['emptyDir', { emptyDir: { sizeLimit: '1Gi' } }, "`v` is scratch space on the node's disk, `1Gi` at most.", 'lost'],
    [
      'memory',
      { emptyDir: { medium: 'Memory' } },
      '`v` is scratch space in memory, without a size limit of its own.',
      'lost',
    ],
    ['claim', { persistentVolumeClaim: { claimName: 'data' } }, '`v` is claim `data`.', 'kept'],
    [
      'node',
      { hostPath: { path: '/etc' } },
      '`v` is `/etc` of the node itself: whoever writes to it changes the node.',
      'left',
    ],
    ['secret', { secret: { secretName: 's' } }, '`v` holds Secret `s`, in memory.', 'fetched'],
    ['optional', { configMap: { name: 'c', optional: true } }, '`v` holds what there is of ConfigMap `c`.', 'fetched'],
    [
      'driver',
      { csi: { driver: 'd.example.com' } },
      '`v` comes from driver `d.example.com`, which decides what it holds.',
      'unknown',
    ],
  ])('%s: what it is and whether it outlives the Pod', (_title, volume, what, fate) => {
    const { sentences, survival } = volumeOf(volume);
    expect(sentences[0]).toBe(what);
    expect(survival.pod).toBe(fate);
  });

  test('a container with several mounts is named once', () => {
    const volumeMounts = ['/a', '/b'].map((mountPath) => ({ name: 'v', mountPath }));
    const object = pod({ volumes: [{ name: 'v', hostPath: { path: '/srv' } }] }, { volumeMounts });
    expect(told(object).volumes[0]?.sentences.slice(1)).toEqual([
      '`api` at `/a` and `/b` may write to it.',
      'It stays on that node when the Pod goes: a Pod on another node finds what that node has there.',
    ]);
  });

  test('what nobody mounts survives nothing, but for a claim', () => {
    const volumes = [
      { name: 'v', emptyDir: {} },
      { name: 'w', persistentVolumeClaim: { claimName: 'w' } },
    ];
    expect(told(pod({ volumes })).volumes.map(({ sentences }) => sentences.slice(1))).toEqual([
      ['No container mounts it.'],
      ['No container mounts it.', 'It outlives the Pod.'],
    ]);
  });

  test('whoever mounts a Secret reads it, whatever the mount says', () => {
    expect(volumeOf({ secret: { secretName: 's' } })).toMatchObject({ writers: [], readers: ['api'] });
    expect(volumeOf({ emptyDir: {} })).toMatchObject({ writers: ['api'], readers: [] });
  });

  test('only what it writes is state that stays on a lost node', () => {
    const hostPath = { path: '/srv/data' };
    const stays = (readOnly: boolean) => {
      const spec = { volumes: [{ name: 'v', hostPath }] };
      const object = pod(spec, { volumeMounts: [{ name: 'v', mountPath: '/v', readOnly }] });
      return answer(told(object), 'recovery-node').sentences.at(-1);
    };
    expect([stays(false), stays(true)]).toEqual([
      'No state moves: `v` stays on the old node.',
      'No state moves: nothing that it writes outlives its containers.',
    ]);
  });

  test('a scratch volume without a writer stays empty', () => {
    expect(volumeOf({ emptyDir: {} }, { readOnly: true }).sentences[1]).toBe(
      '`api` at `/v` can only read it: nobody writes to it, so it stays empty.',
    );
  });
});

describe('ports and localhost', () => {
  const containers = [
    {
      name: 'api',
      image: 'a:v1',
      ports: [{ name: 'http', containerPort: 8080 }],
      env: [
        { name: 'REDIS_HOST', value: 'localhost' },
        { name: 'REDIS_PORT', value: '6379' },
        { name: 'SELF', value: 'http://localhost:8080' },
      ],
      args: ['--metrics=127.0.0.1:9901'],
    },
    { name: 'proxy', image: 'p:v1', ports: [{ containerPort: 6379 }] },
  ];
  const service = beside('Service', 'api', {
    selector: { app: 'api' },
    ports: [
      { port: 80, targetPort: 'http' },
      { port: 81, targetPort: 'none' },
    ],
  });
  const workload = told(owner('Deployment', {}, { containers }), service);

  test('a port says which Service leads to it', () => {
    expect(workload.ports.sentences).toEqual([
      '`api` declares port `http` (8080), reached through Service `api` (ClusterIP, port 80).',
      '`proxy` declares port `6379`; no Service among these objects leads to it.',
      'Port 81 of Service `api` leads nowhere: no container has a port named `none`.',
    ]);
  });

  test('ports that no Service leads to are gathered in one sentence', () => {
    const app = {
      name: 'api',
      image: 'a:v1',
      ports: [{ name: 'http', containerPort: 8080 }, { containerPort: 9090 }],
      readinessProbe: { httpGet: { port: 'http' } },
      livenessProbe: { tcpSocket: { port: 9090 } },
    };
    const dns = { name: 'dns', image: 'd:v1', ports: [{ containerPort: 53, protocol: 'UDP' }] };
    expect(told(owner('Deployment', {}, { containers: [app, dns] })).ports.sentences).toEqual([
      '`api` declares ports `http` (8080, asked by its `readinessProbe`) and `9090` (asked by its `livenessProbe`); ' +
        '`dns` declares port `53/UDP`; no Service among these objects leads to any of them.',
    ]);
  });

  test('addresses inside the Pod name whose port they are; a port of its own is none', () => {
    expect(workload.localhost.map(({ sentence }) => sentence)).toEqual([
      '`api` is told `localhost:6379` by the variables `REDIS_HOST` and `REDIS_PORT`: a port of `proxy`.',
      '`api` is told `localhost:9901` by its `args`: a port that no container declares.',
    ]);
  });

  test.each([
    ['its own network', {}, 'Pod'],
    ['the network of the node', { hostNetwork: true }, 'node'],
  ])('an address to listen on is no call: %s', (_title, spec, where) => {
    const server = { name: 'api', image: 'a:v1', args: ['--metrics-bind-address=127.0.0.1:8080'] };
    const guard = { name: 'guard', image: 'g:v1', args: ['--upstream=http://127.0.0.1:8080/'] };
    const { localhost } = told(pod({ containers: [server, guard], ...spec }));
    expect(localhost.map(({ sentence }) => sentence)).toEqual([
      `\`api\` is told by its \`args\` to listen on \`localhost:8080\`, which nothing outside the ${where} reaches.`,
      '`guard` is told `localhost:8080` by its `args`: a port of `api`.',
    ]);
  });

  test('regular containers side by side are asked why', () => {
    expect(answer(workload, 'peers').open).toEqual(['Nobody says why `api` and `proxy` share one Pod.']);
  });
});

describe('QoS, Pod Security, READY', () => {
  test.each([
    ['BestEffort', {}, 'BestEffort: no container has a request or limit of CPU or memory.'],
    [
      'Burstable',
      { limits: { memory: '1Gi' } },
      'Burstable: there is no cpu limit in container `api` (`spec.containers[0].resources.limits.cpu`).',
    ],
    [
      'Guaranteed',
      { limits: { memory: '1Gi', cpu: '1' } },
      'Guaranteed: every container requests its limits of CPU and memory.',
    ],
  ])('%s', (qosClass, resources, sentence) => {
    expect(told(pod({}, { resources })).qos).toMatchObject({ qosClass, sentence });
  });

  test('a leak is in one of several containers', () => {
    const containers = ['api', 'proxy'].map((name) => ({ name, image: 'a:v1' }));
    expect(answer(told(pod({ containers })), 'recovery-leak').sentences[0]).toMatch(
      /^A leak in `api` or `proxy` takes/,
    );
  });

  test('what is missing for Guaranteed is said of a container once', () => {
    const initContainers = [{ name: 'setup', image: 's:v1', resources: { limits: { cpu: '1', memory: '1Gi' } } }];
    const side = {
      name: 'side',
      image: 's:v1',
      restartPolicy: 'Always',
      resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } },
    };
    const { containers, qos } = told(pod({ initContainers: [...initContainers, side] }));
    expect(qos.toGuaranteed).toBe(
      'For `Guaranteed` `side` has to request its limits of CPU and memory and `api` needs limits of CPU and memory.',
    );
    expect(containers[0]?.shares[0]?.text).toBe("1 core, 100 % of the Pod's while it starts");
  });

  test.each([
    [
      'a limit above the request',
      { requests: { memory: '64Mi' }, limits: { memory: '128Mi' } },
      /among the first while/,
    ],
    ['no limit', { requests: { memory: '64Mi' } }, /among the first while/],
    ['a limit that is the request', { requests: { cpu: '1', memory: '64Mi' }, limits: { memory: '64Mi' } }, /the last/],
    ['no request', { requests: { cpu: '1' } }, /since whatever it uses is over its request/],
  ])('eviction: %s of memory', (_title, resources, sentence) => {
    expect(told(pod({}, { resources })).qos.eviction).toMatch(sentence);
  });

  test('a critical Pod that leaks is not evicted', () => {
    const { sentences } = answer(told(pod({ priorityClassName: 'system-node-critical' })), 'recovery-leak');
    expect(sentences).toEqual([
      'A leak in `api` takes memory from the node until the kernel kills a process or the kubelet evicts another Pod, since this one is critical.',
      'After a restart `kubectl logs -n shop api -c api --previous` prints what it wrote.',
    ]);
  });

  test('what Guaranteed asks is said once for all that lack the same', () => {
    const containers = [
      { name: 'a', image: 'a:v1' },
      { name: 'b', image: 'b:v1' },
      { name: 'c', image: 'c:v1', resources: { limits: { cpu: '1', memory: '64Mi' }, requests: { memory: '32Mi' } } },
      { name: 'd', image: 'd:v1', resources: { limits: { memory: '64Mi' }, requests: { memory: '32Mi' } } },
    ];
    expect(told(pod({ containers })).qos.toGuaranteed).toBe(
      'For `Guaranteed` `a` and `b` need limits of CPU and memory, `c` has to request its limit of memory and `d` needs a limit of CPU and has to request its limit of memory.',
    );
  });

  test('an init container has its share before the others, not beside them', () => {
    const resources = { requests: { cpu: '100m' } };
    const { resources: report } = told(
      pod({ initContainers: [{ name: 'init', image: 'i:v1', resources }] }, { resources }),
    );
    expect(report.containers.flatMap(({ shares }) => shares.map(({ text }) => text))).toEqual([
      "0.1 cores, 100 % of the Pod's while it starts",
      "0.1 cores, 100 % of the Pod's",
    ]);
  });

  test('the level, what blocks the next one, and what the namespace says', () => {
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    };
    const { podSecurity } = told(pod(), namespace);
    expect(podSecurity.level).toBe('baseline');
    expect(podSecurity.blockers.map(({ control }) => control)).toContain('runAsNonRoot');
    expect(podSecurity.sentences).toEqual([
      'It passes `baseline`, not `restricted`.',
      'Namespace `shop` enforces `restricted`: the Pod is refused.',
    ]);
  });

  test('sidecars count for READY, init containers do not', () => {
    const initContainers = [
      { name: 'a', image: 'a:v1' },
      { name: 'b', image: 'b:v1', restartPolicy: 'Always' },
    ];
    expect(told(pod({ initContainers })).ready.expected).toBe('2/2');
    expect(told(owner('Job', {}, { restartPolicy: 'Never' })).ready).toMatchObject({
      expected: '0/1',
      status: 'Completed',
    });
  });
});

describe('what authors said', () => {
  const initContainers = [{ name: 'proxy', image: 'p:v1', restartPolicy: 'Always' }];
  const remarks = [
    { path: 'spec.initContainers[0]', kind: 'reason', text: 'TLS stays out of the application' },
    { path: 'spec.initContainers[0]', kind: 'role', text: 'ambassador: while it is down, nothing gets out' },
    {
      path: 'spec.containers[0].resources',
      kind: 'exception',
      text: 'nobody has measured it yet',
      owner: 'shop',
      until: '2027-03-31',
    },
  ] as const;
  const report = reportOf(
    review([{ object: pod({ initContainers }), remarks, file: 'a.yaml', construct: 'shop/api' }]),
  );
  const [workload] = report.workloads;

  test('a helper is explained in their words', () => {
    expect(answer(workload!, 'helper-proxy')).toEqual({
      sentences: [
        'TLS stays out of the application.',
        'Ambassador: while it is down, nothing gets out.',
        'While `proxy` is not running, the whole Pod is not ready.',
      ],
      open: [],
    });
  });

  test('reasons and exceptions stand in the register', () => {
    expect(workload!.reasons).toEqual([
      expect.objectContaining({ container: 'proxy', text: 'TLS stays out of the application' }),
    ]);
    expect(workload!.exceptions).toEqual([
      expect.objectContaining({ container: 'api', owner: 'shop', until: '2027-03-31' }),
    ]);
  });

  test('the score counts the questions that the YAML answers', () => {
    const { answered, asked, unanswered } = workload!.reviewability;
    expect(unanswered.map(({ id }) => id)).toEqual(['identity', 'readiness', 'consumption']);
    expect(answered).toBe(asked - 3);
  });
});

describe('start and stop', () => {
  const spec = {
    terminationGracePeriodSeconds: 40,
    initContainers: [
      { name: 'setup', image: 'a:v1' },
      {
        name: 'proxy',
        image: 'p:v1',
        restartPolicy: 'Always',
        startupProbe: { tcpSocket: { port: 1 }, periodSeconds: 1, failureThreshold: 30 },
      },
    ],
    containers: [{ name: 'api', image: 'a:v1', lifecycle: { preStop: { sleep: { seconds: 5 } } } }],
  };
  const workload = told(pod(spec));

  test('steps in their order, with seconds', () => {
    expect(workload.start.steps.map(({ sentence }) => sentence)).toEqual([
      '`setup` runs to its end; what comes after it waits until it ends well.',
      '`proxy` starts and keeps running; the next waits until its startup probe succeeds, at most 30 s.',
      '`api` starts.',
    ]);
  });

  test('hooks, then the application, then sidecars', () => {
    expect(workload.stop.sentences).toEqual([
      'At once `api` goes on for 5 s (`preStop` sleep).',
      '`api` then gets SIGTERM and has 35 s to end.',
      '`proxy` gets its signal after that one has ended, with what is left of the 40 s.',
      'Whatever still runs after 40 s is killed.',
    ]);
  });
});

describe('the checklist', () => {
  const item = (id: string, object: unknown) => told(object).checklist.find((each) => each.id === id)!;

  test.each([
    ['a branch, kept', { image: 'api:dev', imagePullPolicy: 'IfNotPresent' }, 'no'],
    ['a branch, by default', { image: 'api:main' }, 'no'],
    ['a branch, looked up', { image: 'api:dev', imagePullPolicy: 'Always' }, 'yes'],
    ['latest, by default looked up', { image: 'api:latest' }, 'yes'],
    ['a version', { image: 'api:v1.4.2' }, 'yes'],
    ['a name that no registry has', { image: 'build://api' }, 'no'],
    ['no image, which is a problem', { image: '' }, 'none'],
    ['never pulled', { image: 'api:v1.4.2', imagePullPolicy: 'Never' }, 'ask'],
    ['one that a mesh fills in', { image: 'auto' }, 'ask'],
  ])('the pull policy fits the image: %s', (_title, container, state) => {
    expect(item('pull-policy', pod({}, container)).state).toBe(state);
  });

  test('without a container there is no concern to ask about', () => {
    expect(item('one-concern', pod({ containers: [] })).state).toBe('none');
    expect(item('pull-policy', pod({ containers: [] })).state).toBe('none');
    expect(answer(told(pod({ containers: [] })), 'failure').open).toHaveLength(1);
    expect(answer(told(pod({ containers: [] })), 'recovery-leak')).toEqual({
      sentences: [],
      open: ['It has no container.'],
    });
  });
});
