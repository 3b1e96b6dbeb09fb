import { enabledIn, existsIn, stageIn } from '../../../lib/kube/schema/field';
import { helpOf } from '../../../lib/kube/schema/help';
import { schemaOf, tryTypeOf, trySchemaOf, typeNames, typeOf } from '../../../lib/kube/schema/schema';
import { atLeast, KUBERNETES_VERSIONS } from '../../../lib/kube/version';

const field = (type: string, name: string) => {
  const found = typeOf(type).field(name);
  if (found === undefined) throw new Error(`${type}.${name}`);
  return found;
};

describe('lookups', () => {
  test('a kind is found by its apiVersion', () => {
    expect(schemaOf('apps/v1', 'Deployment').name).toBe('Deployment');
    expect(trySchemaOf('apps/v1beta1', 'Deployment')).toBeUndefined();
    expect(() => schemaOf('v1', 'ConfigMap')).toThrow(RangeError);
  });

  test.each(['', 'constructor', '__proto__', 'toString', 'pod'])('%j names no type and no field', (name) => {
    expect(tryTypeOf(name)).toBeUndefined();
    expect(typeOf('Pod').field(name)).toBeUndefined();
    expect(() => typeOf(name)).toThrow(RangeError);
  });

  test('a type is built once', () => {
    expect(typeOf('Container')).toBe(typeOf('Container'));
  });

  test('every object type that a field names is in the table', () => {
    const objects = typeNames().flatMap((name) =>
      typeOf(name).fields.map(({ type }) => {
        let inner = type;
        while (inner.shape === 'list' || inner.shape === 'map') inner = inner.of;
        return inner.shape === 'object' ? inner.name : undefined;
      }),
    );
    expect(objects.filter((name) => name !== undefined && tryTypeOf(name) === undefined)).toEqual([]);
  });
});

describe('fields', () => {
  test('know their type, their values and their keys', () => {
    expect(field('PodSpec', 'containers')).toMatchObject({
      type: { shape: 'list', of: { shape: 'object', name: 'Container' } },
      required: true,
      listMapKeys: ['name'],
    });
    expect(field('Container', 'ports').listMapKeys).toEqual(['containerPort', 'protocol']);
    expect(field('ResourceRequirements', 'limits').type).toEqual({
      shape: 'map',
      of: { shape: 'scalar', scalar: 'quantity' },
    });
    expect(field('ContainerPort', 'protocol').values).toEqual(['TCP', 'UDP', 'SCTP']);
    expect(field('Container', 'command').atomic).toBe(true);
  });

  test('know their versions', () => {
    const workloadRef = field('PodSpec', 'workloadRef');
    expect(KUBERNETES_VERSIONS.filter((version) => existsIn(workloadRef, version))).toEqual(['1.35']);
    expect(stageIn(field('Container', 'restartPolicy'), '1.30')).toMatchObject({ stage: 'beta', on: true });
    expect(stageIn(field('PodSpec', 'resources'), '1.31')).toBeUndefined();
  });

  test.each<[string, string, string | undefined]>([
    ['PodSpec', 'hostUsers', '1.33'],
    ['PodSpec', 'resources', '1.34'],
    ['PodSpec', 'containers', '1.28'],
    ['Volume', 'image', '1.35'],
    ['Lifecycle', 'stopSignal', undefined],
    ['RollingUpdateStatefulSetStrategy', 'maxUnavailable', undefined],
  ])('%s.%s is on without a word since %s', (type, name, version) => {
    expect(KUBERNETES_VERSIONS.find((candidate) => enabledIn(field(type, name), candidate))).toBe(version);
  });

  test('stages rise with the versions, and a newer field begins with its first one', () => {
    for (const { fields } of typeNames().map(typeOf)) {
      for (const { stages, since, name } of fields) {
        const minors = stages.map(({ version }) => Number(version.slice(2)));
        expect([name, minors]).toEqual([name, [...minors].sort((one, other) => one - other)]);
        if (since !== undefined && stages[0] !== undefined) expect([name, stages[0].version]).toEqual([name, since]);
      }
    }
  });

  test('a value that came later is one of the values, and later than its field', () => {
    for (const { name, values, valueSince, since = '1.27' } of typeNames().flatMap((type) => typeOf(type).fields)) {
      for (const [value, version] of valueSince) {
        expect([name, values]).toEqual([name, expect.arrayContaining([value])]);
        expect([name, atLeast(version, since)]).toEqual([name, true]);
      }
    }
  });

  test('every type and field is explained in a sentence', () => {
    const unexplained = typeNames().flatMap((name) =>
      ['', ...typeOf(name).fields.map((each) => each.name)].filter(
        (each) => !/^\S.+\.$/.test(helpOf(name, each) ?? ''),
      ),
    );
    expect(unexplained).toEqual([]);
    expect(helpOf('Pod', 'constructor')).toBeUndefined();
    expect(helpOf('constructor')).toBeUndefined();
  });
});
