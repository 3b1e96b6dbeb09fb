import { printScalar } from '../../../synth/yaml/scalar';

describe('a string is plain where every dialect reads the same string', () => {
  test.each([
    ...[
      'a',
      'nginx:1.25',
      'registry.example.com/a/b@sha256:0123',
      '/etc/x',
      '~/x',
      '--flag=1',
      '-x',
      'a b',
      "it's",
      'a"b"',
    ],
    ...[
      '500m',
      '64Mi',
      '25%',
      '10s',
      'v1.2',
      '1.2.3',
      '10.0.0.1',
      '10.0.0.1:8080',
      '10.0.0.0/8',
      'yep',
      'nope',
      '<a>',
      'a,b',
    ],
    ...[
      '$(POD_IP)',
      'a#b',
      'a:b',
      '日本語',
      '😀',
      'e-mail',
      'echo',
      'é',
      '0xg',
      '0b2x',
      'x'.repeat(5000),
      '__proto__',
      'fd00::1',
    ],
  ])('%j', (text) => {
    expect(printScalar(text)).toBe(text);
  });
});

describe('a string is quoted where some dialect reads something else', () => {
  test.each([
    ...[
      '',
      '~',
      'null',
      'NULL',
      'yes',
      'Yes',
      'yEs',
      'no',
      'on',
      'OFF',
      'y',
      'N',
      'true',
      'FALSE',
      '=',
      '<<',
      '.inf',
      '-.INF',
      '.NaN',
    ],
    ...[
      '0',
      '-1',
      '+1',
      '007',
      '1e3',
      'e3',
      '0x1F',
      '0X1f',
      '017',
      '0o17',
      '0O17',
      '0_o17',
      '0b101',
      '0B101',
      '1_000',
      '0_1',
      '1_0.5',
    ],
    ...[
      '1,000',
      '1:30',
      '190:20:30.15',
      '.5',
      '5.',
      '2024-01-01',
      '2024-1-1',
      '2024-01-01 00:00:00',
      '2001-12-14t21:59:43.10-05:00',
    ],
    ...[
      '-',
      '- a',
      '?',
      '? a',
      ':',
      ': a',
      '#a',
      '&a',
      '*a',
      '!a',
      '|',
      '>a',
      '%a',
      '@a',
      '`a',
      ',a',
      '[a',
      ']',
      '{a',
      '}',
      "'a",
    ],
    ...['a: b', 'a:', 'a #b', ' a', 'a ', '---', '--- a', '...', '{{ .Values.x }}'],
  ])('%j', (text) => {
    expect(printScalar(text)).toBe(`"${text}"`);
  });
});

test.each([
  ['tab\tin', '"tab\\tin"'],
  ['\r\n', '"\\r\\n"'],
  ['\0', '"\\u0000"'],
  ['\x1b[31m', '"\\u001b[31m"'],
  ['\x7f', '"\\u007f"'],
  ['\x85', '"\\u0085"'],
  ['\u2028', '"\\u2028"'],
  ['\ufeff', '"\\ufeff"'],
  ['\uffff', '"\\uffff"'],
  ['user\u202eadmin', '"user\\u202eadmin"'],
  ['a\u200bb', '"a\\u200bb"'],
])('%j is spelled with escapes: %s', (text, printed) => {
  expect(printScalar(text)).toBe(printed);
});

test.each([
  ['{"a": "b"}', `'{"a": "b"}'`],
  ['"\\d+"', `'"\\d+"'`],
  [`"it's"`, `"\\"it's\\""`],
  ['"a"\tb', '"\\"a\\"\\tb"'],
])('%j stands in single quotes where that saves the backslashes: %s', (text, printed) => {
  expect(printScalar(text)).toBe(printed);
});

test.each([
  [0, '0'],
  [-0, '0'],
  [8080, '8080'],
  [-1.5, '-1.5'],
  [2 ** 53, '9007199254740992'],
  [1e20, '100000000000000000000'],
  [1e21, '1.0e+21'],
  [1.5e21, '1.5e+21'],
  [1e-7, '1.0e-7'],
])('the number %d is %s', (value, printed) => {
  expect(printScalar(value)).toBe(printed);
});

test.each([
  [true, 'true'],
  [false, 'false'],
  [null, 'null'],
])('%j is %s', (value, printed) => {
  expect(printScalar(value)).toBe(printed);
});
