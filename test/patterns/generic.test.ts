import { spawnSync } from 'node:child_process';
import { because, Deployment, emptyDir, except, httpGet, pod, without } from 'podwright';
import type { AnyPod, AppProps } from 'podwright';
import { adapter, ambassador, init, pattern, sidecar } from 'podwright/patterns';
import type { ByPath, PatternContainer } from 'podwright/patterns';
import { base, filesOf, refusalsOf } from '../support/shop';

const WHY = 'the API writes its log to a file';
const FREE = without({ because: 'nobody waits for it' });
const api = pod('api', { ...base, ports: { http: 8080 }, env: { LEVEL: 'info' } });
const logged = api.volume('logs', emptyDir(), { api: '/var/log/app' });

const tail = sidecar({ ...base, name: 'tail', because: WHY, ifDown: 'observability', startupProbe: FREE });
const proxy = ambassador({
  ...base,
  name: 'proxy',
  because: WHY,
  upstream: 'db.prod.svc:5432',
  listens: { db: 5432 },
  ports: { health: 8404 },
  wires: { host: 'DB_HOST', port: 'DB_PORT', address: 'DB_ADDRESS' },
  startupProbe: httpGet('/', 'health'),
});
const metrics = { ...base, name: 'exporter', because: WHY, metrics: { metrics: 9113 } } as const;

const refusals = (given: AnyPod, props: AppProps = {}) =>
  refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }), props);
const yaml = (given: AnyPod, props: AppProps = {}) =>
  filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }), props).at(-1)!.text;
const containerOf = (given: AnyPod, name: string) => given.model.containers.find((entry) => entry.name === name);

describe('a sidecar', () => {
  test('is native from 1.29, and a plain container below, or with a reason', () => {
    const native = / {6}initContainers:[^]* {8}- name: tail\n[^]*restartPolicy: Always/;
    expect(yaml(api.use(tail))).toMatch(native);
    expect(yaml(api.use(tail), { target: '1.28' })).not.toContain('initContainers');
    const legacy = sidecar({
      ...base,
      name: 'tail',
      because: WHY,
      ifDown: 'observability',
      startupProbe: FREE,
      legacy: because('the mesh starts it', true),
    });
    expect(yaml(api.use(legacy))).toContain('# not a native sidecar: the mesh starts it');
  });

  test('says above it why it is there, what its failure means, and why nobody waits', () => {
    expect(yaml(api.use(tail))).toContain(
      [
        '# the API writes its log to a file',
        '# sidecar: while it is down, the application goes on and nobody sees what it collects',
        '# without startupProbe: nobody waits for it',
        '- name: tail',
      ].join('\n        '),
    );
  });

  test('reads volumes read-only, writes others, and brings its configuration along', () => {
    const given = logged.volume('out', emptyDir()).use(
      sidecar({
        ...base,
        name: 'tail',
        because: WHY,
        ifDown: 'observability',
        startupProbe: FREE,
        reads: { '/logs': 'logs' },
        writes: { '/out': { name: 'out', subPath: 'a' } },
        config: { mountPath: '/etc/tail', files: { 'tail.conf': 'x' } },
      }),
    );
    expect(containerOf(given, 'tail')?.container['volumeMounts']).toEqual([
      { mountPath: '/out', name: 'out', subPath: 'a' },
      { mountPath: '/logs', name: 'logs', readOnly: true },
      { mountPath: '/etc/tail', name: 'tail-config', readOnly: true },
    ]);
    expect(refusals(given)).toEqual([]);
    expect(yaml(given)).toContain('name: a-tail\n');
  });

  test('is refused where one path is read and written, or a helper that can be done without gates traffic', () => {
    const twice = sidecar({
      ...base,
      name: 'tail',
      because: WHY,
      ifDown: 'observability',
      startupProbe: FREE,
      reads: { '/logs': 'logs' },
      writes: { '/logs': 'logs' },
    });
    expect(refusals(logged.use(twice))).toEqual([
      'spec.template.spec.initContainers[0].volumeMounts [conflicting-mount]',
    ]);
    const gating = { readinessProbe: { exec: { command: ['true'] } } } as object;
    const gate = sidecar({ ...base, name: 'x', because: WHY, ifDown: 'scraping', startupProbe: FREE, ...gating });
    expect(refusals(api.use(gate))).toEqual([
      'spec.template.spec.initContainers[0].readinessProbe [readiness-of-helper]',
    ]);
  });
});

describe('a sidecar before a port of the application', () => {
  const front = (port: 'http') =>
    sidecar({
      ...base,
      name: 'gate',
      because: WHY,
      ifDown: 'unavailable',
      fronts: port,
      ports: { gate: 4180 },
      startupProbe: httpGet('/ping', 'gate'),
      readinessProbe: httpGet('/ping', 'gate'),
    });
  const served = (given: AnyPod, ports: object) =>
    refusalsOf((shop) => {
      new Deployment(shop, 'a', { replicas: 1, pod: given }).service({
        ports,
      });
    });

  test('is where a Service leads, and the port of the application is not, at run time either', () => {
    expect(served(api.use(front('http')), { gate: 80 })).toEqual([]);
    expect(served(api.use(front('http')), { http: 80 })).toEqual(['spec.ports[0].targetPort [unknown-port]']);
  });

  test('says before which port it stands, and that the port can be reached past it', () => {
    const text = yaml(api.use(front('http')));
    expect(text).toContain('# sidecar before port http: while it is down, the application cannot do its work');
    expect(text).toContain("# the application's port can still be reached past it at the Pod's address");
  });

  test('is refused for a port that is not there', () => {
    const given = api.use(front('htpp' as 'http'));
    expect(refusals(given)).toEqual(['spec.template.spec.initContainers[0].ports [unknown-port]']);
  });
});

describe('a helper that the application sends to', () => {
  const statsd = { containerPort: 9125, protocol: 'UDP' } as const;
  const ready = pod('api', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'http') });
  const served = (given: AnyPod, ports: object) =>
    refusalsOf((shop) => {
      new Deployment(shop, 'a', { replicas: 1, pod: given }).service({ ports });
    });

  test('declares the port, and no Service leads there', () => {
    const given = ready.use(adapter({ ...metrics, source: { listens: { statsd } } }));
    expect(containerOf(given, 'exporter')).toMatchObject({
      helper: { pattern: 'adapter', source: 'what is sent to port statsd', internalPorts: ['statsd'] },
      container: {
        ports: [
          { name: 'statsd', ...statsd },
          { name: 'metrics', containerPort: 9113 },
        ],
      },
    });
    expect(served(given, { statsd: 9125 })).toEqual(['spec.ports[0].targetPort [unknown-port]']);
    expect(served(given, { metrics: 9113 })).toEqual([]);
  });

  test.each<readonly [title: string, ports: { health: number } | [{ name: string; containerPort: number }]]>([
    ['by name', { health: 13133 }],
    ['in a list', [{ name: 'health', containerPort: 13133 }]],
  ])('declares it beside ports %s', (_, ports) => {
    const options = { ...base, name: 'otel', because: WHY, ifDown: 'observability', startupProbe: FREE } as const;
    const given = api.use(sidecar({ ...options, listens: { otlp: 4317, statsd }, ports }));
    expect(containerOf(given, 'otel')?.helper?.internalPorts).toEqual(['otlp', 'statsd']);
    expect(containerOf(given, 'otel')?.container['ports']).toEqual(
      expect.arrayContaining([
        { name: 'otlp', containerPort: 4317 },
        { name: 'statsd', ...statsd },
        { name: 'health', containerPort: 13133 },
      ]),
    );
  });
});

describe('the command of a helper', () => {
  const running = (container: Pick<PatternContainer<string, ByPath, ByPath>, 'command' | 'args'>) =>
    refusals(
      api.use(
        sidecar({ ...base, ...container, name: 'tail', because: WHY, ifDown: 'observability', startupProbe: FREE }),
      ),
    );
  const sh = (script: string) => ({ command: ['sh', '-c', script] });
  const refused = (field: string, code: string) => [`spec.template.spec.initContainers[0].${field} [${code}]`];

  test.each([
    [{ command: ['tail', '-f', '/logs/app.log'] }],
    [{ command: ['/usr/bin/tail', '-n', '+1', '-f', '/logs/app.log'] }],
    [{ command: ['tail', '--follow', '/logs/app.log'] }],
    [sh('tail -n0 -f /logs/app.log | grep ERROR')],
    [sh('echo begins; exec tail -qf /logs/*.log')],
  ])('%j follows what is there when it starts, and is refused', (container) => {
    expect(running(container)).toEqual(refused('command', 'tail-by-descriptor'));
  });

  test.each([
    [{ command: ['sleep', 'infinity'] }],
    [{ command: ['tail', '-f', '/dev/null'] }],
    [sh('sleep infinity')],
    [sh('while true; do sleep 3600; done')],
    [sh('# stays\nsleep infinity & wait')],
    [{ command: ['sleep', except('infinity', { because: 'it is no secret' })] }],
  ])('%j does nothing, and is refused', (container) => {
    expect(running(container)).toEqual(refused('command', 'idle-helper'));
  });

  test('args without a command are read as well', () => {
    expect(running({ args: ['sleep', 'infinity'] })).toEqual(refused('args', 'idle-helper'));
  });

  test.each([
    [{}],
    [{ args: ['-f', '/etc/x'] }],
    [{ command: ['tail', '-F', '/logs/app.log'] }],
    [{ command: ['tail', '-n', '+1', '--follow=name', '--retry', '/logs/app.log'] }],
    [sh('tail -F /logs/app.log')],
    [sh('while true; do date > /out/now; sleep 5; done')],
    [{ command: ['sh', '/run.sh'] }],
    [{ command: ['python3', '-c', 'import time; time.sleep(5)'] }],
  ])('%j is let through', (container) => {
    expect(running(container)).toEqual([]);
  });
});

describe('the reason of a helper', () => {
  const because_ = (reason: string) => refusals(api.sidecar('x', { ...base, because: reason }));

  test.each(['logging', 'x', ' n/a ', 'TODO', '—'])('%j is none', (reason) => {
    expect(because_(reason)).toEqual(['spec.template.spec.initContainers[0].because [weak-reason]']);
  });

  test.each(['both read one file', 'アプリケーションはログをファイルに書く', 'يكتب'])('%j may be one', (reason) => {
    expect(because_(reason)).toEqual([]);
  });
});

describe('an ambassador', () => {
  test('wires the variables of the application to localhost', () => {
    expect(containerOf(api.use(proxy), 'api')?.container['env']).toEqual([
      { name: 'LEVEL', value: 'info' },
      { name: 'DB_HOST', value: 'localhost' },
      { name: 'DB_PORT', value: '5432' },
      { name: 'DB_ADDRESS', value: 'localhost:5432' },
    ]);
  });

  test('starts before the application, gated, and says where it leads', () => {
    const text = yaml(api.use(proxy));
    expect(text).toContain('# ambassador to db.prod.svc:5432: while it is down, the application cannot do its work');
    expect(text).toMatch(/initContainers:[^]*name: proxy[^]*startupProbe:[^]*\n {6}containers:/);
  });

  test('is refused beside an application that knows the upstream', () => {
    const knowing = (env: Record<string, string>) => refusals(pod('api', { ...base, env }).use(proxy));
    const expected = ['spec.template.spec.containers[0].env[0].value [upstream-in-application]'];
    expect(knowing({ DB_URL: 'postgres://db.prod.svc:5432/orders' })).toEqual(expected);
    expect(knowing({ DB: 'db.prod.svc' })).toEqual(expected);
    expect(knowing({ DB: 'other.prod.svc' })).toEqual([]);
  });

  test('leads to several upstreams, of which the application knows none', () => {
    const upstream = ['db-0.prod.svc:5432', 'db-1.prod.svc:5432'] as const;
    const options = { ...base, name: 'proxy', because: WHY, listens: { db: 5432 }, wires: {}, startupProbe: FREE };
    const given = (env: Record<string, string>) =>
      pod('api', { ...base, env }).use(ambassador({ ...options, upstream }));
    expect(yaml(given({}))).toContain('# ambassador to db-0.prod.svc:5432, db-1.prod.svc:5432: while it is down');
    expect(refusals(given({ REPLICA: 'db-1.prod.svc' }))).toEqual([
      'spec.template.spec.containers[0].env[0].value [upstream-in-application]',
    ]);
  });

  test('is refused where the application sets a wired variable to something else', () => {
    const given = pod('api', { ...base, env: { DB_HOST: 'elsewhere' } }).use(proxy);
    expect(refusals(given)).toEqual(['spec.template.spec.containers[0].env[0] [conflicting-variable]']);
  });

  test('is no target of a Service, at run time either', () => {
    const ready = pod('api', { ...base, readinessProbe: { exec: { command: ['true'] } } }).use(proxy);
    const served = (ports: object) =>
      refusalsOf((shop) => {
        new Deployment(shop, 'a', { replicas: 1, pod: ready }).service({ ports });
      });
    expect(served({ db: 5432 })).toEqual(['spec.ports[0].targetPort [unknown-port]']);
    expect(served({ health: 80 })).toEqual([]);
  });
});

describe('an adapter', () => {
  test('offers a named port, and nobody waits for it', () => {
    const given = api.use(adapter({ ...metrics, source: { port: 'http' } }));
    expect(containerOf(given, 'exporter')).toMatchObject({
      helper: { pattern: 'adapter', ifDown: 'scraping', source: 'port http' },
      container: { ports: [{ name: 'metrics', containerPort: 9113 }] },
    });
    expect(refusals(given)).toEqual([]);
    expect(yaml(given)).not.toContain('startupProbe:\n');
  });

  test('leads Prometheus to its port, where asked to', () => {
    const given = api.use(adapter({ ...metrics, source: { port: 'http' }, scrape: { path: '/m' } }));
    expect(given.model.annotations).toEqual({
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': '9113',
      'prometheus.io/path': '/m',
    });
  });

  test('replaces no annotation that leads elsewhere', () => {
    const led = api.metadata({ annotations: { 'prometheus.io/port': '8080' } });
    const given = led.use(adapter({ ...metrics, source: { port: 'http' }, scrape: {} }));
    expect(given.model.annotations).toEqual({ 'prometheus.io/port': '8080' });
    expect(refusals(given)).toEqual([
      'spec.template.metadata.annotations[prometheus.io/port] [conflicting-annotation]',
    ]);
  });

  test('reads a file or a socket as well', () => {
    const given = logged.use(adapter({ ...metrics, source: { path: '/logs/x' }, reads: { '/logs': 'logs' } }));
    expect(yaml(given)).toContain('# adapter of /logs/x: while it is down, the application goes on');
  });

  test('is refused for a file that it does not mount', () => {
    const read = (path: string) =>
      refusals(logged.use(adapter({ ...metrics, source: { path }, reads: { '/logs': 'logs' } })));
    const expected = ['spec.template.spec.initContainers[0].volumeMounts [unknown-source]'];
    expect(read('/var/log/app/x')).toEqual(expected);
    expect(read('/logs2/x')).toEqual(expected);
    expect(read('/logs')).toEqual([]);
  });

  test('is refused for a port that is not there', () => {
    const given = api.use(adapter({ ...metrics, source: { port: 'htpp' as 'http' } }));
    expect(refusals(given)).toEqual(['spec.template.spec.initContainers[0].ports [unknown-port]']);
  });
});

describe('an init container', () => {
  const setup = (options: Partial<Parameters<typeof init>[0]>) =>
    init({ ...base, name: 'setup', because: WHY, repeatSafe: true, timeout: '2s', command: ['true'], ...options });
  const run = (command: readonly string[], timeout: '1s' | '1m') => {
    const given = api.use(setup({ command, timeout }));
    const [program = '', ...args] = containerOf(given, 'setup')?.container['command'] as string[];
    return spawnSync(program, args, { encoding: 'utf8', timeout: 100_000 });
  };

  test('ends with the code of its command', () => {
    expect(run(['sh', '-c', 'echo "$1" done', 'x', 'is'], '1m')).toMatchObject({ status: 0, stdout: 'is done\n' });
    expect(run(['sh', '-c', 'exit 3'], '1m').status).toBe(3);
  });

  test('is stopped when its time is over, and says so', () => {
    const { status, stderr } = run(['sleep', '9'], '1s');
    expect(status).not.toBe(0);
    expect(stderr).toContain('not done within 1 s');
  });

  test('says how long it may take, or why nothing bounds it', () => {
    expect(yaml(api.use(setup({ timeout: '2m' })))).toContain('takes more than 120 s, the application does not start');
    const unbounded = { timeout: without({ because: 'git has timeouts of its own' }) };
    expect(yaml(api.use(setup(unbounded)))).toContain('# without timeout: git has timeouts of its own');
    const once = { repeatSafe: without({ because: 'it counts starts' }) };
    expect(yaml(api.use(setup(once)))).toContain('# not safe to repeat: it counts starts');
  });

  test('is refused where a time has nothing to bound, or no unit', () => {
    const code = 'spec.template.spec.initContainers[0].command [init-timeout]';
    expect(refusals(api.use(init({ ...base, name: 'x', because: WHY, repeatSafe: true, timeout: '1m' })))).toEqual([
      code,
    ]);
    expect(refusals(api.use(setup({ timeout: '1.5m' })))).toEqual([code]);
  });
});

test('a pattern that claims what is not there is refused at synthesis', () => {
  const loose = pattern((given) => given.sidecar('x', { ...base, because: WHY, volumeMounts: { '/x': 'nope' } }));
  expect(refusals(api.use(loose))).toEqual([
    'spec.template.spec.initContainers[0].volumeMounts[0].name [unknown-volume]',
  ]);
});
