import fc from 'fast-check';
import { ProblemList } from '../../../lib/kube/problem-list';
import { inspect } from '../../../synth/yaml/inspection';
import { PrintError } from '../../../synth/yaml/print-error';
import { printYaml } from '../../../synth/yaml/print';

const junk: readonly unknown[] = [
  undefined,
  NaN,
  -Infinity,
  1n,
  new Date(0),
  new Map(),
  Object.create({ a: 1 }),
  new Array(1),
  '\ud800',
];
const keys = fc.oneof(fc.constantFrom('a', 'labels', '', '\ude00'), fc.string({ unit: 'binary' }));
const { object } = fc.letrec<{ value: unknown; object: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 4, arbitrary: fc.constantFrom(null, true, 0, {}, []) },
    { weight: 1, arbitrary: fc.constantFrom(...junk) },
    { weight: 3, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 3, arbitrary: tie('object') },
  ),
  object: fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
}));

function problemsOfPrinting(value: object): readonly unknown[] {
  try {
    printYaml(value);
  } catch (error) {
    if (error instanceof PrintError) return error.problems;
    throw error;
  }
  return [];
}

test('what cannot be written is what an inspection finds, and nothing else', () => {
  fc.assert(
    fc.property(object, (value) => {
      const list = new ProblemList();
      inspect(value, list);
      expect(problemsOfPrinting(value)).toEqual(list.problems);
    }),
    { numRuns: 1000 },
  );
});
