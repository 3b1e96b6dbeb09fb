import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, ConfigMap, Deployment, environments, except, pod } from 'podwright';
import { containerIn, find, findAll, manifestSerializer, podMatchers } from 'podwright/testing';
import type { MatcherContext, Verdict } from 'podwright/testing';
import { base } from '../support/shop';

expect.extend(podMatchers);

const api = pod('api', base);
const helped = api
  .initContainer('load', { ...base, because: 'it is an example' })
  .sidecar('proxy', { ...base, because: 'it is an example' });

function shopOf(level = 'info'): App {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  new Deployment(shop, 'checkout', { replicas: 3, pod: helped });
  new ConfigMap(shop, 'settings', { data: { level } });
  return app;
}

const privileged = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [{ name: 'a' }] } };

describe('matchers of Pods', () => {
  test('hold for Apps, charts, workloads, Pods and plain objects', () => {
    const app = shopOf();
    const checkout = find(app, 'Deployment', 'checkout');
    for (const subject of [app, app.node.findChild('shop'), helped, checkout]) {
      expect(subject).toPassPodSecurity('restricted');
      expect(subject).toHaveQosClass('Burstable');
      expect(subject).toStartInOrder(['load', 'proxy', 'api']);
      expect(subject).toBeAcceptedBy('1.35');
    }
    expect(privileged).not.toPassPodSecurity('restricted');
    expect(privileged).toHaveQosClass('BestEffort');
    expect(privileged).not.toBeAcceptedBy('1.35');
  });

  test('judge a Pod as the version does that is asked for', () => {
    expect(helped).toStartInOrder(['load', 'api', 'proxy'], '1.28');
    expect(helped).toBeAcceptedBy('1.28');
  });

  test.each<readonly [string, () => Verdict, RegExp]>([
    [
      'Pod Security',
      () => podMatchers.toPassPodSecurity(privileged, 'restricted'),
      /Pod p: .*Change .*spec\.containers\[0\]/,
    ],
    ['QoS', () => podMatchers.toHaveQosClass(shopOf(), 'Guaranteed'), /spec\.template\.spec\.\S+.*/],
    ['order', () => podMatchers.toStartInOrder(helped, ['api']), /it is load, proxy, api/],
    [
      'acceptance',
      () => podMatchers.toBeAcceptedBy(privileged, '1.35'),
      /Kubernetes 1\.35 refuses it: spec\.containers/,
    ],
  ])('say of %s where it fails and what decides', (_, judge, message) => {
    const verdict = judge();
    expect(verdict.pass).toBe(false);
    expect(verdict.message()).toMatch(message);
  });

  test.each([[42], ['text'], [new App()], [{ kind: 'Service' }]])('refuse %p, which has no Pod', (subject) => {
    expect(() => podMatchers.toHaveQosClass(subject, 'Burstable')).toThrow('expected');
  });
});

describe('find', () => {
  test('gives the object as plain data, with the type of its kind', () => {
    expect(find(shopOf(), 'Deployment', 'checkout').spec?.replicas).toBe(3);
    expect(find(shopOf('debug'), 'ConfigMap', 'settings')).toMatchObject({ data: { level: 'debug' } });
    expect(findAll(shopOf(), 'ConfigMap')).toHaveLength(1);
    expect(containerIn(find(shopOf(), 'Deployment', 'checkout'), 'proxy').image).toBe(base.image);
  });

  test('says what is there where it finds nothing, or too much', () => {
    expect(() => find(shopOf(), 'Deployment', 'shop')).toThrow(
      'there is Deployment shop/checkout, ConfigMap shop/settings',
    );
    const app = new App();
    environments(app, { dev: {}, prod: {} }, (environment) => {
      new ConfigMap(new Chart(environment, 'a', { namespace: 'a' }), 'a', { data: {} });
    });
    expect(() => find(app, 'ConfigMap', 'a')).toThrow('say the namespace or the environment');
    expect(find(app, 'ConfigMap', 'a', { environment: 'prod' })).toMatchObject({ metadata: { name: 'a' } });
    expect(() => containerIn(find(shopOf(), 'Deployment', 'checkout'), 'x')).toThrow('there are load, proxy, api');
  });
});

/** As Vitest has it: the compiler sees no field, and the matchers are matchers there all the same. */
class SnapshotState {
  constructor(private readonly _updateSnapshot: string) {}

  get mode(): string {
    return this._updateSnapshot;
  }
}

describe('toMatchManifests', () => {
  let folder: string;
  const judge = (app: App, mode: string): Verdict => {
    const context: MatcherContext = { testPath: join(folder, 'a.test.ts'), snapshotState: new SnapshotState(mode) };
    return podMatchers.toMatchManifests.call(context, app, 'golden');
  };
  const at = (path: string) => join(folder, 'golden', path);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('writes what is missing, one YAML file an object, and finds it the next time', () => {
    expect(judge(shopOf(), 'new').pass).toBe(true);
    expect(readdirSync(at('shop')).sort()).toEqual(['configmap-settings.yaml', 'deployment-checkout.yaml']);
    expect(readFileSync(at('shop/deployment-checkout.yaml'), 'utf8')).toContain('# it is an example');
    expect(judge(shopOf(), 'none').pass).toBe(true);
  });

  test('fails in CI where a file is missing, and writes none', () => {
    const verdict = judge(shopOf(), 'none');
    expect(verdict.pass).toBe(false);
    expect(verdict.message()).toContain('golden/shop/configmap-settings.yaml is missing, and is not written in CI');
    expect(existsSync(at('.'))).toBe(false);
  });

  test('shows what differs and lists what is stale, and changes neither', () => {
    judge(shopOf(), 'new');
    writeFileSync(at('old.yaml'), '# Written by Podwright from construct x: edit that, not this file.\n');
    writeFileSync(at('mine.yaml'), 'a: 1\n');
    const verdict = judge(shopOf('debug'), 'new');
    expect(verdict.pass).toBe(false);
    expect(verdict.message()).toContain('golden/shop/configmap-settings.yaml differs');
    expect(verdict.message()).toContain('-   level: info\n+   level: debug');
    expect(verdict.message()).toContain('golden/old.yaml is stale');
    expect(verdict.message()).not.toContain('mine.yaml');
    expect(readFileSync(at('shop/configmap-settings.yaml'), 'utf8')).toContain('level: info');
  });

  test('makes the folder what the App writes, where the update flag is given', () => {
    judge(shopOf(), 'new');
    writeFileSync(at('old.yaml'), '# Written by Podwright from construct x: edit that, not this file.\n');
    expect(judge(shopOf('debug'), 'all').pass).toBe(true);
    expect(existsSync(at('old.yaml'))).toBe(false);
    expect(readFileSync(at('shop/configmap-settings.yaml'), 'utf8')).toContain('level: debug');
  });

  test('runs in Jest, whose state says whether files are written', () => {
    expect(shopOf()).toMatchManifests('golden');
  });
});

test('the serializer prints objects as YAML, with their reasons', () => {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  const settings = new ConfigMap(shop, 'settings', { data: { password: except('x', { because: 'it is a test' }) } });
  expect(manifestSerializer.test(settings)).toBe(true);
  expect(manifestSerializer.serialize(settings)).toContain('# exception: it is a test\n  password: x');
  expect(manifestSerializer.serialize(privileged)).toBe(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n    - name: a',
  );
  const listed = manifestSerializer.serialize({ ...privileged, data: { text: 'a\n\nb\n' } }, {}, '  ');
  expect(listed).toContain('apiVersion: v1\n  kind: Pod\n');
  expect(listed).not.toMatch(/ $/m);
  expect([1, 'a', {}, { kind: 'Pod' }, null].map((value) => manifestSerializer.test(value))).not.toContain(true);
});
