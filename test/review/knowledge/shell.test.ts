import fc from 'fast-check';
import { commandsOf } from '../../../review/knowledge/shell';

/** The first words of the commands with what stands between them; undefined where the script cannot be read. */
function outline(script: string): string | undefined {
  return commandsOf(script)
    ?.map(({ isRedirected, then, word }) => `${word}${isRedirected ? '>' : ''}${then && ` ${then}`}`)
    .join(' ');
}

describe('the commands of a script', () => {
  test.each([
    ['server', 'server'],
    ['prepare; server', 'prepare ; server'],
    ['prepare\n\n# a comment; with | marks\nserver # and another\n', 'prepare ; server ;'],
    ['prepare && server || exit 1', 'prepare && server || exit'],
    ['server | tee log', 'server | tee'],
    ['helper & server', 'helper & server'],
    ['server 2>&1 >log', 'server>'],
    ['server &>log', 'server>'],
    ['A=1 B="x y" server', 'server'],
    ['server "a; b" \'c | d\' e\\;f', 'server'],
    ['server $(a | b) `c; d` ${E:-f;g} "$(h "i | j")"', 'server'],
    ['server \\\n  --port 8080', 'server'],
    ['if a; then b; else c; fi; d', 'if ; d'],
    ['while true; do a | b; done', 'while'],
    ['for i in 1 2; do echo "$i"; done | sort', 'for | sort'],
    ['for ((;;)); do a; done', 'for'],
    ['case $1 in a) b;; (c|d) e;; esac; f', 'case ; f'],
    ['{ a; b; } > log', '{>'],
    ['(a; b) | c', '( | c'],
    ['run() { a; b; }\nrun', 'run() ; run'],
    ['cat <<EOF > file; next\na; b\nEOF\nserver', 'cat> ; next ; server'],
    ["cat <<-'END'\n\ta | b\n\tEND\nserver", 'cat ; server'],
    ['echo done; echo fi', 'echo ; echo'],
    ['', ''],
  ])('%j', (script, expected) => {
    expect(outline(script)).toBe(expected);
  });

  test.each(['server "', "server '", 'server $(a', 'server `a', '(a; b', 'if a; then b', 'a; done', 'a; }'])(
    '%j has no end, or too many',
    (script) => {
      expect(outline(script)).toBeUndefined();
    },
  );

  test('any text is read or given up', () => {
    const word = fc.constantFrom(
      'a',
      'if',
      'done',
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '`',
      '$(',
      ';',
      '&',
      '|',
      '>',
      '\n',
      '\\',
      ' ',
      '\f',
      '<<E',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        commandsOf(words.join(''));
      }),
    );
  });
});
