import fc from 'fast-check';
import { judge } from '../../lib/kube/judge';
import { withDefaults } from '../../lib/kube/defaults/defaults';
import { decode } from '../../lib/kube/schema/decode';
import { decodable } from './support/decodable';
import { everyKind, deployment, pod, said, service, tweak, tweaks } from './support/objects';

const LEGAL = everyKind.map((object) => [object.kind, object] as const);

describe('judge', () => {
  test.each(LEGAL)('a minimal %s has no problems on any server', (_kind, object) => {
    for (const target of ['1.28', '1.31', '1.33', '1.34', '1.36'] as const) {
      expect(judge(object, { target })).toEqual({ judged: true, wellTyped: true, problems: [], warnings: [] });
    }
  });

  test('goes on past a field that it does not know where asked to, and never past a wrong type', () => {
    const misspelt = tweak(tweak(deployment, 'spec.replica', 3), 'spec.replicas', -1);
    expect(judge(misspelt).problems.map(({ path }) => path)).toEqual(['spec.replica']);
    const thorough = judge(misspelt, { thorough: true });
    expect(thorough.problems.map(({ path }) => path)).toEqual(['spec.replica', 'spec.replicas']);
    const mistyped = judge(tweak(misspelt, 'spec.paused', 'no'), { thorough: true });
    expect([mistyped.wellTyped, mistyped.problems.map(({ path }) => path)]).toEqual([
      false,
      expect.arrayContaining(['spec.replica', 'spec.paused']),
    ]);
    expect(mistyped.problems).toHaveLength(2);
  });

  test('a whole number may be a bigint, as readers of YAML give it', () => {
    const sound = tweak(service, 'spec.ports', [{ port: 80n, targetPort: 9n }]);
    expect(judge(sound)).toEqual({ judged: true, wellTyped: true, problems: [], warnings: [] });
    const odd = judge(tweak(service, 'spec.ports', [{ port: 0n, targetPort: 99999n }]));
    expect(odd.problems.map(({ path }) => path)).toEqual(['spec.ports[0].port', 'spec.ports[0].targetPort']);
    expect(judge(tweak(deployment, 'spec.replicas', -1n)).problems.map(({ path }) => path)).toEqual(['spec.replicas']);
  });

  test('kinds that are not known are told apart and not judged', () => {
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'Not A Name' } };
    expect(judge(configMap)).toEqual({ judged: false, wellTyped: true, problems: [], warnings: [] });
    expect(judge({ apiVersion: 'example.com/v1', kind: 'Deployment' }).judged).toBe(false);
  });

  test.each([
    ['extensions/v1beta1', 'Deployment', ['NotSupported apiVersion']],
    ['batch/v1beta1', 'CronJob', ['NotSupported apiVersion']],
    ['v1', 'StatefulSet', ['NotSupported apiVersion']],
    ['policy/v1beta1', 'PodDisruptionBudget', ['NotSupported apiVersion']],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', ['NotSupported apiVersion']],
    ['extensions/v1beta1', 'NetworkPolicy', ['NotSupported apiVersion']],
    ['autoscaling/v1', 'HorizontalPodAutoscaler', []],
    ['serving.example.com/v1', 'Service', []],
  ])('%s has no %s any more, and other APIs may have one of the name', (apiVersion, kind, expected) => {
    expect(said({ apiVersion, kind, metadata: { name: 'web' } })).toEqual(expected);
  });

  test('what does not decode is reported alone, as the server stops there', () => {
    const object = tweaks(deployment, { 'spec.replicas': 'three', 'metadata.name': 'Not A Name' });
    expect(said(object)).toEqual(['TypeInvalid spec.replicas']);
  });

  test('nulls are fields that nobody wrote', () => {
    const object = tweaks(deployment, { 'spec.replicas': null, 'spec.strategy': null, 'metadata.labels': null });
    expect(said(object)).toEqual([]);
    expect(said(tweak(deployment, 'spec.selector', null))).toEqual([
      'Invalid spec.template.metadata.labels',
      'Required spec.selector',
    ]);
  });

  test('a null inside a list is an empty entry, and inside labels an empty value', () => {
    expect(said(tweak(pod, 'spec.containers', [null]))).toEqual([
      'Required spec.containers[0].image',
      'Required spec.containers[0].name',
    ]);
    expect(said(tweak(pod, 'metadata.labels', { app: null }))).toEqual([]);
  });

  test('warnings come with what is accepted, and not with what is refused', () => {
    const warned = tweak(pod, 'spec.nodeSelector', { 'beta.kubernetes.io/os': 'linux' });
    expect(judge(warned).warnings.map(({ path }) => path)).toEqual(['spec.nodeSelector[beta.kubernetes.io/os]']);
    expect(judge(tweak(warned, 'metadata.name', undefined)).warnings).toEqual([]);
  });

  test('what can never work is marked as our own refusal', () => {
    const twice = tweak(deployment, 'spec.template.spec.containers', [
      { name: 'one', image: 'nginx:1.27', ports: [{ containerPort: 80 }] },
      { name: 'two', image: 'nginx:1.27', ports: [{ containerPort: 80 }] },
    ]);
    expect(judge(twice).problems).toMatchObject([{ code: 'port-already-bound', ours: true }]);
  });
});

describe('judge, whatever it is given', () => {
  const json = fc.jsonValue() as fc.Arbitrary<unknown>;

  test('never throws, says the same twice and leaves the input alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyKind), json, json, (object, spec, metadata) => {
        const odd = { ...object, spec, metadata };
        const before = JSON.stringify(odd);
        expect(judge(odd)).toEqual(judge(odd));
        expect(JSON.stringify(odd)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test('never throws when one field of a sound object holds anything', () => {
    const paths = everyKind.flatMap((object) => pathsOf(object).map((path) => [object, path] as const));
    const odd = fc.oneof(
      json,
      fc.constantFrom(null, [], {}, [null], [{}], '', 0, -1, 9n, [[]], 'x'.repeat(300), 1e300),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, ([object, path], value) => {
        const changed = tweak(object, path, value);
        expect(judge(changed)).toEqual(judge(structuredClone(changed)));
      }),
      { numRuns: 600 },
    );
  });

  test.each(LEGAL)('never throws at a wild %s that decodes, and leaves it alone', (kind, { apiVersion }) => {
    fc.assert(
      fc.property(decodable(apiVersion, kind), fc.constantFrom('1.28', '1.36'), (object, target) => {
        const before = JSON.stringify(object);
        expect(judge(object, { target }).judged).toBe(true);
        expect(JSON.stringify(object)).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  test.each(LEGAL)('what is filled in decodes, and filling in twice changes nothing: %s', (kind, { apiVersion }) => {
    fc.assert(
      fc.property(decodable(apiVersion, kind), (object) => {
        fc.pre(decode(object, { target: '1.36' }).length === 0);
        const filled = withDefaults(object, { target: '1.36' });
        expect(decode(filled, { target: '1.36' })).toEqual([]);
        expect(withDefaults(filled, { target: '1.36' })).toEqual(filled);
      }),
      { numRuns: 150 },
    );
  });

  test('never throws at a value that is nested without end', () => {
    const deep = Array.from({ length: 50_000 }).reduce<unknown>((inner) => ({ a: [inner] }), 1);
    const managed = { managedFields: [{ fieldsType: 'FieldsV1', fieldsV1: deep }] };
    expect(judge(deep).problems).not.toEqual([]);
    expect(judge({ ...pod, metadata: { name: 'web', ...managed } }).problems).toEqual([]);
    expect(judge({ ...pod, spec: { ...pod.spec, odd: deep } }, { thorough: true }).problems).toHaveLength(1);
  });

  test('any JSON at all gets an answer', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(judge(value)).toBeDefined();
      }),
    );
  });
});

function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const own = path === '' ? [] : [path];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, entry]) => pathsOf(entry, path === '' ? key : `${path}.${key}`)),
  ];
}
