import { someOf, readFlags, wholeNumber, wholeNumbers } from '../../bench/support/flags';

const flags = {
  sizes: { default: '10,100', ...wholeNumbers },
  rounds: { default: '3', ...wholeNumber },
  peers: { default: 'yaml', ...someOf(['yaml', 'json']) },
};

test('flags are read, and what is left out has its default', () => {
  expect(readFlags(flags, [])).toEqual({ sizes: [10, 100], rounds: 3, peers: ['yaml'] });
  expect(readFlags(flags, ['--sizes', '5', '--peers=json,yaml'])).toEqual({
    sizes: [5],
    rounds: 3,
    peers: ['json', 'yaml'],
  });
});

test.each([
  [['--peers', 'yaml,xml'], '--peers takes some of yaml, json, and got "yaml,xml"'],
  [['--peers', ''], '--peers takes some of yaml, json, and got ""'],
  [['--sizes', '10,many'], '--sizes takes whole numbers from 1, as 10,100, and got "10,many"'],
  [['--rounds', '0'], '--rounds takes a whole number from 1, and got "0"'],
])('%j is refused', (args, message) => {
  expect(() => readFlags(flags, args)).toThrow(message);
});

test('an unknown flag and a word beside the flags are refused', () => {
  expect(() => readFlags(flags, ['--size', '10'])).toThrow('--size');
  expect(() => readFlags(flags, ['10'])).toThrow('10');
});
