import { commandLineOf, programOf } from '../lib/kube/command-line';
import { FieldPath } from '../lib/kube/field-path';
import type { Problem } from '../lib/kube/problem';
import { unbox } from '../lib/pod/unbox';

/**
 * What is wrong with the command of a helper that keeps running: it follows a file that is not there yet, or does
 * nothing at all. Empty where the command cannot be read, and that of most images cannot.
 */
export function commandProblems(container: { readonly command?: unknown; readonly args?: unknown }): Problem[] {
  const line = commandLineOf({ command: plain(container.command), args: plain(container.args) });
  const commands = simpleCommands(line);
  const path = container.command === undefined ? 'args' : 'command';
  const refused = (code: string, detail: string): Problem[] => [
    { code, path, type: 'Invalid', value: line.join(' '), detail, ours: true },
  ];
  if (commands.length > 0 && commands.every(isIdle)) return refused('idle-helper', IDLE);
  return commands.some(followsDescriptor) ? refused('tail-by-descriptor', BY_DESCRIPTOR) : [];
}

const IDLE = 'does nothing but wait: leave it out, and look into a running Pod with kubectl debug';
const BY_DESCRIPTOR =
  'tail -f ends where the file is not there yet, as before the application starts, and stays with the old one after a ' +
  'rotation: tail -F follows the name';

/** A word may stand in a reason for what it holds. */
function plain(words: unknown): unknown {
  return unbox(words, FieldPath.root, []);
}

/** The commands of a script of a shell, or the one command without a shell, as words. */
function simpleCommands(line: readonly string[]): readonly (readonly string[])[] {
  if (!SHELLS.has(programOf(line))) return line.length === 0 ? [] : [line];
  const flag = line.findIndex((word) => /^-[a-z]*c$/.test(word));
  const script = flag < 0 ? '' : (line[flag + 1] ?? '');
  return script
    .replace(/^\s*#.*$/gm, '')
    .split(/[;&|\n]+/)
    .map((command) => command.trim().replace(KEYWORDS, '').split(/\s+/))
    .filter(([word]) => word !== '' && word !== undefined);
}

const SHELLS = new Set(['sh', 'ash', 'bash', 'dash']);
const KEYWORDS = /^((while|until|do|done|then|exec|trap\b.*)(\s+|$))+/;

function isIdle(command: readonly string[]): boolean {
  const program = programOf(command);
  if (program === 'tail') return command.includes('/dev/null');
  return ['sleep', 'true', ':', 'wait', 'pause'].includes(program);
}

function followsDescriptor(command: readonly string[]): boolean {
  if (programOf(command) !== 'tail' || command.includes('--retry')) return false;
  return command.some((word) => /^-[a-zA-Z]*f$/.test(word) || word === '--follow' || word === '--follow=descriptor');
}
