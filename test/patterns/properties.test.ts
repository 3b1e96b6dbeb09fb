import fc from 'fast-check';
import { Deployment, emptyDir, pod, without } from 'podwright';
import type { AnyPod, Pod } from 'podwright';
import {
  adapter,
  ambassador,
  gitClone,
  init,
  logShipper,
  logTailer,
  nginxExporter,
  redisAmbassador,
  sidecar,
  vectorShipper,
  waitForHttp,
  waitForTcp,
} from 'podwright/patterns';
import type { OpenPod } from 'podwright/patterns';
import { parse } from 'yaml';
import { base, filesOf } from '../support/shop';

/** Patterns that know nothing of each other, for any Pod with a volume `logs` and a port `http`. */
const INDEPENDENT: readonly ((given: OpenPod) => Pod)[] = [
  waitForTcp({ host: 'db', port: 5432, timeout: '2m', because: 'it exits without its database' }),
  waitForHttp({ url: 'http://inventory/ready', timeout: '1m', because: 'it exits without its inventory' }),
  redisAmbassador({ upstream: 'redis.prod.svc:6379', because: 'TLS stays out of the application' }),
  logShipper({ volume: 'logs', because: 'it logs to files' }),
  logTailer({ volume: 'logs', file: 'audit.log', because: 'it logs to a file' }),
  nginxExporter({ port: 'http', scrape: {}, because: 'nginx speaks no Prometheus' }),
  vectorShipper({ volume: 'logs', because: 'it logs to files' }),
  gitClone({ volume: 'logs', repo: 'https://git.example.com/a', timeout: '1m', because: 'it reads a repository' }),
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

interface Written {
  readonly spec: { readonly template: { readonly spec: Record<'initContainers' | 'containers', { name: string }[]> } };
}

interface AnyHelper {
  readonly kind: 'sidecar' | 'ambassador' | 'adapter' | 'init';
  readonly name: string;
  readonly brings: boolean;
}

const someHelpers = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom<AnyHelper['kind']>('sidecar', 'ambassador', 'adapter', 'init'),
    name: fc.stringMatching(/^h[a-z]{1,6}$/),
    brings: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5, selector: ({ name }) => portOf(name) },
);

/** A helper of one of the four kinds, on ports and variables that its name gives it alone. */
function patternOf({ kind, name, brings }: AnyHelper): (given: OpenPod) => Pod {
  const port = portOf(name);
  const free = without({ because: 'nobody waits for it' });
  const fields = {
    ...base,
    name,
    because: 'it is tested on any Pod',
    reads: { '/logs': 'logs' },
    ...(brings ? { config: { mountPath: '/etc/helper', files: { 'a.conf': name } } } : {}),
  };
  switch (kind) {
    case 'sidecar':
      return sidecar({ ...fields, ifDown: 'observability', ports: { [name]: port }, startupProbe: free });
    case 'ambassador':
      return ambassador({
        ...fields,
        upstream: `${name}.prod.svc:${port}`,
        listens: { [name]: port },
        wires: { host: `${name.toUpperCase()}_HOST` },
        startupProbe: free,
      });
    case 'adapter':
      return adapter({ ...fields, source: { port: 'http' }, metrics: { [name]: port } });
    case 'init':
      return init({ ...fields, timeout: '1m', repeatSafe: true, command: ['true'], reads: {} });
  }
}

function portOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 50_000, 7) + 10_000;
}

const usedOn = (given: AnyPod, helpers: readonly AnyHelper[]) => used(given, helpers.map(patternOf));

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

  test('start in the order in which they were used, the application behind them', () => {
    fc.assert(
      fc.property(anyPod, someHelpers, (given, helpers) => {
        const file = filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: usedOn(given, helpers) })).at(-1);
        const { initContainers, containers } = (parse(file?.text ?? '') as Written).spec.template.spec;
        expect(initContainers.map(({ name }) => name)).toEqual(helpers.map(({ name }) => name));
        expect(containers).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });

  test('give the same containers in any order, whichever of the four they are made of', () => {
    fc.assert(
      fc.property(anyPod, someHelpers, (given, helpers) => {
        const one = usedOn(given, helpers);
        const other = usedOn(given, [...helpers].reverse());
        const { env: variables = [], ...application } = one.model.containers[0]!.container as { env?: unknown[] };
        const { env: same = [], ...container } = other.model.containers[0]!.container as { env?: unknown[] };
        expect(container).toEqual(application);
        expect(new Set(same)).toEqual(new Set(variables));
        for (const { name } of helpers) expect(byName(other)[name]).toEqual(byName(one)[name]);
        expect(new Set(other.model.volumes)).toEqual(new Set(one.model.volumes));
        expect(new Set(other.model.companions)).toEqual(new Set(one.model.companions));
        expect([other.model.labels, other.model.spec]).toEqual([given.model.labels, given.model.spec]);
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
