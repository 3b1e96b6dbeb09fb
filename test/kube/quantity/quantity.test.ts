import fc from 'fast-check';
import { parseQuantity, QuantityValue, tryQuantity, type QuantityFormat } from '../../../lib/kube/quantity';

describe('canonical form', () => {
  test.each([
    ['1000m', '1'],
    ['2048Mi', '2Gi'],
    ['0.5', '500m'],
    ['1.5Gi', '1536Mi'],
    ['1024', '1024'],
    ['100000', '100k'],
    ['1024Ki', '1Mi'],
    ['1Ki', '1Ki'],
    ['0.5Ki', '512'],
    ['-0.5Ki', '-512'],
    ['2000Ki', '2000Ki'],
    ['1e3', '1e3'],
    ['1E3', '1e3'],
    ['1e+3', '1e3'],
    ['1e1', '10'],
    ['12e0', '12'],
    ['15e-4', '1500e-6'],
    ['1e100000', '10e99999'],
    ['+1', '1'],
    ['00.50', '500m'],
    ['1.0', '1'],
    ['-0', '0'],
    ['0Ki', '0'],
    ['.5', '500m'],
    ['5.', '5'],
    ['10E', '10E'],
    ['1000E', '1000E'],
    ['12345678901234567890123', '12345678901234567890123'],
    ['-1.5Gi', '-1536Mi'],
  ])('%s prints as %s', (text, printed) => {
    expect(parseQuantity(text).toString()).toBe(printed);
    expect(JSON.stringify(parseQuantity(text))).toBe(JSON.stringify(printed));
  });

  test.each([
    [1.5, '1500m'],
    [0.0000001, '100e-9'],
    [1e21, '1e21'],
    [0, '0'],
    [-2, '-2'],
  ])('the number %s prints as %s', (number, printed) => {
    expect(parseQuantity(number).toString()).toBe(printed);
  });
});

describe('what the API server does to amounts it cannot hold', () => {
  test.each([
    ['0.1n', '1n'],
    ['-0.1n', '-1n'],
    ['1.0000000001', '1000000001n'],
    ['0.0000000001Ki', '103n'],
    ['-0.00001Ki', '-10240u'],
    ['1e-10', '1e-9'],
    ['8Ei', '9223372036854775807'],
    ['-9Ei', '-9223372036854775807'],
    ['12345678901234567890123Ki', '9223372036854775807'],
    ['1e4294967297', '10'],
    ['1e9223372036854775807', '100e-3'],
  ])('%s becomes %s', (text, printed) => {
    expect(parseQuantity(text).toString()).toBe(printed);
  });

  test.each(['.', 'Ki', '+', '-', 'm', 'e3', 'E', '.Ki'])('%s, without a digit, is zero', (text) => {
    expect(parseQuantity(text).isZero()).toBe(true);
  });

  test.each([' 1', '1 ', '\u00a01'])('blanks around are dropped: %j', (text) => {
    expect(parseQuantity(text).toString()).toBe('1');
  });
});

test.each([
  '',
  ' ',
  '1KiB',
  '256MB',
  '1e',
  '1E+',
  '1 Gi',
  '1gi',
  '1ki',
  '1mi',
  '1K',
  '1g',
  '\t1',
  '1\n',
  '1e9223372036854775808',
  '1_000',
  '1e3e3',
  '1e3Mi',
  '0x10',
  '1,5',
  '1i',
  '1.5.5',
  '++1',
  '--1',
  '1m5',
  '1kk',
  '¼',
  '１',
  'Infinity',
  'Pi',
  '+Ei',
  'e-12',
  'NaN',
])('%j is refused', (text) => {
  expect(tryQuantity(text)).toBeUndefined();
  expect(() => parseQuantity(text)).toThrow(RangeError);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('the number %s is refused', (number) => {
  expect(tryQuantity(number)).toBeUndefined();
});

describe('in units', () => {
  test.each([
    ['400m', 1n, 400n],
    ['1500m', 2n, 1500n],
    ['-1500m', -2n, -1500n],
    ['1u', 1n, 1n],
    ['1Gi', 1073741824n, 1073741824000n],
    ['1e30', 9223372036854775807n, 9223372036854775807n],
    ['-1e30', -9223372036854775807n, -9223372036854775807n],
    ['1e2000000000', 9223372036854775807n, 9223372036854775807n],
    ['9223372036854775807', 9223372036854775807n, 9223372036854775807n],
  ])('%s is %s, in thousandths %s', (text, value, milliValue) => {
    expect(parseQuantity(text).value()).toBe(value);
    expect(parseQuantity(text).milliValue()).toBe(milliValue);
  });

  test('only amounts without a fraction are whole', () => {
    expect(parseQuantity('1500m').isWhole()).toBe(false);
    expect(parseQuantity('2000m').isWhole()).toBe(true);
  });
});

describe('arithmetic', () => {
  test.each([
    ['1Gi', '512Mi', '1536Mi'],
    ['250m', '0.75', '1'],
    ['0', '1Gi', '1Gi'],
    ['1Gi', '1000', '1073742824'],
    ['1', '-1', '0'],
    ['1e2000000000', '1', '100e1999999998'],
    ['4Ei', '4Ei', '8Ei'],
  ])('%s and %s is %s', (a, b, sum) => {
    expect(parseQuantity(a).plus(parseQuantity(b)).toString()).toBe(sum);
  });

  test('a multiple keeps its format', () => {
    expect(parseQuantity('512Mi').times(3).toString()).toBe('1536Mi');
    expect(parseQuantity('250m').times(4n).toString()).toBe('1');
  });

  test.each([
    ['1', '1000m', 0],
    ['1Ki', '1k', 1],
    ['-1', '1n', -1],
    ['1e2000000000', '1e1999999999', 1],
    ['-1e20', '-1', -1],
    ['0', '0Ki', 0],
  ])('%s compared with %s', (a, b, sign) => {
    expect(Math.sign(parseQuantity(a).compare(parseQuantity(b)))).toBe(sign);
    expect(parseQuantity(a).equals(parseQuantity(b))).toBe(sign === 0);
  });
});

describe('properties', () => {
  const suffix = fc.constantFrom(
    '',
    'n',
    'u',
    'm',
    'k',
    'M',
    'G',
    'T',
    'P',
    'E',
    'Ki',
    'Mi',
    'Gi',
    'Ti',
    'e3',
    'E-2',
    'e0',
  );
  const written = fc
    .tuple(fc.constantFrom('', '-', '+'), fc.nat(10_000_000), fc.option(fc.nat(10_000)), suffix)
    .map(([sign, whole, part, end]) => `${sign}${whole}${part === null ? '' : `.${part}`}${end}`);

  test('what is printed reads back as the same amount, and prints the same', () => {
    fc.assert(
      fc.property(written, (text) => {
        const quantity = parseQuantity(text);
        const again = parseQuantity(quantity.toString());
        expect(again.compare(quantity)).toBe(0);
        expect(again.toString()).toBe(quantity.toString());
      }),
    );
  });

  test('equal amounts in one format print equally', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(2n ** 62n), 2n ** 62n),
        fc.constantFrom<QuantityFormat>('DecimalSI', 'BinarySI'),
        (n, format) => {
          const whole = QuantityValue.ofUnits(n, format);
          const sum = QuantityValue.ofUnits(n - 1n, format).plus(QuantityValue.ofUnits(1, format));
          expect(sum.toString()).toBe(whole.toString());
        },
      ),
    );
  });

  test('sums of whole units are exact', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 61n), 2n ** 61n), fc.bigInt(-(2n ** 61n), 2n ** 61n), (a, b) => {
        expect(QuantityValue.ofUnits(a).plus(QuantityValue.ofUnits(b)).value()).toBe(a + b);
        expect(Math.sign(QuantityValue.ofUnits(a).compare(QuantityValue.ofUnits(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test('no text makes it throw anything but its own refusal', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => tryQuantity(text)?.toString()).not.toThrow();
      }),
    );
  });
});
