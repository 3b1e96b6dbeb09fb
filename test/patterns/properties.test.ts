import fc from 'fast-check';
import { CronJob, DaemonSet, Deployment, emptyDir, Job, pod, StatefulSet } from 'podwright';
import type { AnyPod, Chart, Pod } from 'podwright';
import { logShipper, logTailer, nginxExporter, redisAmbassador, waitForHttp, waitForTcp } from 'podwright/patterns';
import type { OpenPod } from 'podwright/patterns';
import { base, filesOf, refusalsOf } from '../support/shop';

/** Patterns that know nothing of each other, for any Pod with a volume `logs` and a port `http`. */
const INDEPENDENT: readonly ((given: OpenPod) => Pod)[] = [
  waitForTcp({ host: 'db', port: 5432, timeout: '2m', because: 'it exits without its database' }),
  waitForHttp({ url: 'http://inventory/ready', timeout: '1m', because: 'it exits without its inventory' }),
  redisAmbassador({ upstream: 'redis.prod.svc:6379', because: 'TLS stays out of the application' }),
  logShipper({ volume: 'logs', because: 'it logs to files' }),
  logTailer({ volume: 'logs', file: 'audit.log', because: 'it logs to a file' }),
  nginxExporter({ port: 'http', scrape: {}, because: 'nginx speaks no Prometheus' }),
];

const label = fc.stringMatching(/^[a-z]{1,8}$/);
const anyPod = fc
  .record({ name: label, labels: fc.dictionary(label, label), env: fc.dictionary(label, label) })
  .map(({ name, labels, env }) =>
    pod(`app-${name}`, { ...base, ports: { http: 8080 }, env })
      .metadata({ labels })
      .volume('logs', emptyDir(), { [`app-${name}`]: '/var/log/app' }),
  );
const someOrder = fc.shuffledSubarray([...INDEPENDENT], { minLength: 1 });
const used = (given: AnyPod, patterns: typeof INDEPENDENT) =>
  patterns.reduce((sofar, pattern) => pattern(sofar), given as unknown as OpenPod);
const byName = (given: AnyPod) => Object.fromEntries(given.model.containers.map((entry) => [entry.name, entry]));

describe('patterns on any Pod', () => {
  test('change nothing that they do not own', () => {
    fc.assert(
      fc.property(anyPod, someOrder, (given, patterns) => {
        const before = JSON.stringify(given.model);
        const { model } = used(given, patterns);
        expect(JSON.stringify(given.model)).toBe(before);
        expect(model.labels).toEqual(given.model.labels);
        expect(model.spec).toEqual(given.model.spec);
        expect(model.volumes.slice(0, given.model.volumes.length)).toEqual(given.model.volumes);
        const [own] = given.model.containers;
        const { env: before_ = [], ...fields } = own!.container as { env?: unknown[] };
        const { env: after = [], ...others } = model.containers[0]!.container as { env?: unknown[] };
        expect(others).toEqual(fields);
        expect(after.slice(0, before_.length)).toEqual(before_);
      }),
      { numRuns: 50 },
    );
  });

  test('give the same containers, volumes and objects in any order', () => {
    fc.assert(
      fc.property(anyPod, someOrder, (given, patterns) => {
        const one = used(given, patterns);
        const other = used(given, [...patterns].reverse());
        expect(byName(other)).toEqual(byName(one));
        expect(new Set(other.model.volumes)).toEqual(new Set(one.model.volumes));
        expect(new Set(other.model.companions)).toEqual(new Set(one.model.companions));
        expect(other.model.annotations).toEqual(one.model.annotations);
      }),
      { numRuns: 50 },
    );
  });

  test('leave the selector of the owner alone', () => {
    const selectorOf = (given: AnyPod) =>
      /^ {2}selector:\n( {4}.*\n)*/m.exec(
        filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given })).at(-1)!.text,
      )?.[0];
    fc.assert(
      fc.property(anyPod, someOrder, (given, patterns) => {
        expect(selectorOf(used(given, patterns))).toBe(selectorOf(given));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a Pod with four helpers goes into any owner', () => {
  const plain = pod('api', { ...base, ports: { http: 8080 } }).volume('logs', emptyDir(), { api: '/var/log/app' });
  const helped = used(
    plain,
    [0, 2, 3, 5].map((position) => INDEPENDENT[position]!),
  );
  const job = { restartPolicy: 'Never', backoffLimit: 0, activeDeadlineSeconds: 600 } as const;

  test.each<readonly [kind: string, make: (shop: Chart) => unknown]>([
    ['Deployment', (shop) => new Deployment(shop, 'a', { replicas: 2, pod: helped })],
    ['StatefulSet', (shop) => new StatefulSet(shop, 'a', { replicas: 2, serviceName: 'a', pod: helped })],
    ['DaemonSet', (shop) => new DaemonSet(shop, 'a', { pod: helped })],
    ['Job', (shop) => new Job(shop, 'a', { ...job, pod: helped })],
    [
      'CronJob',
      (shop) =>
        new CronJob(shop, 'a', {
          schedule: '0 3 * * *',
          timeZone: 'Etc/UTC',
          concurrencyPolicy: 'Forbid',
          job,
          pod: helped,
        }),
    ],
  ])('%s', (_, make) => {
    expect(refusalsOf(make)).toEqual([]);
    expect(filesOf(make).map(({ path }) => path.replace(/-.*$/, ''))).toHaveLength(3);
  });
});
