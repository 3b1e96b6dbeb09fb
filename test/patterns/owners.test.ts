import { CronJob, DaemonSet, Deployment, emptyDir, Job, pod, StatefulSet } from 'podwright';
import type { AppProps, Chart } from 'podwright';
import { judge, stopPlan } from 'podwright/kube';
import type { PodTemplateSpec } from 'podwright/kube';
import { logShipper, nginxExporter, redisAmbassador, waitForTcp } from 'podwright/patterns';
import { parse } from 'yaml';
import { base, filesOf, refusalsOf } from '../support/shop';

/** One helper of each kind. */
const helped = pod('api', { ...base, ports: { http: 8080 } })
  .volume('logs', emptyDir(), { api: '/var/log/app' })
  .use(waitForTcp({ host: 'db', port: 5432, timeout: '2m', because: 'it exits without its database' }))
  .use(redisAmbassador({ upstream: 'redis.prod.svc:6379', because: 'TLS stays out of the application' }))
  .use(logShipper({ volume: 'logs', because: 'it logs to files' }))
  .use(nginxExporter({ port: 'http', because: 'nginx speaks no Prometheus' }));

const NATIVE = ['redis-ambassador', 'log-shipper', 'nginx-exporter'];
const JOB = { restartPolicy: 'Never', backoffLimit: 0, activeDeadlineSeconds: 600 } as const;
const CRON = { schedule: '0 3 * * *', timeZone: 'Etc/UTC', concurrencyPolicy: 'Forbid' } as const;

const OWNERS: readonly (readonly [kind: string, make: (shop: Chart) => unknown])[] = [
  ['Deployment', (shop) => new Deployment(shop, 'a', { replicas: 2, pod: helped })],
  ['StatefulSet', (shop) => new StatefulSet(shop, 'a', { replicas: 2, serviceName: 'a', pod: helped })],
  ['DaemonSet', (shop) => new DaemonSet(shop, 'a', { pod: helped })],
  ['Job', (shop) => new Job(shop, 'a', { ...JOB, pod: helped })],
  ['CronJob', (shop) => new CronJob(shop, 'a', { ...CRON, job: JOB, pod: helped })],
];

interface Owned {
  readonly selector?: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly template: PodTemplateSpec;
}

/** The object that an owner writes, and where it holds its Pods. */
function writtenBy(make: (shop: Chart) => unknown, props: AppProps = {}) {
  const files = filesOf(make, props);
  const object = parse(files.at(-1)?.text ?? '') as {
    readonly spec: Owned & { readonly jobTemplate?: { spec: Owned } };
  };
  return { files, object, owned: object.spec.jobTemplate?.spec ?? object.spec };
}

describe.each(OWNERS)('a Pod with one helper of each kind in a %s', (kind, make) => {
  const { files, object, owned } = writtenBy(make);
  const { metadata, spec } = owned.template;
  const { initContainers = [], containers = [] } = spec ?? {};

  test('starts its helpers in declared order, and the application behind them', () => {
    expect(initContainers.map(({ name }) => name)).toEqual(['wait-for-db', ...NATIVE]);
    expect(containers.map(({ name }) => name)).toEqual(['api']);
  });

  test('has native sidecars, which stop in reverse', () => {
    expect(initContainers.map(({ restartPolicy }) => restartPolicy)).toEqual([undefined, 'Always', 'Always', 'Always']);
    const stopped = stopPlan(spec ?? { containers: [] }).steps.map((step) => step.containers.map(({ name }) => name));
    expect(stopped).toEqual([['api'], ...[...NATIVE].reverse().map((name) => [name])]);
  });

  test('is wired, shares its logs, and brings its configuration along', () => {
    expect(containers[0]?.env).toContainEqual({ name: 'REDIS_HOST', value: 'localhost' });
    const writing = containers[0]?.volumeMounts?.find(({ name }) => name === 'logs');
    const reading = initContainers[2]?.volumeMounts?.find(({ name }) => name === 'logs');
    expect([writing?.readOnly, reading?.readOnly]).toEqual([undefined, true]);
    expect(
      files.slice(0, -1).map(({ text }) => (parse(text) as { kind: string; metadata: { name: string } }).metadata.name),
    ).toEqual(['a-redis-ambassador', 'a-log-shipper']);
    const volumes = (spec?.volumes ?? []).flatMap(({ configMap }) => (configMap == null ? [] : [configMap.name]));
    expect(volumes).toEqual(['a-redis-ambassador', 'a-log-shipper']);
  });

  test('is found by the selector that it would have without them', () => {
    if (kind === 'Job' || kind === 'CronJob') expect(owned.selector).toBeUndefined();
    else expect(metadata?.labels).toMatchObject(owned.selector?.matchLabels ?? { missing: 'selector' });
  });

  test('is accepted by the judge', () => {
    expect(judge(object, { target: '1.35' }).problems).toEqual([]);
  });
});

describe('a Pod that runs to completion', () => {
  test.each(OWNERS.filter(([kind]) => kind.endsWith('Job')))(
    'completes in a %s: nothing but the work holds it',
    (_, make) => {
      const { template } = writtenBy(make).owned;
      expect(template.spec?.restartPolicy).toBe('Never');
      expect(template.spec?.containers.map(({ name }) => name)).toEqual(['api']);
    },
  );

  test.each(OWNERS.filter(([kind]) => kind.endsWith('Job')))(
    'is refused in a %s where sidecars are plain',
    (_, make) => {
      const held = refusalsOf(make, { target: '1.28' });
      expect(held.filter((problem) => problem.endsWith('[sidecar-holds-job]'))).toHaveLength(NATIVE.length);
    },
  );
});
