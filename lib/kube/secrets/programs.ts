import { isReference } from './shapes';

/**
 * The position of a word that hands a password to a program by a flag whose name does not say so: `mysql -phunter2`,
 * `curl -u app:hunter2`; undefined where there is none.
 */
export function passwordForProgram(words: readonly string[]): number | undefined {
  if (!words.some((word) => ANY.test(word))) return undefined;
  for (const [program, passwordOf] of PROGRAMS) {
    const start = words.findIndex((word) => program.test(word));
    if (start < 0) continue;
    const found = words.findIndex(
      (word, position) => position > start && isWrittenOut(passwordOf(word, words[position - 1] ?? '')),
    );
    if (found >= 0) return found;
  }
  return undefined;
}

/** Whether some command of a script hands over a password like that. */
export function scriptHandsOverPassword(script: string): boolean {
  if (!ANY.test(script)) return false;
  const commands = script.replace(/\\\n/g, ' ').split(/[|;&\n]/);
  return commands.some((command) => passwordForProgram(command.split(/[\s"']+/)) !== undefined);
}

/** Behind which flag a program takes a password: what the word, or the one before it, makes of it. */
const PROGRAMS: readonly (readonly [
  program: RegExp,
  passwordOf: (word: string, before: string) => string | undefined,
])[] = [
  // https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html
  [
    /^(?:\S*\/)?(?:mysql(?:admin|check|dump|import|pump|show|slap)?|mariadb(?:-\w+)?)$/,
    (word) => /^-p(.+)$/.exec(word)?.[1],
  ],
  [/^(?:\S*\/)?redis-cli$/, (word, before) => (before === '-a' ? word : undefined)],
  [/^(?:\S*\/)?sshpass$/, (word, before) => (before === '-p' ? word : /^-p(.+)$/.exec(word)?.[1])],
  [
    /^(?:\S*\/)?curl$/,
    (word, before) => (before === '-u' || before === '--user' ? /^[^:]*:(.+)$/.exec(word)?.[1] : undefined),
  ],
];

/** What a script or a command needs to have any of them. */
const ANY = /mysql|mariadb|redis-cli|sshpass|curl/;

function isWrittenOut(password: string | undefined): boolean {
  return password !== undefined && !/[$`<{]/.test(password) && !isReference(password);
}
