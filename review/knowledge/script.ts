import { commandLineOf, programOf } from '../../lib/kube/command-line';
import type { ReviewedContainer } from '../workload';

/** The command line of a container in one text: its shell script too, where it has one. */
export function scriptOf({ container }: ReviewedContainer): string {
  return commandLineOf(container).join(' ');
}

/** The script without its comments. */
export function codeOf(container: ReviewedContainer): string {
  return scriptOf(container).replace(/^\s*#.*$/gm, '');
}

/** The field that holds the command line. */
export function commandPath({ container, path }: ReviewedContainer) {
  return path.child((container.command ?? []).length > 0 ? 'command' : 'args');
}

/** Whether a command needs a shell, or one of the small programs that come with one. */
export function needsShell(command: readonly string[] = []): boolean {
  return SHELL_WORLD.has(programOf(command));
}

const SHELL_WORLD: ReadonlySet<string> = new Set(
  'sh ash bash dash cat curl echo grep ls nc pgrep ps sleep tail test touch wget'.split(' '),
);
