import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { PrintError } from '../../../synth/yaml/print-error';
import { printDocuments, printYaml } from '../../../synth/yaml/print';
import { checkout, checkoutComments } from './checkout';

function problemsOf(value: object): { code: string; path: string }[] {
  try {
    printYaml(value);
  } catch (error) {
    if (error instanceof PrintError) return error.problems.map(({ code, path }) => ({ code, path }));
    throw error;
  }
  return [];
}

test('a Deployment with comments reads as a person would have written it', () => {
  const golden = readFileSync(join(__dirname, 'golden', 'checkout.yaml'), 'utf8');
  const header = ['Written by Podwright from main.ts; edit the construct shop/checkout there.'];
  expect(printYaml(checkout, { header, comments: checkoutComments })).toBe(golden);
});

describe('the layout', () => {
  test('keys keep the order of the object', () => {
    expect(printYaml({ b: 1, a: 2, c: { z: 1, x: 2 } })).toBe('b: 1\na: 2\nc:\n  z: 1\n  x: 2\n');
  });

  test('list entries are indented under their key', () => {
    expect(printYaml({ a: [1, [2, 3], { b: 4, c: [5] }, [[6]], [], {}] })).toBe(
      'a:\n  - 1\n  - - 2\n    - 3\n  - b: 4\n    c:\n      - 5\n  - - - 6\n  - []\n  - {}\n',
    );
  });

  test('nothing in it is {} or []', () => {
    expect(printYaml({ a: {}, b: [], c: { d: undefined } })).toBe('a: {}\nb: []\nc: {}\n');
    expect(printYaml({})).toBe('{}\n');
  });

  test('what is undefined is absent', () => {
    expect(printYaml({ a: undefined, b: [{ c: undefined, d: null }] })).toBe('b:\n  - d: null\n');
  });

  test('long lines are not folded', () => {
    const text = 'word '.repeat(1000).trim();
    expect(printYaml({ a: text, b: [`${text}: x`] })).toBe(`a: ${text}\nb:\n  - "${text}: x"\n`);
  });

  test('texts of several lines are block scalars, in lists too', () => {
    expect(printYaml({ a: ['sh', 'set -e\nrun\n'], b: '\tx\ny' })).toBe(
      'a:\n  - sh\n  - |\n    set -e\n    run\nb: |2-\n  \tx\n  y\n',
    );
  });

  test('a key of more than 1,024 characters gets its own indicator', () => {
    const [longest, longer] = ['k'.repeat(1024), 'k'.repeat(1025)];
    expect(printYaml({ a: [{ [longest]: 1, [longer]: 2 }] })).toBe(`a:\n  - ${longest}: 1\n    ? ${longer}\n    : 2\n`);
  });

  test('an object used twice is written twice, without an anchor', () => {
    const labels = { app: 'x' };
    expect(printYaml({ a: labels, b: [labels, labels] })).toBe('a:\n  app: x\nb:\n  - app: x\n  - app: x\n');
  });

  test('an own key __proto__ is data', () => {
    const value = JSON.parse('{"__proto__":{"a":1},"list":[{"__proto__":2}]}') as object;
    expect(printYaml(value)).toBe('__proto__:\n  a: 1\nlist:\n  - __proto__: 2\n');
  });

  test('an object without a prototype is plain', () => {
    expect(printYaml(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('a: 1\n');
  });
});

test('five hundred levels are printed', () => {
  const deep = Array.from({ length: 499 }).reduce<object>((below) => ({ a: below }), {});
  expect(parse(printYaml(deep))).toEqual(deep);
});

describe('what is not plain data is refused, every place at once', () => {
  class Tag {
    readonly name = 'x';
  }
  const self: Record<string, unknown> = { name: 'x' };
  self['me'] = [self];
  const deepest = (value: unknown): object =>
    Array.from({ length: 500 }).reduce<object>((below) => ({ a: below }), value as object);
  const deep: object = Array.from({ length: 501 }).reduce<object>((below) => ({ a: below }), {});

  test.each<[string, object, string, string]>([
    ['undefined in a list', { a: [1, undefined] }, 'unprintable-type', 'a[1]'],
    ['a hole in a list', { a: new Array<number>(1) }, 'unprintable-type', 'a[0]'],
    ['NaN', { a: { b: NaN } }, 'unprintable-number', 'a.b'],
    ['Infinity', { a: [-Infinity] }, 'unprintable-number', 'a[0]'],
    ['a function', { a: () => 1 }, 'unprintable-type', 'a'],
    ['a symbol', { a: Symbol('x') }, 'unprintable-type', 'a'],
    ['a bigint', { a: 1n }, 'unprintable-type', 'a'],
    ['a class instance', { a: new Tag() }, 'unprintable-type', 'a'],
    ['a Date', { a: new Date(0) }, 'unprintable-type', 'a'],
    ['a Map', { metadata: { labels: { app: new Map() } } }, 'unprintable-type', 'metadata.labels[app]'],
    ['a Set', { a: new Set() }, 'unprintable-type', 'a'],
    ['bytes', { data: { a: new Uint8Array(1) } }, 'unprintable-type', 'data[a]'],
    ['a boxed string', { a: Object('x') as object }, 'unprintable-type', 'a'],
    ['half a surrogate pair', { a: 'x\ud83d' }, 'unprintable-text', 'a'],
    ['half a surrogate pair in a key', { a: { '\ude00': 1 } }, 'unprintable-text', 'a[\ude00]'],
    ['half a surrogate pair in the key of nothing', { a: { '\ude00': undefined } }, 'unprintable-text', 'a[\ude00]'],
    ['a ring', self, 'unprintable-cycle', 'me[0]'],
    ['more than five hundred levels', deep, 'unprintable-depth', Array.from({ length: 500 }, () => 'a').join('.')],
    [
      'a list without entries below those',
      deepest([]),
      'unprintable-depth',
      Array.from({ length: 500 }, () => 'a').join('.'),
    ],
    ['a list as a document', [1], 'unprintable-type', ''],
    ['a Map as a document', new Map(), 'unprintable-type', ''],
  ])('%s', (_title, value, code, path) => {
    expect(problemsOf(value)).toEqual([{ code, path }]);
  });

  test('all of them in one error that names the object', () => {
    const value = {
      kind: 'Job',
      metadata: { namespace: 'shop', name: 'x' },
      spec: { a: NaN, b: [1n], 'c.d': undefined, 'e.f': NaN },
    };
    expect(problemsOf(value).map(({ path }) => path)).toEqual(['spec.a', 'spec.b[0]', 'spec[e.f]']);
    expect(() => printYaml(value)).toThrow('3 problems in Job shop/x\n  spec.a: Invalid value: NaN: ');
  });
});

describe('several documents', () => {
  test('are divided by a line of three dashes', () => {
    const values = [{ a: 1 }, { b: 'x\n\n' }, {}];
    const text = printDocuments(values.map((value) => ({ value, header: ['x'] })));
    expect(text).toBe('# x\na: 1\n---\n# x\nb: |+\n  x\n\n---\n# x\n{}\n');
    expect(parseAllDocuments(text).map((document) => document.toJS() as unknown)).toEqual(values);
  });

  test('of which there are none are no text', () => {
    expect(printDocuments([])).toBe('');
  });

  test('report the problems of all of them', () => {
    const attempt = () =>
      printDocuments([{ value: { kind: 'A', a: NaN } }, { value: { b: 1 } }, { value: { kind: 'C', c: NaN } }]);
    expect(attempt).toThrow('2 problems in A, C\n  a: Invalid value: NaN');
  });
});

test.each([
  ['blanks', ' '.repeat(400_000)],
  ['blanks before a letter', `${' '.repeat(400_000)}a`],
  ['digits before a letter', `${'1'.repeat(400_000)}x`],
  ['line breaks', `${'\n'.repeat(400_000)}a`],
  ['blank lines', `a${'\n '.repeat(200_000)}\n`],
  ['colons', `a${' :'.repeat(200_000)}`],
])('a long text of %s comes back, within the time of any test', (_title, text) => {
  expect(parse(printYaml({ text }), { version: '1.1' })).toEqual({ text });
});
