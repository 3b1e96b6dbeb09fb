import { blockScalar } from '../../../synth/yaml/block-scalar';

test.each([
  ['a\nb', '|-', '  a\n  b\n'],
  ['a\nb\n', '|', '  a\n  b\n'],
  ['a\n', '|', '  a\n'],
  ['a\n\n\n', '|+', '  a\n\n\n'],
  ['a\n\nb\n', '|', '  a\n\n  b\n'],
  ['  a\nb', '|2-', '    a\n  b\n'],
  ['\tgcc\nb\n', '|2', '  \tgcc\n  b\n'],
  ['\na\n', '|2', '\n  a\n'],
  ['\n\na\n\n', '|2+', '\n\n  a\n\n'],
  ['a \nb\t', '|-', '  a \n  b\t\n'],
  ['a\n  \nb', '|-', '  a\n    \n  b\n'],
  ['# a\n--- b', '|-', '  # a\n  --- b\n'],
])('%j is a block under %s', (text, header, body) => {
  expect(blockScalar(text, '')).toEqual({ header, body });
});

test('a block is two blanks deeper than its parent', () => {
  expect(blockScalar('a\nb', '    ')).toEqual({ header: '|-', body: '      a\n      b\n' });
});

test.each([
  ['one line', 'a'],
  ['nothing but line breaks', '\n\n'],
  ['nothing but blanks', ' \n '],
  ['a blank line before the text', '  \na'],
  ['a blank line after the text', 'a\n  '],
  ['a blank line among the line breaks at the end', 'a\n\t\n'],
  ['carriage returns', 'a\r\nb'],
  ['NEL', 'a\nb\x85'],
  ['U+2028', 'a\n\u2028'],
  ['a byte order mark', 'a\n\ufeffb'],
  ['a control character', 'a\n\x1b[0m'],
  ['marks that turn the direction of writing', 'a\n\u202eb'],
])('%s goes into quotes', (_title, text) => {
  expect(blockScalar(text, '')).toBeUndefined();
});
