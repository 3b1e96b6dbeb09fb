import fc from 'fast-check';
import { parse } from 'yaml';
import type { YamlComment } from '../../../synth/yaml/comments';
import { printYaml } from '../../../synth/yaml/print';
import { TRICKY_STRINGS } from './tricky-strings';

const indicators = ` \t\n:#-?&*!|>%@\`'"\\,[]{}<~=.+_0123456789eExXoObBtTzZynlu/`.split(/(?:)/);
const fragments = [...indicators, '\r', '\x85', '\u2028', '\ufeff', '😀', 'é', '---', '0x', '  '];
const texts = fc.oneof(
  fc.constantFrom(...TRICKY_STRINGS),
  fc.string({ unit: fc.constantFrom(...fragments), maxLength: 12 }),
  fc.string({ unit: 'binary' }),
);
const numbers = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((number) => number + 0);
const { object } = fc.letrec<{ value: unknown; object: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    texts,
    numbers,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(texts, tie('value'), { maxKeys: 4 }),
}));

const read = (text: string, version: '1.1' | '1.2') => parse(text, { version, maxAliasCount: 0 }) as unknown;
const versions = ['1.1', '1.2'] as const;

describe.each(versions)('a YAML %s parser', (version) => {
  test('reads back what was printed', () => {
    fc.assert(
      fc.property(object, (value) => {
        expect(read(printYaml(value), version)).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test.each(TRICKY_STRINGS.map((text) => [text]))('reads back %j as a value and as a key', (text) => {
    const value = { [text]: text, list: [text, [text], { [text]: text }], last: 1 };
    expect(read(printYaml(value), version)).toEqual(value);
  });

  test('reads the same data, whatever the comments', () => {
    const comment = fc.record({ above: fc.array(texts, { maxLength: 2 }), beside: texts }, { requiredKeys: [] });
    fc.assert(
      fc.property(
        object,
        fc.array(comment, { minLength: 1, maxLength: 5 }),
        fc.array(texts, { maxLength: 2 }),
        (value, all, header) => {
          const comments = new Map(
            pathsOf(value, '').map((path, position): [string, YamlComment] => [path, all[position % all.length]!]),
          );
          expect(read(printYaml(value, { header, comments }), version)).toEqual(value);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('printing twice gives the same bytes and leaves the object alone', () => {
  fc.assert(
    fc.property(object, (value) => {
      const before = structuredClone(value);
      expect(printYaml(value)).toBe(printYaml(structuredClone(value)));
      expect(value).toEqual(before);
    }),
  );
});

/** Every path of an object but those that another reading of the same path could reach too. */
function pathsOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const below = `${path}[${key}]`;
    return [below, ...pathsOf(entry, below)];
  });
}
