import * as cdk8s from 'cdk8s';
import {
  companion,
  ConfigMap,
  configMap,
  Deployment,
  except,
  excuse,
  exec,
  ExternalSecret,
  httpGet,
  pod,
  SealedSecret,
  Secret,
} from 'podwright';
import type { AnyPod, Chart, ConfigData, ConfigMapProps } from 'podwright';
import { base, filesOf, refusalsOf, textOf } from '../support/shop';

const why = { because: 'it is the password of a database that lives as long as the test', owner: 'shop' };
const owned = (given: AnyPod) => (shop: Chart) => new Deployment(shop, 'a', { replicas: 1, pod: given });
const annotationIn = (text: string) => /checksum\/\S+: \w+/.exec(text)?.[0];
const textAt = (path: string, make: (shop: Chart) => void) => filesOf(make).find((file) => file.path === path)!.text;

describe('a literal that looks like a secret is refused at its path', () => {
  const inContainer = (path: string) => `spec.template.spec.containers[0].${path} [literal-secret]`;

  test.each<readonly [string, object, readonly string[]]>([
    ['a variable', { env: { TZ: 'UTC', DB_PASSWORD: 'hunter2' } }, ['env[1].value']],
    ['an argument', { args: ['serve', '--token=abc123'] }, ['args[1]']],
    ['a command', { command: ['sh', '-c', 'PGPASSWORD=hunter2 psql'] }, ['command[2]']],
    [
      'a header of a probe',
      {
        ports: { http: 8080 },
        livenessProbe: httpGet('/', 'http', {
          httpHeaders: [{ name: 'Authorization', value: 'Basic YXBwOmh1bnRlcjI=' }],
        }),
      },
      ['livenessProbe.httpGet.httpHeaders[0].value'],
    ],
    [
      'commands of probes and hooks',
      {
        startupProbe: exec(['mysqladmin', 'ping', '-phunter2']),
        lifecycle: { preStop: { exec: { command: ['leave', '--token=abc123'] } } },
      },
      ['startupProbe.exec.command[2]', 'lifecycle.preStop.exec.command[1]'],
    ],
    ['several', { env: { API_KEY: 'a', URL: 'redis://:b@redis' } }, ['env[0].value', 'env[1].value']],
  ])('in %s', (_, options, paths) => {
    expect(refusalsOf(owned(pod('api', { ...base, ...options })))).toEqual(paths.map(inContainer));
  });

  test('in every container, and in an overlay', () => {
    const helped = pod('api', base).initContainer('load', {
      ...base,
      because: 'it loads what the API needs',
      env: { TOKEN: 'abc' },
    });
    expect(refusalsOf(owned(helped))).toEqual(['spec.template.spec.initContainers[0].env[0].value [literal-secret]']);
    const overlaid = pod('api', base).overlay({ spec: { containers: [{ name: 'api', args: ['--password=x'] }] } });
    expect(refusalsOf(owned(overlaid))).toEqual([inContainer('args[0]')]);
  });

  test('in the data of ConfigMaps, those that travel with a Pod included', () => {
    const travelling = pod('api', base).configMap('settings', { password: 'hunter2' });
    expect(refusalsOf(owned(travelling))).toEqual(['data[password] [literal-secret]']);
    const data = { 'app.yaml': 'db:\n  password: hunter2\n', level: 'info' };
    expect(refusalsOf((shop) => new ConfigMap(shop, 'settings', { data }))).toEqual([
      'data[app.yaml] [literal-secret]',
    ]);
  });

  test('and never printed', () => {
    const leak = () => filesOf(owned(pod('api', { ...base, env: { DB_PASSWORD: 'hunter2' } })));
    expect(leak).toThrow(/DB_PASSWORD/);
    expect(leak).not.toThrow(/hunter2/);
  });

  test('unless an exception says why it may stand there, beside it', () => {
    const excused = pod('api', {
      ...base,
      env: { DB_PASSWORD: except('test', why) },
      args: ['serve', except('--token=none-of-ours', why)],
      ports: { http: 8080 },
      livenessProbe: httpGet('/', 'http', { httpHeaders: [{ name: 'X-API-Key', value: except('test', why) }] }),
      lifecycle: { preStop: { exec: { command: ['leave', except('--token=none-of-ours', why)] } } },
    });
    const text = textOf(owned(excused));
    expect(text.match(/# exception: it is the password/g)).toHaveLength(4);
    expect(text).toContain('value: test\n');
    const data = { password: except('test', why) };
    const file = textOf((shop) => new ConfigMap(shop, 'settings', { data }));
    expect(file).toContain('  password: test\n');
    expect(file).toContain('# exception: it is the password');
    const travelling = filesOf(owned(pod('api', base).configMap('settings', data)))[0]!.text;
    expect(travelling).toContain('# exception: it is the password');
  });
});

describe('a change of configuration replaces the Pods', () => {
  const rolled = (data: Readonly<Record<string, string>>, rollOnChange = true) =>
    textAt('shop/deployment-a.yaml', (shop) => {
      const configured = pod('api', base)
        .configMap('settings', data, { rollOnChange })
        .volume('settings', configMap(companion('settings')), { api: '/etc/app' });
      owned(configured)(shop);
    });

  test('where that is asked for, and only then', () => {
    expect(annotationIn(rolled({ a: '1' }))).toMatch(/^checksum\/settings: "?[0-9a-f]{64}/);
    expect(annotationIn(rolled({ a: '1' }))).not.toBe(annotationIn(rolled({ a: '2' })));
    expect(rolled({ a: '1' }, false)).not.toContain('checksum');
  });

  test('but not a change of the order of its keys', () => {
    expect(annotationIn(rolled({ a: '1', b: '2' }))).toBe(annotationIn(rolled({ b: '2', a: '1' })));
  });

  test('of a ConfigMap of the chart, and of anything that has a version', () => {
    const text = (level: string, version: string) =>
      textAt('shop/deployment-a.yaml', (shop) => {
        const settings = new ConfigMap(shop, 'settings', { data: { LOG_LEVEL: level } });
        const api = pod('api', { ...base, env: { LOG_LEVEL: settings.key('LOG_LEVEL') } })
          .rollOnChange(settings)
          .rollOnChange({ name: 'db-credentials', checksum: version });
        owned(api)(shop);
      });
    expect(text('info', 'v1')).toContain('checksum/db-credentials: v1');
    expect(annotationIn(text('info', 'v1'))).not.toBe(annotationIn(text('debug', 'v1')));
    expect(text('info', 'v1')).toContain(
      'configMapKeyRef:\n                  name: settings\n                  key: LOG_LEVEL',
    );
  });

  test('of each of two that share a name, as a ConfigMap and a Secret may', () => {
    const sum = (level: string, version: string) =>
      /checksum\/checkout: (.*)/.exec(
        textAt('shop/deployment-a.yaml', (shop) => {
          const settings = new ConfigMap(shop, 'checkout', { data: { LOG_LEVEL: level } });
          const followed = { name: 'checkout', checksum: version };
          owned(pod('api', base).rollOnChange(settings).rollOnChange(followed).rollOnChange(settings))(shop);
        }),
      )?.[1];
    expect(sum('info', 'v1')).toMatch(/^[0-9a-f]{64}, v1$/);
    expect(sum('info', 'v1')).not.toBe(sum('debug', 'v1'));
  });

  test('of bytes too, and what has no checksum is refused in plain JavaScript', () => {
    const sum = (bytes: string) => {
      let checksum = '';
      filesOf((shop) => ({ checksum } = new ConfigMap(shop, 'a', { binaryData: { logo: bytes } })));
      return checksum;
    };
    expect(sum('AAAA')).not.toBe(sum('AAAB'));
    const follow = (source: object) => () =>
      pod('api', base).rollOnChange(source as { name: string; checksum: string });
    expect(follow({ name: 'settings' })).toThrow('the checksum of "settings" must be a string');
  });
});

describe('a ConfigMap', () => {
  test('is printed with what it says of itself', () => {
    const text = textOf((shop) => new ConfigMap(shop, 'settings', { data: { level: 'info' }, immutable: true }));
    expect(text).toBe(`# Written by Podwright from construct shop/settings: edit that, not this file.
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
immutable: true
data:
  level: info
`);
  });

  test('may have a private key that opens nothing among its bytes, with the reason beside it', () => {
    const text = textOf((shop) => {
      const binaryData = { 'a.p8': btoa('-----BEGIN PRIVATE KEY-----\nMIIB') };
      excuse(new ConfigMap(shop, 'settings', { binaryData }), 'binaryData[a.p8]', why);
    });
    expect(text).toContain('# exception: it is the password of a database');
  });

  test.each<readonly [string, ConfigMapProps<ConfigData>, readonly string[]]>([
    ['a name that is none', { metadata: { name: 'A' } }, ['metadata.name [invalid-name]']],
    ['a key that is no file name', { data: { 'a/b': '1' } }, ['data[a/b] [config-map-key]']],
    ['a key that is there twice', { data: { a: '1' }, binaryData: { a: 'AAAA' } }, ['binaryData[a] [config-map-key]']],
    ['bytes that are no base64', { binaryData: { a: '€' } }, ['binaryData[a] [not-base64]']],
    [
      'a private key among its bytes',
      {
        binaryData: { 'a.p8': btoa('-----BEGIN PRIVATE KEY-----\nMIIB'), 'a.crt': btoa('-----BEGIN CERTIFICATE-----') },
      },
      ['binaryData[a.p8] [literal-secret]'],
    ],
    ['more than a mebibyte', { data: { a: 'x'.repeat(1024 * 1024 + 1) } }, ['data [config-map-size]']],
  ])('is refused with %s', (_, props, problems) => {
    expect(refusalsOf((shop) => new ConfigMap(shop, 'settings', props))).toEqual(problems);
  });
});

describe('values of Secrets stay out of the repository', () => {
  const stock = (fields: object) => (shop: Chart) => {
    new cdk8s.ApiObject(shop, 'db', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, ...fields });
  };

  test.each<readonly [string, object, readonly string[]]>([
    ['text', { stringData: { password: 'hunter2', user: '' } }, ['stringData[password] [secret-in-manifest]']],
    ['base64', { data: { password: 'aHVudGVyMg==' } }, ['data[password] [secret-in-manifest]']],
    ['a number in base64', { data: { pin: 'MTIzNA==' } }, ['data[pin] [secret-in-manifest]']],
  ])('as %s, in an object of anybody', (_, fields, problems) => {
    expect(refusalsOf(stock(fields))).toEqual(problems);
  });

  test.each([
    ['nothing', {}],
    ['a reference that a plug-in replaces', { stringData: { password: '<path:secret/data/db#password>' } }],
    ['what SOPS has encrypted', { data: { password: 'ENC[AES256_GCM,data:abc,iv:d,tag:e,type:str]' } }],
  ])('and %s may stand there', (_, fields) => {
    expect(refusalsOf(stock(fields))).toEqual([]);
  });

  test('unless an exception says why they are none', () => {
    const text = textOf((shop) => new Secret(shop, 'db', { stringData: except({ password: 'test' }, why) }));
    expect(text).toContain('# exception: it is the password');
    expect(text).toContain('stringData:\n  password: test\n');
    const bare = { stringData: { password: 'test' } } as object;
    expect(refusalsOf((shop) => new Secret(shop, 'db', bare))).toEqual(['stringData[password] [secret-in-manifest]']);
  });

  test('and a patch is no way around', () => {
    const patched = (shop: Chart) => {
      new Secret(shop, 'db', {}).addJsonPatch(cdk8s.JsonPatch.add('/data', { password: 'aHVudGVyMg==' }));
    };
    expect(refusalsOf(patched)).toEqual(['data[password] [secret-in-manifest]']);
  });
});

describe('an ExternalSecret', () => {
  const store = { name: 'vault', kind: 'ClusterSecretStore' } as const;

  test('says where values are kept, and its keys go where those of the Secret go', () => {
    const files = filesOf((shop) => {
      const credentials = new ExternalSecret(shop, 'db-credentials', {
        secretStoreRef: store,
        refreshInterval: '1h',
        data: { password: { key: 'shop/db', property: 'password' } },
      });
      owned(pod('api', { ...base, env: { DB_PASSWORD: credentials.key('password') } }))(shop);
    });
    expect(files[0]!.text).toBe(`# Written by Podwright from construct shop/db-credentials: edit that, not this file.
# Secret db-credentials gets its values from ClusterSecretStore vault.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: db-credentials
  namespace: shop
spec:
  refreshInterval: 1h
  secretStoreRef:
    name: vault
    kind: ClusterSecretStore
  target:
    name: db-credentials
    creationPolicy: Owner
  data:
    - secretKey: password
      remoteRef:
        key: shop/db
        property: password
`);
    expect(files[1]!.text).toContain(
      'secretKeyRef:\n                  name: db-credentials\n                  key: password',
    );
  });

  test.each<readonly [string, object, string]>([
    [
      'another kind of store',
      { secretStoreRef: { name: 'vault', kind: 'Vault' } },
      'spec.secretStoreRef.kind [secret-store]',
    ],
    [
      'a store whose name is none',
      { secretStoreRef: { name: 'A', kind: 'SecretStore' } },
      'spec.secretStoreRef.name [invalid-name]',
    ],
    ['an interval without a unit', { refreshInterval: '60' }, 'spec.refreshInterval [duration]'],
    ['no keys', { data: {} }, 'spec.data [secret-keys]'],
    ['a key that is no file name', { data: { 'a b': { key: 'x' } } }, 'spec.data[0].secretKey [secret-key]'],
    ['no place of a value', { data: { a: {} } }, 'spec.data[0].remoteRef.key [remote-key]'],
    ['a field that is none', { storeRef: {} }, 'spec.storeRef [unknown-field]'],
  ])('is refused with %s', (_, change, problem) => {
    const good = { secretStoreRef: store, refreshInterval: '1h', data: { password: { key: 'db' } } };
    expect(refusalsOf((shop) => new ExternalSecret(shop, 'db', good))).toEqual([]);
    expect(refusalsOf((shop) => new ExternalSecret(shop, 'db', { ...good, ...change }))).toEqual([problem]);
  });
});

describe('a SealedSecret', () => {
  const sealed = 'A'.repeat(700);

  test('holds what the cluster alone can decrypt', () => {
    const text = textOf((shop) => new SealedSecret(shop, 'db', { encryptedData: { password: sealed } }));
    expect(text).toContain('apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\n');
    expect(text).toContain('  template:\n    metadata:\n      name: db\n      namespace: shop\n');
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['a value that is not sealed', { password: 'hunter2' }, 'spec.encryptedData[password] [not-sealed]'],
    ['a value in plain base64', { password: 'aHVudGVyMg==' }, 'spec.encryptedData[password] [not-sealed]'],
    ['no keys', {}, 'spec.encryptedData [secret-keys]'],
  ])('is refused with %s', (_, encryptedData, problem) => {
    expect(refusalsOf((shop) => new SealedSecret(shop, 'db', { encryptedData }))).toEqual([problem]);
  });
});
