import fc from 'fast-check';
import { decode, tryDecode } from '../../../lib/kube/schema/decode';
import { knownKinds } from '../../../lib/kube/schema/schema';
import type { KubernetesVersion } from '../../../lib/kube/version';

const pod = (spec: object, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec,
  ...more,
});
const container = (more: object) => pod({ containers: [{ name: 'app', image: 'nginx:1.27', ...more }] });

const said = (value: unknown, target: KubernetesVersion = '1.36') =>
  decode(value, { target }).map(({ code, path }) => `${code} ${path}`);

const detailOf = (value: unknown, target: KubernetesVersion = '1.36') => decode(value, { target })[0]?.detail;

describe('what is decoded without a word', () => {
  test.each<[string, unknown]>([
    ['a Pod as people write it', container({ ports: [{ containerPort: 80 }], env: [{ name: 'A', value: '1' }] })],
    ['null in place of any value', pod({ containers: null, nodeSelector: null, securityContext: { runAsUser: null } })],
    ['null as an entry of a list and of a map', pod({ containers: [null], nodeSelector: { disk: null } })],
    ['a field that is undefined', pod({ containers: [], hostname: undefined })],
    [
      'quantities as text, number and big number',
      container({ resources: { limits: { cpu: 1.5, memory: '1Gi', a: 5n } } }),
    ],
    ['a quantity between blanks', container({ resources: { limits: { memory: ' 1Gi ' } } })],
    [
      'a port by number or by name',
      container({ livenessProbe: { httpGet: { port: 'http' }, tcpSocket: { port: 80 } } }),
    ],
    [
      'words outside of a closed set, for the validation to refuse',
      pod({ containers: [], restartPolicy: 'Sometimes' }),
    ],
    ['objects without their required fields, for the validation to refuse', pod({})],
    ['times in any zone', { ...pod({}), metadata: { creationTimestamp: '2026-01-31T08:00:00.5+01:00' } }],
    [
      'any label and annotation',
      { ...pod({}), metadata: { labels: { constructor: 'a' }, annotations: { 'a b': '' } } },
    ],
    ['free-form fields', { ...pod({}), metadata: { managedFields: [{ fieldsV1: { 'f:spec': [1] } }] } }],
  ])('%s', (_, value) => {
    expect(said(value)).toEqual([]);
  });
});

describe('unknown fields', () => {
  test.each<[string, unknown, string]>([
    ['at the top', { ...pod({}), sepc: {} }, 'unknown-field sepc'],
    ['in the metadata', { ...pod({}), metadata: { lables: {} } }, 'unknown-field metadata.lables'],
    [
      'in another case',
      container({ ports: [{ containerport: 1 }] }),
      'unknown-field spec.containers[0].ports[0].containerport',
    ],
    ['in a status', { ...pod({}), status: { phaze: '' } }, 'unknown-field status.phaze'],
    ['with a null value', pod({ foo: null }), 'unknown-field spec.foo'],
    ['called like a member of every JavaScript object', pod({ constructor: {} }), 'unknown-field spec.constructor'],
    ['called __proto__', JSON.parse('{"apiVersion":"v1","kind":"Pod","__proto__":{"a":1}}'), 'unknown-field __proto__'],
  ])('are refused %s', (_, value, problem) => {
    expect(said(value)).toEqual([problem]);
  });

  const deployment = (spec: object) => ({ apiVersion: 'apps/v1', kind: 'Deployment', spec });

  test.each<[string, unknown, string]>([
    ['another case', container({ ports: [{ containerport: 1 }] }), '"containerPort"'],
    ['a missing letter', container({ imagePullPolcy: 'Always' }), '"imagePullPolicy"'],
    ['two letters swapped', container({ iamge: 'nginx' }), '"image"'],
    ['an object further up', container({ volumes: [] }), 'spec.volumes'],
    ['an object further down', container({ requests: {} }), 'spec.containers[0].resources.requests'],
    ['the Pod in its template', deployment({ containers: [] }), 'spec.template.spec.containers'],
    [
      'the one container that an owner always has',
      deployment({ image: 'nginx' }),
      'spec.template.spec.containers[].image',
    ],
    ['an object beside', pod({ containers: [], capabilities: {} }), 'spec.containers[].securityContext.capabilities'],
    ['the source that is there', pod({ volumes: [{ name: 'a', nfs: {}, server: '' }] }), 'spec.volumes[0].nfs.server'],
  ])('are pointed to %s', (_, value, place) => {
    expect(detailOf(value)).toContain(place);
  });

  test('that resemble nothing are only refused', () => {
    expect(detailOf(container({ $patch: 'delete' }))).toBe('Container has no such field');
    expect(detailOf(pod({ volumes: [{ name: 'a', fsType: 'ext4' }] }))).toBe('Volume has no such field');
  });
});

describe('values of the wrong type', () => {
  const spec = (more: object) => pod({ containers: [], ...more });

  test.each<[string, unknown, string]>([
    ['a number for text', container({ env: [{ name: 'A', value: 80 }] }), 'spec.containers[0].env[0].value'],
    ['true for text', { ...pod({}), metadata: { labels: { a: true } } }, 'metadata.labels[a]'],
    ['text for true', spec({ hostNetwork: 'true' }), 'spec.hostNetwork'],
    ['a number for true', spec({ hostNetwork: 1 }), 'spec.hostNetwork'],
    ['text for a number', container({ ports: [{ containerPort: '80' }] }), 'spec.containers[0].ports[0].containerPort'],
    ['a fraction for a whole number', spec({ priority: 1.5 }), 'spec.priority'],
    ['more than 32 bits', spec({ priority: 2 ** 31 }), 'spec.priority'],
    ['less than 32 bits', spec({ priority: -(2 ** 31) - 1 }), 'spec.priority'],
    ['more than 64 bits', spec({ terminationGracePeriodSeconds: 2n ** 63n }), 'spec.terminationGracePeriodSeconds'],
    ['no number at all', spec({ priority: NaN }), 'spec.priority'],
    [
      'a fraction for a port',
      container({ livenessProbe: { tcpSocket: { port: 8.5 } } }),
      'spec.containers[0].livenessProbe.tcpSocket.port',
    ],
    [
      'true for a quantity',
      container({ resources: { limits: { cpu: true } } }),
      'spec.containers[0].resources.limits[cpu]',
    ],
    ['a map for a list', pod({ containers: { name: 'a' } }), 'spec.containers'],
    ['a list for a map', pod([] as object), 'spec'],
    ['text for a map', spec({ nodeSelector: 'disk=ssd' }), 'spec.nodeSelector'],
    ['text for a list', container({ command: 'ls' }), 'spec.containers[0].command'],
    ['text for an object', container({ resources: 'small' }), 'spec.containers[0].resources'],
    ['a number in a list of text', container({ args: ['-p', 80] }), 'spec.containers[0].args[1]'],
    ['a list for a label', { ...pod({}), metadata: { labels: { a: [] } } }, 'metadata.labels[a]'],
    ['a number for a time', { ...pod({}), metadata: { creationTimestamp: 1 } }, 'metadata.creationTimestamp'],
    ['a number for the kind', { apiVersion: 'v1', kind: 1 }, 'kind'],
  ])('%s is refused', (_, value, path) => {
    expect(said(value)).toEqual([`wrong-type ${path}`]);
  });

  test.each(['', '1GB', '1 Gi', 'lots'])('the quantity %j cannot be read', (memory) => {
    expect(said(container({ resources: { limits: { memory } } }))).toEqual([
      'invalid-quantity spec.containers[0].resources.limits[memory]',
    ]);
  });

  test.each<[string, boolean]>([
    ['2024-02-29T00:00:00Z', true],
    ['2024-02-29T1:00:00Z', true],
    ['0000-02-29T00:00:00Z', true],
    ['2023-02-29T00:00:00Z', false],
    ['2024-01-01T24:00:00Z', false],
    ['2024-01-01T00:00:60Z', false],
    ['2024-01-01 00:00:00Z', false],
    ['2024-01-01T00:00:00', false],
    ['2024-01-01', false],
    ['', false],
  ])('the time %j is a time: %p', (creationTimestamp, readable) => {
    const problems = said({ ...pod({}), metadata: { creationTimestamp } });
    expect(problems).toEqual(readable ? [] : ['invalid-time metadata.creationTimestamp']);
  });

  test('the value is part of the problem where it is a single one', () => {
    expect(decode(spec({ priority: 'high' }), { target: '1.36' })[0]?.value).toBe('high');
    expect(decode(spec({ priority: [] }), { target: '1.36' })[0]).not.toHaveProperty('value');
  });
});

describe('versions', () => {
  test.each<[string, unknown, KubernetesVersion, KubernetesVersion]>([
    ['spec.resources', pod({ resources: {} }), '1.31', '1.32'],
    ['spec.hostnameOverride', pod({ hostnameOverride: 'a' }), '1.33', '1.34'],
    ['spec.schedulingGroup', pod({ schedulingGroup: {} }), '1.35', '1.36'],
    ['spec.volumes[0].image', pod({ volumes: [{ name: 'a', image: {} }] }), '1.30', '1.31'],
    ['spec.containers[0].lifecycle.stopSignal', container({ lifecycle: { stopSignal: 'SIGINT' } }), '1.32', '1.33'],
    [
      'spec.containers[0].lifecycle.preStop.sleep',
      container({ lifecycle: { preStop: { sleep: {} } } }),
      '1.28',
      '1.29',
    ],
    [
      'spec.containers[0].securityContext.appArmorProfile',
      container({ securityContext: { appArmorProfile: {} } }),
      '1.29',
      '1.30',
    ],
    ['spec.containers[0].restartPolicyRules', container({ restartPolicyRules: [] }), '1.33', '1.34'],
    ['spec.resourceClaims[0].resourceClaimName', pod({ resourceClaims: [{ resourceClaimName: 'a' }] }), '1.30', '1.31'],
  ])('%s is refused before the version it came in', (path, value, before, first) => {
    expect(said(value, before)).toEqual([`field-newer-than-target ${path}`]);
    expect(said(value, first)).toEqual([]);
  });

  test('the version and the stages of a newer field are told', () => {
    const detail = detailOf(container({ restartPolicyRules: [] }), '1.33');
    expect(detail).toContain('1.34 (alpha; beta 1.35)');
    expect(detail).toContain('target is 1.33');
  });

  test('a field that is gone is refused after the version that had it last', () => {
    expect(said(pod({ workloadRef: { name: 'a' } }), '1.35')).toEqual([]);
    expect(said(pod({ workloadRef: { name: 'a' } }), '1.36')).toEqual(['field-gone spec.workloadRef']);
    expect(said(pod({ workloadRef: { name: 'a' } }), '1.34')).toEqual(['field-newer-than-target spec.workloadRef']);
    expect(said(pod({ resourceClaims: [{ source: {} }] }), '1.30')).toEqual([]);
    expect(said(pod({ resourceClaims: [{ source: {} }] }), '1.31')).toEqual([
      'field-gone spec.resourceClaims[0].source',
    ]);
  });

  test.each<[string, unknown, KubernetesVersion, KubernetesVersion]>([
    ['spec.tolerations[0].operator', pod({ tolerations: [{ operator: 'Lt' }] }), '1.34', '1.35'],
    ['spec.initContainers[0].restartPolicy', pod({ initContainers: [{ restartPolicy: 'Never' }] }), '1.33', '1.34'],
    [
      'spec.containers[0].restartPolicyRules[0].action',
      container({ restartPolicyRules: [{ action: 'RestartAllContainers' }] }),
      '1.34',
      '1.35',
    ],
  ])('a value of %s is refused before the version it came in', (path, value, before, first) => {
    expect(said(value, before)).toEqual([`value-newer-than-target ${path}`]);
    expect(said(value, first)).toEqual([]);
  });

  test('a sidecar is known from 1.28 on', () => {
    expect(said(pod({ initContainers: [{ restartPolicy: 'Always' }] }), '1.28')).toEqual([]);
  });

  test('the target is 1.35 when none is named', () => {
    expect(decode(pod({ schedulingGroup: {} })).map(({ code }) => code)).toEqual(['field-newer-than-target']);
  });
});

describe('kinds', () => {
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', data: {} };

  test('a kind outside of the table is told apart', () => {
    expect(said(configMap)).toEqual(['unknown-kind kind']);
    expect(tryDecode(configMap)).toBeUndefined();
    expect(tryDecode(pod({ containers: [] }))).toEqual([]);
  });

  test('an older apiVersion and a misspelt kind are pointed out', () => {
    expect(detailOf({ apiVersion: 'extensions/v1beta1', kind: 'Deployment' })).toContain('apps/v1');
    expect(detailOf({ apiVersion: 'apps/v1', kind: 'deployment' })).toContain('"Deployment"');
  });

  test.each<[unknown, string[]]>([
    [{}, ['missing-kind apiVersion', 'missing-kind kind']],
    [{ apiVersion: 'v1', kind: '' }, ['missing-kind kind']],
    [null, ['wrong-type ']],
    [[], ['wrong-type ']],
    ['Pod', ['wrong-type ']],
  ])('%j is no object', (value, problems) => {
    expect(said(value)).toEqual(problems);
  });

  const list = (items: unknown) => ({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items });

  test('the entries of a List are judged by their own kinds', () => {
    const value = list([pod({ foo: 1 }), configMap, 3]);
    expect(said(value)).toEqual([
      'unknown-field items[0].spec.foo',
      'unknown-kind items[1].kind',
      'wrong-type items[2]',
    ]);
    expect(tryDecode(value)?.map(({ path }) => path)).toEqual(['items[0].spec.foo', 'items[2]']);
    expect(said({ ...list({}), itmes: [] })).toEqual(['wrong-type items', 'unknown-field itmes']);
  });

  test('the entries of a PodList are Pods that need not say so', () => {
    expect(said({ apiVersion: 'v1', kind: 'PodList', items: [{ spec: { foo: 1 } }] })).toEqual([
      'unknown-field items[0].spec.foo',
    ]);
  });
});

describe('odd input', () => {
  test('a List inside itself comes to an end', () => {
    const items: unknown[] = [];
    const list = { apiVersion: 'v1', kind: 'List', items };
    items.push(list, list);
    expect(said(list)).toEqual(['nested-too-deep items[0]', 'nested-too-deep items[1]']);
  });

  test('an object inside itself comes to an end', () => {
    const spec: Record<string, unknown> = {};
    spec['securityContext'] = spec;
    spec['containers'] = [spec];
    expect(decode(pod(spec)).length).toBeGreaterThan(0);
  });

  const kinds = knownKinds();

  test('any JSON is judged without an exception and left as it is', () => {
    const head = fc.constantFrom(...kinds);
    fc.assert(
      fc.property(
        head,
        fc.jsonValue(),
        fc.jsonValue(),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (kind, spec, metadata, more) => {
          const value = { ...more, ...kind, spec, metadata };
          const before = JSON.stringify(value);
          const problems = decode(value);
          expect(JSON.stringify(value)).toBe(before);
          expect(problems.every(({ code, detail }) => code !== '' && detail !== '')).toBe(true);
        },
      ),
    );
  });
});
