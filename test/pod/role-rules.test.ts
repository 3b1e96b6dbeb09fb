import { because, Deployment, ExperimentPod, Job, pod } from 'podwright';
import type { AnyPod, AppProps } from 'podwright';
import { ambassador, sidecar } from 'podwright/patterns';
import { base, refusalsOf, sized } from '../support/shop';

const api = pod('api', base);
const helper = { ...base, because: 'it is tested' };

const inDeployment = (given: AnyPod) => refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));
const inJob = (given: AnyPod, props: AppProps = {}) =>
  refusalsOf(
    (shop) => new Job(shop, 'a', { restartPolicy: 'Never', backoffLimit: 0, activeDeadlineSeconds: 60, pod: given }),
    props,
  );

describe('an init container ends', () => {
  const sh = (script: string) => ['sh', '-c', script];

  test.each<readonly [command: readonly string[]]>([
    [['sleep', 'infinity']],
    [['/bin/sleep', 'infinity']],
    [['tail', '-f', '/dev/null']],
    [['tail', '-n', '0', '-F', '/var/log/app.log']],
    [['tail', '--follow=name', 'x']],
    [sh('while true; do nslookup db; sleep 1; done')],
    [sh('while :\ndo\n  sleep 1\ndone')],
    [sh('echo ready; sleep infinity')],
    [['/bin/bash', '-ec', 'for (( ; ; )); do sleep 1; done']],
    [sh('until false; do sleep 1; done')],
  ])('%j never does', (command) => {
    const expected = ['spec.template.spec.initContainers[0].command [endless-init]'];
    expect(inDeployment(api.initContainer('x', { ...helper, command }))).toEqual(expected);
  });

  test.each<readonly [command: readonly string[]]>([
    [['sleep', '30']],
    [['tail', '-n', '5', '/var/log/app.log']],
    [['tail', '-f', '/var/log/app.log', '--pid=1']],
    [sh('while true; do nc -z db 5432 && break; sleep 1; done')],
    [sh('until nc -z db 5432; do sleep 2; done')],
    [sh('tail -f /log | sed /ready/q')],
    [sh('# not sleep infinity\necho done')],
    [sh('timeout 60 sleep infinity')],
    [['python3', '-c', 'while True: pass']],
    [['sh', '/setup.sh']],
  ])('%j may', (command) => {
    expect(inDeployment(api.initContainer('x', { ...helper, command }))).toEqual([]);
  });

  test('what goes on is a sidecar', () => {
    expect(inDeployment(api.sidecar('x', { ...helper, command: ['tail', '-F', '/x'] }))).toEqual([]);
  });

  test('args without a command are a command line too', () => {
    const expected = ['spec.template.spec.initContainers[0].args [endless-init]'];
    expect(inDeployment(api.initContainer('x', { ...helper, args: ['sleep', 'infinity'] }))).toEqual(expected);
  });
});

describe('a Pod that runs to completion completes', () => {
  const helped = api.sidecar('x', helper);

  test('a native sidecar does not hold it', () => {
    expect(inJob(helped)).toEqual([]);
  });

  test('a plain one does: below 1.29, and where a reason makes it one', () => {
    const held = (position: number) => [`spec.template.spec.containers[${position}] [sidecar-holds-job]`];
    expect(inJob(helped, { target: '1.28' })).toEqual(held(1));
    expect(inJob(api.sidecar('x', { ...helper, legacy: because('the nodes are old', true) }))).toEqual(held(1));
  });

  test('an experiment that is meant to end is held too', () => {
    const props = { purpose: 'tries it', deleteBy: '2027-01-31', restartPolicy: 'Never', pod: helped } as const;
    const refused = refusalsOf((shop) => new ExperimentPod(shop, 'a', props), { target: '1.28' });
    expect(refused).toEqual(['spec.containers[1] [sidecar-holds-job]']);
  });
});

describe('a database or a cache has an owner of its own', () => {
  const beside = (image: string, fields: { args?: string[]; command?: string[] } = {}) =>
    inDeployment(api.container('store', { image, resources: sized, because: 'it is tested', ...fields }));
  const refused = ['spec.template.spec.containers[1].image [store-beside-application]'];

  test.each<readonly [image: string]>([
    ['redis:7.4.1'],
    ['docker.io/library/postgres:17.2'],
    ['registry.example.com/mirror/mysql:8.4@sha256:' + 'a'.repeat(64)],
    ['memcached:1.6.34'],
    ['redis/redis-stack-server:7.4.0-v1'],
    ['clickhouse/clickhouse-server:24.8'],
    ['bitnami/mongodb:8.0.3'],
  ])('%s beside an application is refused', (image) => {
    expect(beside(image)).toEqual(refused);
  });

  test('its flags do not make it another program', () => {
    expect(beside('redis:7.4.1', { args: ['--save', ''] })).toEqual(refused);
    expect(beside('redis:7.4.1', { command: ['redis-server', '--save', ''] })).toEqual(refused);
    expect(beside('redis:7.4.1', { command: ['docker-entrypoint.sh', 'redis-server'] })).toEqual(refused);
  });

  test('another program of its image, a name that only resembles one, and a first container are not it', () => {
    expect(beside('postgres:17.2', { command: ['pg_receivewal'] })).toEqual([]);
    expect(beside('redis:7.4.1', { args: ['redis-sentinel', '/etc/sentinel.conf'] })).toEqual([]);
    expect(beside('oliver006/redis_exporter:v1.66.0')).toEqual([]);
    expect(beside('envoyproxy/envoy:distroless-v1.37.2')).toEqual([]);
    expect(beside('edoburu/pgbouncer:v1.23.1-p2')).toEqual([]);
    expect(inDeployment(pod('redis', { image: 'redis:7.4.1', resources: sized }))).toEqual([]);
  });

  test('an ambassador to one elsewhere may come in its image', () => {
    const leaf = ambassador({
      name: 'nats',
      image: 'nats:2.10.22',
      args: ['--config', '/etc/nats/leaf.conf'],
      resources: sized,
      because: 'credentials and topology of the NATS cluster stay out of the application',
      upstream: 'nats.messaging.svc:7422',
      listens: { nats: 4222 },
      wires: { host: 'NATS_HOST' },
      startupProbe: { exec: { command: ['true'] } },
    });
    expect(inDeployment(api.use(leaf))).toEqual([]);
  });

  test('one that a pattern says is disposable, and this replica’s alone, is let through', () => {
    const cache = (disposable: { disposable?: true }) =>
      sidecar({
        name: 'cache',
        image: 'redis:7.4.1',
        resources: sized,
        because: 'rendered pages are kept for seconds, and each replica renders others',
        ifDown: 'observability',
        ports: { cache: 6379 },
        startupProbe: { tcpSocket: { port: 'cache' } },
        ...disposable,
      });
    expect(inDeployment(api.use(cache({})))).toEqual([
      'spec.template.spec.initContainers[0].image [store-beside-application]',
    ]);
    expect(inDeployment(api.use(cache({ disposable: true })))).toEqual([]);
  });
});
