/** The program that a container runs, as far as the Pod tells: command and args together. */
export function commandLineOf({
  command,
  args,
}: {
  readonly command?: unknown;
  readonly args?: unknown;
}): readonly string[] {
  return [...textsOf(command), ...textsOf(args)];
}

/** The name of a program without its folder. */
export function programOf(line: readonly string[]): string {
  return (line[0] ?? '').replace(/^.*\//, '');
}

/** Whether a command line goes on for ever, so that whoever waits for its end waits in vain; false where it may end. */
export function neverEnds(line: readonly string[]): boolean {
  const [, ...rest] = line;
  switch (programOf(line)) {
    case 'sleep':
      return rest.includes('infinity') || rest.includes('inf');
    case 'tail':
      return rest.some((word) => FOLLOW.test(word)) && !rest.some((word) => word.startsWith('--pid'));
    case 'sh':
    case 'ash':
    case 'bash':
    case 'dash': {
      const flag = rest.findIndex((word) => /^-[a-z]*c$/.test(word));
      return flag >= 0 && scriptNeverEnds(rest[flag + 1] ?? '');
    }
    default:
      return false;
  }
}

const FOLLOW = /^(-[a-zA-Z]*[fF]|--follow(=.*)?)$/;

/** Words by which a script may end, or its loop be left, after all. */
const WAYS_OUT = /\b(break|exit|return|exec|kill|trap|timeout)\b|[&|]/;

const ENDLESS = [
  /\bsleep\s+inf(inity)?\b/,
  /\btail\s+(\S+\s+)*(-[a-zA-Z]*[fF]|--follow)\b/,
  /\bwhile\s+(true|:|\[\s*1\s*\]|\/bin\/true)\s*(;|\n)/,
  /\buntil\s+(false|\/bin\/false)\s*(;|\n)/,
  /\bfor\s*\(\(\s*;\s*;\s*\)\)/,
];

function scriptNeverEnds(script: string): boolean {
  const code = script.replace(/^\s*#.*$/gm, '');
  return !WAYS_OUT.test(code) && ENDLESS.some((loop) => loop.test(code));
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word: unknown) => typeof word === 'string') : [];
}
