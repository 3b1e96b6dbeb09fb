import fc from 'fast-check';
import type { FieldType, Scalar } from '../../../lib/kube/schema/field';
import { schemaOf, typeOf, type TypeSchema } from '../../../lib/kube/schema/schema';

const DEEPEST = 11;

/** Objects of a kind that decode and are otherwise wild: fields at random, empty, null, odd or sound values. */
export function decodable(apiVersion: string, kind: string): fc.Arbitrary<object> {
  return anObject(schemaOf(apiVersion, kind), 0).map((object) => ({ ...object, apiVersion, kind }));
}

function anObject(type: TypeSchema, depth: number): fc.Arbitrary<object> {
  // Half of all objects at the top have their spec: deep places are reached often enough.
  const needed = type.fields.filter(
    ({ name }) => depth < 8 && ['spec', 'template', 'containers', 'jobTemplate'].includes(name),
  );
  return fc
    .tuple(
      fc.constant(needed),
      fc.subarray([...type.fields], { maxLength: Math.min(type.fields.length, depth === 0 ? 1 : 5) }),
    )
    .chain(([always, some]) => {
      const fields = [...new Set([...always, ...some])].map(
        ({ name, type: own }) => [name, aValue(own, depth + 1)] as const,
      );
      return fc.record(Object.fromEntries(fields));
    });
}

function aValue(type: FieldType, depth: number): fc.Arbitrary<unknown> {
  if (depth > DEEPEST) return fc.constant(null);
  switch (type.shape) {
    case 'scalar':
      return SCALARS[type.scalar];
    case 'object':
      return fc.oneof({ weight: 12, arbitrary: anObject(typeOf(type.name), depth) }, fc.constant(null));
    case 'list':
      return fc.array(aValue(type.of, depth + 1), { maxLength: 3 });
    case 'map':
      return fc.dictionary(
        WORDS.filter((word) => word !== ''),
        aValue(type.of, depth + 1),
        { maxKeys: 3 },
      );
  }
}

const WORDS = fc.oneof(
  fc.constantFrom(
    ...'web Web - _ a/b example.com/x In NotIn Always Never Exists Equal Recreate RollingUpdate'.split(' '),
  ),
  fc.constantFrom(
    ...'Indexed cpu memory hugepages-2Mi storage 10.0.0.1 ::1 None ClusterIP NodePort 50% 0% 200%'.split(' '),
  ),
  fc.constantFrom('', '..', '/', '../a', 'a'.repeat(64), '0-3,5', '* * * * *', '$(A)', 'localhost/x', '__proto__'),
  fc.string({ maxLength: 6 }),
);
const INTEGERS = fc.constantFrom(-1, 0, 1, 2, 5, 80, 100, 101, 65536, 100001, 2147483647);

const SCALARS: Readonly<Record<Scalar, fc.Arbitrary<unknown>>> = {
  string: WORDS,
  enum: WORDS,
  bool: fc.boolean(),
  int32: INTEGERS,
  int64: INTEGERS,
  quantity: fc.constantFrom('1', '500m', '1Gi', '-1', '0', '1e3', 2, 0.5, '0.0001', '9Ei'),
  intOrString: fc.oneof(WORDS, INTEGERS),
  time: fc.constantFrom('2026-01-01T00:00:00Z', null),
  any: fc.jsonValue(),
};
