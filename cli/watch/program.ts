import { readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';

/** A program that can be loaded again and again into one process, instead of being started anew. */
export interface Program {
  /** The file that is run, as an absolute path. */
  readonly entry: string;
  readonly args: readonly string[];
  /** Whether its command checks types before it runs. */
  readonly checksTypes: boolean;
}

/** The program that a command runs, where it is plain enough: `npx ts-node main.ts`, `node build/main.js`. */
export function tryProgramOf(command: string): Program | undefined {
  if (/[^-\w\s./:=@,+]/.test(command)) return undefined;
  const words = command.trim().split(/\s+/);
  if (words[0] === 'npx') words.shift();
  const runner = words.shift();
  const flags = words.splice(
    0,
    Math.max(
      words.findIndex((word) => !word.startsWith('-')),
      0,
    ),
  );
  const [file, ...args] = words;
  if (runner === undefined || file === undefined || !isLoadable(runner, file, flags)) return undefined;
  const checksTypes = runner === 'ts-node' && flags.length === 0;
  return { entry: resolve(file), args, checksTypes };
}

const SCRIPT: Readonly<Record<string, readonly string[]>> = {
  'ts-node': ['.ts', '.cts'],
  'ts-node-transpile-only': ['.ts', '.cts'],
  node: ['.js', '.cjs'],
};

/** What changes how a program is loaded is left to the command itself, and so is what is no CommonJS. */
function isLoadable(runner: string, file: string, flags: readonly string[]): boolean {
  const known = runner === 'node' ? [] : ['-T', '--transpile-only', '--transpileOnly'];
  const extension = extname(file);
  if (SCRIPT[runner]?.includes(extension) !== true || !flags.every((flag) => known.includes(flag))) return false;
  return extension.startsWith('.c') || !isModule(dirname(resolve(file)));
}

function isModule(folder: string): boolean {
  try {
    const { type } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly type?: unknown };
    return type === 'module';
  } catch {
    return folder !== dirname(folder) && isModule(dirname(folder));
  }
}
