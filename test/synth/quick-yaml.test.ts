import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { commentsIn } from '../../synth/comment-paragraphs';
import { Places } from '../../synth/places';
import { tryQuickYaml } from '../../synth/quick-yaml';
import { GO_TAGS } from '../../synth/yaml-tags';

/** What the whole reader makes of a text: its value and places; undefined where it finds a mistake. */
function wholly(text: string): { readonly value: unknown; readonly places: Places } | undefined {
  const lineCounter = new LineCounter();
  const options = { customTags: GO_TAGS, schema: 'failsafe', merge: true, lineCounter, logLevel: 'silent' } as const;
  const [document, second] = parseAllDocuments(text, options) as unknown as readonly Document[];
  if (document === undefined || second !== undefined || document.errors.length > 0) return undefined;
  return { value: document.toJS(), places: Places.of(document.contents, lineCounter) };
}

/** Fails where the quick reader reads something that the whole one reads otherwise. */
function agree(text: string): boolean {
  const quick = tryQuickYaml(text);
  if (quick === undefined) return false;
  const whole = wholly(text);
  expect([text, quick.value]).toEqual([text, whole?.value]);
  expect(new Places(quick.fields, quick.lines)).toEqual(whole?.places);
  expect(quick.comments).toEqual(commentsIn(text));
  return true;
}

const MANIFEST = `---
# Written for a test
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings # the name
  labels: {}
  annotations:
    "quoted key": 'it''s'
    example.com/empty: ""
data:
  # a comment
  script: |
    #!/bin/sh

    	echo "a: b" # not a comment
      exit 0
  stripped: |-
    text
list:
- a
- b: 1
  c: [x, "y z", 3]
-
  d: 0644
-   - nested
- - refused
numbers:
  - 0644
  - yes
  - ~
  - -1.5e3
  - -c
`;

test.each([
  ['a: 1\n', { a: 1 }],
  ['---\na: b\n', { a: 'b' }],
  ['a:\n  - b\n  -\n', { a: ['b', null] }],
  ['a:\n- b: |\n    x\n\n    y\n\n\n', { a: [{ b: 'x\n\ny\n' }] }],
  ['a: |-\n  x\n', { a: 'x' }],
  ['a: "b\\n\\u00e9" # c\n', { a: 'b\né' }],
  ["'a b': 'it''s'\n", { 'a b': "it's" }],
  ['a: [b, "c d", 1]\nd: []\ne: {}\n', { a: ['b', 'c d', 1], d: [], e: {} }],
  ['a: 0644\nb: yes\nc: ~\nd: 22:22\n', { a: 420, b: true, c: null, d: '22:22' }],
  ['a: b\u00a0\n', { a: 'b\u00a0' }],
])('%j is read', (text, value) => {
  expect(tryQuickYaml(text)?.value).toEqual(value);
  expect(agree(text)).toBe(true);
});

test.each([
  'a: &b 1\n',
  'a: *b\n',
  'a: !!str 1\n',
  'a: b\n c\n',
  'a: "b\n c"\n',
  'a: >\n  b\n',
  'a: |2\n  b\n',
  'a: |+\n  b\n\n',
  'a: {b: c}\n',
  'a: [[b]]\n',
  '? a\n: b\n',
  'a: 1\na: 2\n',
  'a: 1\n  b: 2\n',
  'a:\n    b: 1\n  c: 2\n',
  'a:\tb\n',
  'yes: 1\n',
  '1: 1\n',
  '<<: {}\n',
  '__proto__: 1\n',
  '- - a\n',
  'a: b: c\n',
  'a: -\n',
  'a: [-, b]\n',
  'a: [ - ]\n',
  'just text\n',
  '%YAML 1.2\n---\na: 1\n',
  'a: 1\n...\n',
  'a: 1',
  'a: "\\x41"\n',
  '\n',
  '',
])('%j is left to the whole reader', (text) => {
  expect(tryQuickYaml(text)).toBeUndefined();
});

test('what is read of manifests is what the whole reader reads, with the same lines and comments', () => {
  const folder = join(__dirname, '../../dist/shop');
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(texts.map(agree)).toEqual(texts.map(() => true));
});

test('whatever becomes of a text, it is read as the whole reader reads it, or left to that', () => {
  const lines = MANIFEST.split('\n');
  const piece = fc.constantFrom(
    ' ',
    '  ',
    '- ',
    '-',
    ': ',
    ':',
    '#',
    ' #',
    '"',
    "'",
    '|',
    '|-',
    '[',
    ']',
    '{}',
    '\t',
    'a',
    '0',
    '~',
    '\\',
    ',',
    '',
  );
  const change = fc.record({ line: fc.nat(lines.length - 1), column: fc.nat(12), cut: fc.nat(3), piece });
  const source = fc.record({ first: fc.nat(lines.length - 1), count: fc.integer({ min: 1, max: 12 }) });
  let read = 0;
  fc.assert(
    fc.property(source, fc.array(change, { maxLength: 3 }), ({ first, count }, changes) => {
      const part = lines.slice(first, first + count);
      const indent = Math.min(...part.filter((line) => line !== '').map((line) => line.search(/\S/)));
      const moved = part.map((line) => line.slice(Number.isFinite(indent) ? Math.max(indent, 0) : 0));
      for (const { line, column, cut, piece: text } of changes) {
        const at = line % moved.length;
        const old = moved[at] ?? '';
        moved[at] = old.slice(0, column) + text + old.slice(column + cut);
      }
      if (agree(`${moved.join('\n')}\n`)) read += 1;
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(300);
});
