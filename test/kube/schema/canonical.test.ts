import fc from 'fast-check';
import { canonical } from '../../../lib/kube/schema/canonical';
import { knownKinds, typeNames, typeOf } from '../../../lib/kube/schema/schema';

const order = (value: unknown) => JSON.stringify(canonical(value));

describe('the canonical form', () => {
  test('is that of a careful person, all the way down', () => {
    const written = {
      spec: {
        volumes: [],
        containers: [
          {
            volumeMounts: [],
            resources: { limits: { b: 1, a: 1 }, requests: {} },
            ports: [],
            image: 'nginx',
            name: 'app',
          },
        ],
        restartPolicy: 'Always',
      },
      kind: 'Pod',
      metadata: { labels: { z: '1', a: '2' }, name: 'web' },
      apiVersion: 'v1',
    };
    expect(order(written)).toBe(
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web', labels: { z: '1', a: '2' } },
        spec: {
          restartPolicy: 'Always',
          containers: [
            {
              name: 'app',
              image: 'nginx',
              ports: [],
              resources: { requests: {}, limits: { b: '1', a: '1' } },
              volumeMounts: [],
            },
          ],
          volumes: [],
        },
      }),
    );
  });

  test.each([
    [{ limits: { cpu: '1000m', memory: '2048Mi' } }, { limits: { cpu: '1', memory: '2Gi' } }],
    [{ requests: { cpu: '0.5', memory: '1.5Gi' } }, { requests: { cpu: '500m', memory: '1536Mi' } }],
    [{ requests: { cpu: 'a lot' } }, { requests: { cpu: 'a lot' } }],
  ])('writes quantities canonically, and what is none as it is: %j', (resources, expected) => {
    const written = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a', resources }] } };
    const canonicalPod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a', resources: expected }] } };
    expect(canonical(written)).toEqual(canonicalPod);
  });

  test('puts unknown fields last, as they stood', () => {
    expect(order({ zzz: 1, spec: { foo: 1, containers: [] }, aaa: 2, kind: 'Pod', apiVersion: 'v1' })).toBe(
      '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[],"foo":1},"zzz":1,"aaa":2}',
    );
  });

  test('leaves the inside of unknown kinds alone but for the metadata', () => {
    expect(
      order({ data: { b: 1, a: 2 }, metadata: { labels: {}, name: 'a' }, kind: 'ConfigMap', apiVersion: 'v1' }),
    ).toBe('{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{}},"data":{"b":1,"a":2}}');
  });

  test('reaches the entries of lists', () => {
    const item = { spec: {}, kind: 'Pod', apiVersion: 'v1' };
    expect(order({ items: [item, 1], kind: 'List', apiVersion: 'v1' })).toBe(
      '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Pod","spec":{}},1]}',
    );
    expect(order({ items: [{ status: {}, spec: {} }], kind: 'PodList', apiVersion: 'v1' })).toBe(
      '{"apiVersion":"v1","kind":"PodList","items":[{"spec":{},"status":{}}]}',
    );
  });

  test('comes to an end where a List holds itself', () => {
    const items: unknown[] = [];
    const list = { items, kind: 'List', apiVersion: 'v1' };
    items.push(list);
    expect(Object.keys(canonical(list))).toEqual(['apiVersion', 'kind', 'items']);
  });

  test('keeps keys that JavaScript treats in its own way', () => {
    const value: unknown = JSON.parse('{"__proto__":{"a":1},"constructor":2,"kind":"Pod","apiVersion":"v1"}');
    expect(order(value)).toBe('{"apiVersion":"v1","kind":"Pod","__proto__":{"a":1},"constructor":2}');
  });

  const fieldName = fc.constantFrom(
    ...new Set(typeNames().flatMap((name) => typeOf(name).fields.map((field) => field.name))),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fieldName, fc.string()), tie('tree'), { maxKeys: 4 }),
    ),
  }));

  test('loses and invents nothing, and is stable', () => {
    fc.assert(
      fc.property(fc.constantFrom(...knownKinds()), tree, tree, (kind, spec, metadata) => {
        const value = { metadata, spec, ...kind };
        const ordered = canonical(value);
        expect(ordered).toEqual(value);
        expect(order(ordered)).toBe(JSON.stringify(ordered));
      }),
    );
  });
});
