import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** A command of a shell, and the variables that it runs with. */
export interface ShellCommand {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The command without its `npx`, where npx would do no more than find a program of the project: that alone takes npm
 * longer than most Apps take to run. With flags, or where the program is not in `node_modules/.bin`, the command stays.
 */
export function withoutNpx({ command, env }: ShellCommand): ShellCommand {
  const [, program, args = ''] = /^\s*npx\s+([\w.][\w.-]*)(\s.*)?$/.exec(command) ?? [];
  const folder = resolve('node_modules/.bin');
  if (program === undefined || !existsSync(resolve(folder, program))) return { command, env };
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [folder, env[name]].filter((part) => part !== undefined).join(delimiter);
  return { command: `${program}${args}`, env: { ...env, [name]: path } };
}
