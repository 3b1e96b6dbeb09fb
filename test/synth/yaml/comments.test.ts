import { parse } from 'yaml';
import type { YamlComment } from '../../../synth/yaml/comments';
import { PrintError } from '../../../synth/yaml/print-error';
import { printYaml } from '../../../synth/yaml/print';

const print = (value: object, comments: Readonly<Record<string, YamlComment>>) =>
  printYaml(value, { comments: new Map(Object.entries(comments)) });

function unmatched(value: object, path: string): string[][] {
  try {
    print(value, { [path]: { above: ['x'] } });
  } catch (error) {
    if (error instanceof PrintError) return error.problems.map((problem) => [problem.code, problem.path]);
    throw error;
  }
  return [];
}

describe('a comment finds its place', () => {
  test('above a field, at its indentation', () => {
    expect(print({ a: { b: 1, c: 2 } }, { 'a.c': { above: ['why'] } })).toBe('a:\n  b: 1\n  # why\n  c: 2\n');
  });

  test('beside a scalar', () => {
    const image = { beside: '{"$imagepolicy": "flux-system:app"}' };
    expect(print({ image: 'x:v1' }, { image })).toBe('image: x:v1 # {"$imagepolicy": "flux-system:app"}\n');
  });

  test('beside the key of a map, of a list, and of empty ones', () => {
    const value = { map: { a: 1 }, list: [1], none: {}, nothing: [] };
    const beside = { beside: 'c' };
    expect(print(value, { map: beside, list: beside, none: beside, nothing: beside })).toBe(
      'map: # c\n  a: 1\nlist: # c\n  - 1\nnone: {} # c\nnothing: [] # c\n',
    );
  });

  test('beside the header of a block scalar', () => {
    expect(print({ a: 'b\nc\n', d: 1 }, { a: { beside: 'x' }, d: { above: ['y'] } })).toBe(
      'a: | # x\n  b\n  c\n# y\nd: 1\n',
    );
  });

  test('above the dash of a list entry, for the entry and for the field on its line', () => {
    expect(print({ a: [{ b: 1, c: 2 }] }, { 'a[0]': { above: ['entry'] }, 'a[0].b': { above: ['field'] } })).toBe(
      'a:\n  # entry\n  # field\n  - b: 1\n    c: 2\n',
    );
  });

  test('beside a list entry that is a map or a list: on the line of its dash, alone', () => {
    const comments = { 'a[0]': { beside: 'x' }, 'a[0].b': { above: ['y'] }, 'a[1]': { beside: 'z' } };
    expect(print({ a: [{ b: 1 }, [2]] }, comments)).toBe('a:\n  - # x\n    # y\n    b: 1\n  - # z\n    - 2\n');
  });

  test('in lists of lists', () => {
    const comments = { 'a[0][0][0]': { above: ['x'], beside: 'y' }, 'a[0][1]': { above: ['z'] } };
    expect(print({ a: [[[1], 2]] }, comments)).toBe('a:\n  # x\n  - - - 1 # y\n    # z\n    - 2\n');
  });

  test('on keys that hold dots and brackets', () => {
    const value = { labels: { 'example.com/a': '1', 'b]': '2', b: '3', 'c[0].d': '4' }, 'e.f': { g: 5 } };
    const comments = {
      'labels[example.com/a]': { beside: 'A' },
      'labels[b]]': { beside: 'B' },
      'labels[c[0].d]': { beside: 'C' },
      'e.f.g': { beside: 'G' },
    };
    expect(print(value, comments)).toBe(
      'labels:\n  example.com/a: "1" # A\n  b]: "2" # B\n  b: "3"\n  c[0].d: "4" # C\ne.f:\n  g: 5 # G\n',
    );
  });

  test('for a map entry in both spellings, one after the other', () => {
    const comments = { 'labels[app]': { beside: 'a' }, 'labels.app': { beside: 'b' } };
    expect(print({ labels: { app: 'x' } }, comments)).toBe('labels:\n  app: x # a # b\n');
  });

  test('on a key too long for one line', () => {
    const key = 'k'.repeat(1025);
    const text = print({ [key]: { a: 1 } }, { [key]: { above: ['x'], beside: 'y' } });
    expect(text).toBe(`# x\n? ${key}\n: # y\n  a: 1\n`);
  });
});

describe('a comment on nothing is an error', () => {
  test.each([
    'b',
    'a.b',
    'a[2]',
    'a[00]',
    'a[-1]',
    'a[0',
    'a.0',
    'a[0].x',
    'a[0]x',
    'gone',
    '',
    '.a',
    'a.',
    'toString',
    'a.length',
  ])('%j', (path) => {
    expect(unmatched({ a: [1, 2], gone: undefined }, path)).toEqual([['unmatched-comment', path]]);
  });
});

describe('the text of a comment', () => {
  test('keeps its lines, and empty ones', () => {
    expect(print({ a: 1 }, { a: { above: ['x\n\n  y', 'z'] } })).toBe('# x\n#\n#   y\n# z\na: 1\n');
  });

  test('is wrapped between words, never inside one', () => {
    const address = `https://example.com/${'x'.repeat(120)}`;
    const text = print({ a: 1 }, { a: { above: [`${'word '.repeat(30)}${address} end`] } });
    const lines = text.split('\n').slice(0, -2);
    expect(lines.map((line) => line.slice(2)).join(' ')).toBe(`${'word '.repeat(30)}${address} end`);
    expect(lines.filter((line) => line.length > 100)).toEqual([`# ${address}`]);
  });

  test('beside a field is never wrapped', () => {
    const beside = 'word '.repeat(60).trim();
    expect(print({ a: 1 }, { a: { beside } })).toBe(`a: 1 # ${beside}\n`);
  });

  test.each(['\n', '\r', '\r\n', '\x85', '\u2028', '\u2029', '\0', '\x1b', '\ufeff', '\ud800', '\t', '\v', '\f'])(
    'cannot be left through %j',
    (character) => {
      const intruder = `x${character}b: 2`;
      const comments = new Map([['a', { above: [intruder], beside: intruder }]]);
      const text = printYaml({ a: 1 }, { header: [intruder], comments });
      for (const version of ['1.1', '1.2'] as const) expect(parse(text, { version })).toEqual({ a: 1 });
      expect(text.split(/[\n\r\x85\u2028\u2029]/).filter((line) => !/^(#|a: 1 #|$)/.test(line))).toEqual([]);
      expect(text).not.toMatch(/[^\n\x20-\x7e]/);
    },
  );

  test('of nothing but blanks beside a field leaves no mark', () => {
    expect(print({ a: [{ b: 1 }] }, { 'a[0]': { beside: ' ' } })).toBe('a:\n  - b: 1\n');
  });
});

describe('the header', () => {
  test('stands first', () => {
    expect(printYaml({ a: 1 }, { header: ['from main.ts', 'do not edit'] })).toBe(
      '# from main.ts\n# do not edit\na: 1\n',
    );
  });

  test('is set apart from a comment on the first field', () => {
    const comments = new Map([['a', { above: ['x'] }]]);
    expect(printYaml({ a: 1 }, { header: ['from main.ts'], comments })).toBe('# from main.ts\n\n# x\na: 1\n');
  });
});
