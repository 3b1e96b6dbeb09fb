import type { Note } from '../../lib/pod/note';
import { commentsFor } from '../../synth/comments';
import { printYaml } from '../../synth/yaml/print';

const object = { spec: { list: [{ name: 'a', value: 'b' }, [[1], 2]] } };

const reason = (path: string, because = path): Note => ({ kind: 'reason', path, why: { because } });
const exception = (path: string): Note => ({
  kind: 'exception',
  path,
  absent: false,
  scope: 'field',
  why: { because: path },
});
const print = (...notes: Note[]) => printYaml(object, { comments: commentsFor(object, notes) });

test.each([
  ['spec.list[0].value', 'spec:\n  list:\n    - name: a\n      # x\n      value: b\n    - - - 1\n      - 2\n'],
  ['spec.list[0].name', 'spec:\n  list:\n    # x\n    - name: a\n      value: b\n    - - - 1\n      - 2\n'],
  ['spec.list[0][name]', 'spec:\n  list:\n    # x\n    - name: a\n      value: b\n    - - - 1\n      - 2\n'],
  ['spec.list[0].gone[2].gone', 'spec:\n  list:\n    # x\n    - name: a\n      value: b\n    - - - 1\n      - 2\n'],
  ['spec.list[1][0]', 'spec:\n  list:\n    - name: a\n      value: b\n    # x\n    - - - 1\n      - 2\n'],
  ['gone', '# x\nspec:\n  list:\n    - name: a\n      value: b\n    - - - 1\n      - 2\n'],
])('what is said of %s stands at the field, or at the nearest one above it', (path, text) => {
  expect(print(reason(path, 'x'))).toBe(text);
});

test('exceptions stand last above a field, whichever field of the line they are about', () => {
  const notes = [
    exception('spec.list[0]'),
    exception('spec.list[0].name'),
    reason('spec.list[0]'),
    reason('spec.list[0].name'),
  ];
  expect([...commentsFor(object, notes)].map(([path, { above }]) => [path, above])).toEqual([
    ['spec.list[0]', ['spec.list[0]', 'spec.list[0].name', 'exception: spec.list[0]', 'exception: spec.list[0].name']],
  ]);
});

test('texts beside one field follow each other, and what is above it stays', () => {
  const beside = (text: string): Note => ({ kind: 'comment', path: 'spec.list', text, beside: true });
  expect(print(beside('x'), reason('spec.list', 'why'), beside('y'))).toMatch(/^spec:\n {2}# why\n {2}list: # x # y\n/);
});
