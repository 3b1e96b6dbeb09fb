import fc from 'fast-check';
import { readManifests } from '../../synth/read-yaml';

const valuesOf = (text: string) => readManifests(text).documents.map(({ value }) => value);

test.each([
  ['0644', 420],
  ['0o17', 15],
  ['0b101', 5],
  ['0x1F', 31],
  ['1_000', 1000],
  ['-5', -5],
  ['+5', 5],
  ['08', 8],
  ['1.5', 1.5],
  ['1e3', 1000],
  ['.5', 0.5],
  ['yes', true],
  ['off', false],
  ['y', true],
  ['N', false],
  ['true', true],
  ['~', null],
  ['null', null],
  ['22:22', '22:22'],
  ['2026-01-01', '2026-01-01'],
  ['1.2.3', '1.2.3'],
  ['yEs', 'yEs'],
  ['"0644"', '0644'],
  ["'yes'", 'yes'],
  ['!!str 1', '1'],
])('%s is read as Go reads it: %j', (text, value) => {
  expect(valuesOf(`a: ${text}\n`)).toEqual([{ a: value }]);
});

test('keys are texts, whatever they look like', () => {
  expect(valuesOf('1: a\nyes: b\n"2": c\n')).toEqual([{ 1: 'a', true: 'b', 2: 'c' }]);
});

test('merge keys are merged', () => {
  expect(valuesOf('base: &base {a: 1, b: 2}\nit:\n  <<: *base\n  b: 3\n')).toEqual([
    { base: { a: 1, b: 2 }, it: { a: 1, b: 3 } },
  ]);
});

test('documents are told apart, each with its line, and empty ones are passed over', () => {
  expect(readManifests('# first\n---\na: 1\n---\n# nothing\n---\n\nb: 2\n')).toEqual({
    documents: [
      { value: { a: 1 }, line: 3 },
      { value: { b: 2 }, line: 8 },
    ],
    problems: [],
  });
});

test('a directive before the first document is no document, and lines may end as on Windows', () => {
  expect(readManifests('%YAML 1.2\r\n---\r\na: |\r\n  b\r\n  c\r\n')).toEqual({
    documents: [{ value: { a: 'b\nc\n' }, line: 3 }],
    problems: [],
  });
});

test('a List counts as its entries, Lists in it too', () => {
  const list = { kind: 'List', items: [{ kind: 'A' }, { kind: 'PodList', items: [{ kind: 'B' }] }] };
  expect(valuesOf(JSON.stringify(list))).toEqual([{ kind: 'A' }, { kind: 'B' }]);
});

test('JSON is read, tabs included', () => {
  expect(readManifests('\n{\n\t"a": [1, "x"]\n}\n')).toEqual({
    documents: [{ value: { a: [1, 'x'] }, line: 2 }],
    problems: [],
  });
});

test.each([
  ['a key twice', 'a: 1\nb: 2\na: 3\n', 3],
  ['a key twice in JSON', '{"a": 1,\n"a": 2}', 2],
  ['a template', 'a: {{ .Values.a }}\n', 1],
  ['a template with lines of its own', '{{- if .a }}\na: 1\n{{- end }}\n', 1],
  ['half a file', 'a: {b: [1,\n', 1],
  ['an open quote', 'a: "b\n', 1],
  ['a tab as indentation', 'a:\n\tb: 1\n', 2],
  ['an alias without its anchor', 'a: *b\n', 1],
  ['an archive', 'PK\u0003\u0004\u0000\u0000', 1],
  ['an image', '\ufffdPNG\r\n', 1],
  ['a map as a key', '? {a: b}\n: c\n', 1],
])('%s is one problem in one line', (_what, text, line) => {
  const { documents, problems } = readManifests(text);
  expect(documents).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).not.toContain('\n');
  expect(problems[0]?.line).toBeLessThanOrEqual(line + 1);
});

test('a document that cannot be read does not hide the others', () => {
  const { documents, problems } = readManifests('a: 1\n---\nb: [\n---\nc: 3\n');
  expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 3 }]);
  expect(problems).toHaveLength(1);
});

describe('files made to exhaust their reader', () => {
  test.each([
    ['a bomb of aliases', bomb(), 'aliases'],
    ['brackets without end', '['.repeat(100_000), 'nested'],
    ['maps in maps', '{"a":'.repeat(100_000), 'nested'],
    ['sound JSON without end', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'nested'],
    ['lists in lists', '- '.repeat(100_000), 'nested'],
    [
      'indentation without end',
      Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'nested',
    ],
  ])('%s', (_what, text, word) => {
    const { documents, problems } = readManifests(text);
    expect(documents).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(word)]);
  });

  test('aliases in the numbers that people use are read', () => {
    const uses = Array.from({ length: 500 }, (_, position) => `k${position}: *a`);
    expect(valuesOf(['a: &a {x: 1}', ...uses].join('\n'))).toHaveLength(1);
  });
});

test('whatever is written in JSON is read back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
      fc.pre(!('kind' in value) && !JSON.stringify(value).includes('\\u'));
      const text = JSON.stringify(value, null, 2);
      expect(valuesOf(text)).toEqual([JSON.parse(text)]);
    }),
  );
});

test('no text makes it throw', () => {
  const pieces = fc.constantFrom(
    'a: ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    '*a',
    '&a ',
    '<<: ',
    '|',
    '"',
    "'",
    '---\n',
    '? ',
    '!!int ',
    '#',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }), (parts) => {
      expect(readManifests(parts.join(''))).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

function bomb(): string {
  const level = (number: number) =>
    `a${number}: &a${number} [${Array(9)
      .fill(`*a${number - 1}`)
      .join(',')}]`;
  return ['a0: &a0 [x]', ...Array.from({ length: 12 }, (_, number) => level(number + 1))].join('\n');
}

test('JSON values one after the other are told apart, each with its line', () => {
  expect(readManifests('{"a": "}{"}\n{\n"b": [1]\n}\n\n{"c": ')).toEqual({
    documents: [
      { value: { a: '}{' }, line: 1 },
      { value: { b: [1] }, line: 2 },
    ],
    problems: [{ line: 6, message: expect.stringContaining('cut off') as string }],
  });
});

test('entries of a List have lines of their own', () => {
  const { documents } = readManifests('kind: List\nitems:\n  - a: 1\n\n  # next\n  - b: 1\n');
  expect(documents.map(({ line }) => line)).toEqual([3, 6]);
});

test('an entry of a PodList that does not say what it is is a Pod', () => {
  expect(valuesOf('{"apiVersion": "v1", "kind": "PodList", "items": [{"spec": {}}, {"kind": "A"}]}')).toEqual([
    { apiVersion: 'v1', kind: 'Pod', spec: {} },
    { kind: 'A' },
  ]);
});

test('a key twice is named', () => {
  expect(readManifests('a: 1\n"b c": 2\n"b c": 3\n').problems).toEqual([
    { line: 3, message: 'the key "b c" stands twice in one map' },
  ]);
});

test('a template is named by the line that holds it', () => {
  expect(readManifests('a: 1\nb: {{ .Values.b }}\n').problems).toMatchObject([{ line: 2 }]);
});

test.each([
  ['keys that are maps', '? '.repeat(5000)],
  ['maps with other keys', Array.from({ length: 20_000 }, (_, depth) => `{"x${depth}":`).join('')],
  ['JSON that ends', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
])('%s without end are measured before they are parsed', (_what, text) => {
  expect(readManifests(text)).toMatchObject({
    documents: [],
    problems: [{ message: expect.stringContaining('nested') as string }],
  });
});
