import * as cdk8s from 'cdk8s';
import {
  allConfigMapKeys,
  Chart,
  companion,
  configMap,
  configMapKey,
  CronJob,
  DaemonSet,
  Deployment,
  emptyDir,
  Job,
  pod,
  StatefulSet,
} from 'podwright';
import type { AnyPod } from 'podwright';
import { base, filesOf, refusalsOf, textOf } from '../support/shop';

const configured = pod('api', base)
  .configMap('settings', { 'app.yaml': 'greeting: hello\n' })
  .volume('settings', configMap(companion('settings')), { api: '/etc/app' });

const inDeployment = (given: AnyPod) => refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));

describe('objects that travel with a Pod', () => {
  test('each owner renders one, named after it, before it, in its namespace', () => {
    const files = filesOf((shop) => {
      new Deployment(shop, 'one', { replicas: 1, pod: configured });
      new Deployment(shop, 'two', { replicas: 1, pod: configured });
    });
    expect(files.map(({ path }) => path)).toEqual([
      'shop/configmap-one-settings.yaml',
      'shop/deployment-one.yaml',
      'shop/configmap-two-settings.yaml',
      'shop/deployment-two.yaml',
    ]);
    expect(files[0]!.text)
      .toBe(`# Written by Podwright from construct shop/one/configmap-settings: edit that, not this file.
# Comes with the Pod of Deployment one (construct shop/one), which refers to it by name.
apiVersion: v1
kind: ConfigMap
metadata:
  name: one-settings
  namespace: shop
  labels:
    app.kubernetes.io/name: one
data:
  app.yaml: |
    greeting: hello
`);
    expect(files[3]!.text).toContain('configMap:\n            name: two-settings\n');
  });

  test.each<readonly [kind: string, make: (shop: Chart) => unknown]>([
    ['StatefulSet', (shop) => new StatefulSet(shop, 'a', { replicas: 1, serviceName: 'a', pod: configured })],
    ['DaemonSet', (shop) => new DaemonSet(shop, 'a', { pod: configured })],
    ['Job', (shop) => new Job(shop, 'a', { ...promise, pod: configured })],
    [
      'CronJob',
      (shop) =>
        new CronJob(shop, 'a', {
          schedule: '0 3 * * *',
          timeZone: 'Etc/UTC',
          concurrencyPolicy: 'Forbid',
          job: promise,
          pod: configured,
        }),
    ],
  ])('a %s renders them too', (kind, make) => {
    const [object, owner] = filesOf(make);
    expect(object!.path).toBe('shop/configmap-a-settings.yaml');
    expect(owner!.path).toBe(`shop/${kind.toLowerCase()}-a.yaml`);
    expect(owner!.text).toContain('name: a-settings');
  });

  test('variables refer to them as well', () => {
    const given = pod('api', { ...base, env: { MODE: configMapKey(companion('env'), 'MODE') } })
      .configMap('env', { MODE: 'fast', LEVEL: 'info' })
      .extend('api', { envFrom: [allConfigMapKeys(companion('env'))] });
    const text = filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }))[1]!.text;
    expect(text.match(/name: a-env/g)).toHaveLength(2);
  });

  test('a stock App of cdk8s writes them too', () => {
    const app = new cdk8s.App();
    new Deployment(new Chart(app, 'shop', { namespace: 'shop' }), 'one', { replicas: 1, pod: configured });
    expect(app.synthYaml()).toMatch(/kind: ConfigMap[^]*name: one-settings[^]*kind: Deployment[^]*name: one-settings/);
  });

  test('a Pod without them renders none', () => {
    expect(textOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: pod('api', base) }))).not.toContain(
      'ConfigMap',
    );
  });

  test.each<readonly [rule: string, pod: AnyPod, refusals: readonly string[]]>([
    ['two of one name', configured.configMap('settings', { other: '' }), ['spec.template.spec [duplicate-companion]']],
    [
      'a reference to one that is not there',
      pod('api', base).volume('x', configMap(companion('nope')), { api: '/x' }),
      ['spec.template.spec.volumes[0].configMap.name [unknown-companion]'],
    ],
    ['a key that is no file name', pod('api', base).configMap('x', { 'a/b': '' }), ['data[a/b] [config-map-key]']],
    ['a value that is no text', pod('api', base).configMap('x', { a: 1 as never }), ['data[a] [wrong-type]']],
    ['more than a mebibyte', pod('api', base).configMap('x', { a: 'ä'.repeat(600_000) }), ['data [config-map-size]']],
    ['a name that no object can have', pod('api', base).configMap('Bad_', {}), ['metadata.name [invalid-name]']],
  ])('%s is refused', (_, given, expected) => {
    expect(inDeployment(given)).toEqual(expected);
  });

  test('an object of the same name that somebody else makes is refused', () => {
    const refused = refusalsOf((shop) => {
      new cdk8s.ApiObject(shop, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a-settings' } });
      new Deployment(shop, 'a', { replicas: 1, pod: configured });
    });
    expect(refused).toEqual(['metadata.name [duplicate-object]']);
  });
});

describe('what is added to a container that is there', () => {
  const api = pod('api', { ...base, env: { LEVEL: 'info' } }).volume('data', emptyDir(), { api: '/data' });

  test('variables and mounts stand behind its own', () => {
    const given = api.extend('api', { env: { HOST: 'localhost' }, volumeMounts: { '/again': 'data' } });
    const { container } = given.model.containers[0]!;
    expect(container['env']).toEqual([
      { name: 'LEVEL', value: 'info' },
      { name: 'HOST', value: 'localhost' },
    ]);
    expect(container['volumeMounts']).toEqual([
      { name: 'data', mountPath: '/data' },
      { name: 'data', mountPath: '/again' },
    ]);
    expect(inDeployment(given)).toEqual([]);
  });

  test('the same again changes nothing', () => {
    const again = api.extend('api', { env: { LEVEL: 'info' }, volumeMounts: { '/data': 'data' } });
    expect(again.model).toEqual(api.model);
  });

  test.each<readonly [rule: string, pod: AnyPod, refusals: readonly string[]]>([
    [
      'a variable of another value',
      api.extend('api', { env: { LEVEL: 'debug' } }),
      ['spec.containers[0].env[0] [conflicting-variable]'],
    ],
    [
      'a path that is mounted already',
      api.extend('api', { volumeMounts: { '/data': { name: 'data', readOnly: true } } }),
      ['spec.containers[0].volumeMounts[0] [conflicting-mount]'],
    ],
    ['an unknown container', api.extend('aip' as 'api', { env: { A: 'b' } }), ['spec.containers [unknown-container]']],
    [
      'a variable without a value',
      api.extend('api', { env: { A: undefined } } as never),
      ['spec.containers[0].env[0] [undefined-value]'],
    ],
  ])('%s is refused', (_, given, expected) => {
    expect(inDeployment(given)).toEqual(expected.map((path) => `spec.template.${path}`));
  });
});

describe('a Pod that a pattern refuses', () => {
  const problem = { code: 'no-such-thing', type: 'Invalid', detail: 'can never work' } as const;

  test('says the problem at its container, wherever that renders', () => {
    const given = pod('api', base)
      .sidecar('x', { ...base, because: 'it is tested' })
      .refuse({ ...problem, path: 'command' }, 'x');
    expect(inDeployment(given)).toEqual(['spec.template.spec.initContainers[0].command [no-such-thing]']);
  });

  test('says the problem of the whole Pod', () => {
    const given = pod('api', base).refuse({ ...problem, path: 'spec.hostname' });
    expect(inDeployment(given)).toEqual(['spec.template.spec.hostname [no-such-thing]']);
  });
});

const promise = { restartPolicy: 'Never', backoffLimit: 1, activeDeadlineSeconds: 60 } as const;
