import fc from 'fast-check';
import { fieldChanges } from '../../../review/diff/field-changes';

test.each([
  ['the same', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
  ['a scalar', { a: 1 }, { a: 2 }, [{ path: 'a', change: 'changed', before: 1, after: 2 }]],
  ['a text that was a number', { a: '1' }, { a: 1 }, [{ path: 'a', change: 'changed', before: '1', after: 1 }]],
  ['a field that came', {}, { a: { b: 1 } }, [{ path: 'a', change: 'added', after: { b: 1 } }]],
  ['a field that went', { a: null }, {}, [{ path: 'a', change: 'removed', before: null }]],
  [
    'a key with dots',
    { labels: { 'a.b/c': 'x' } },
    { labels: { 'a.b/c': 'y' } },
    [{ path: 'labels[a.b/c]', change: 'changed', before: 'x', after: 'y' }],
  ],
  [
    'an entry by its name, wherever it stands',
    { env: [{ name: 'A', value: '1' }] },
    { env: [{ name: 'B' }, { name: 'A', value: '2' }] },
    [
      { path: 'env[B]', change: 'added', after: { name: 'B' } },
      { path: 'env[A].value', change: 'changed', before: '1', after: '2' },
    ],
  ],
  [
    'a port of TCP, said or not',
    { ports: [{ port: 80, targetPort: 8080 }] },
    { ports: [{ port: 80, protocol: 'TCP', targetPort: 9090 }] },
    [
      { path: 'ports[80/TCP].protocol', change: 'added', after: 'TCP' },
      { path: 'ports[80/TCP].targetPort', change: 'changed', before: 8080, after: 9090 },
    ],
  ],
  [
    'entries that changed places',
    { env: [{ name: 'A' }, { name: 'B' }] },
    { env: [{ name: 'B' }, { name: 'A' }] },
    [
      { path: 'env[B]', change: 'moved', before: 1, after: 0 },
      { path: 'env[A]', change: 'moved', before: 0, after: 1 },
    ],
  ],
  [
    'entries of one name go by their position',
    { env: [{ name: 'A' }, { name: 'A' }] },
    { env: [{ name: 'A' }, { name: 'B' }] },
    [{ path: 'env[1].name', change: 'changed', before: 'A', after: 'B' }],
  ],
  [
    'texts go by their position',
    { args: ['a', 'b'] },
    { args: ['a', 'c', 'd'] },
    [
      { path: 'args[1]', change: 'changed', before: 'b', after: 'c' },
      { path: 'args[2]', change: 'added', after: 'd' },
    ],
  ],
  ['a map that became a list', { a: {} }, { a: [] }, [{ path: 'a', change: 'changed', before: {}, after: [] }]],
])('%s', (_title, before, after, changes) => {
  expect(fieldChanges(before, after)).toEqual(changes);
});

test('nothing changes exactly where two values are equal as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const differ = JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other));
      expect(fieldChanges(one, structuredClone(one))).toEqual([]);
      expect(fieldChanges(one, other).length > 0).toBe(differ);
    }),
  );
});

/** A JSON value whose maps have their keys in one order; negative zero is printed as zero. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
