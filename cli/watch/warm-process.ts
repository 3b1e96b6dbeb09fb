import type * as TsNode from 'ts-node';
import Module, { createRequire } from 'node:module';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { forgetWritten } from '../../synth/written';
import { printUncaught } from '../uncaught';
import type { Ended } from './messages';

/**
 * The process in which a program is loaded again at each change: the project's modules anew, those of its packages as
 * they are. Types are not checked here.
 */
const [, , entry = '', ...args] = process.argv;
const folder = process.cwd();
/** Our own modules stay, wherever the package lies. */
const OURS = join(__dirname, '../..') + sep;
/** TypeScript 6 asks for `rootDir` where a file is translated alone that lies deeper than its tsconfig.json. */
const ROOT_DIR_UNSAID = 5011;

process.on('message', () => {
  for (const path of projectModules()) Reflect.deleteProperty(require.cache, path);
  forgetWritten();
  process.chdir(folder);
  process.exitCode = undefined;
  process.argv = [process.argv[0] ?? 'node', entry, ...args];
  try {
    MAIN_LOADER._load(entry, null, true);
  } catch (error) {
    end(printUncaught(withoutOurs(error)));
    return;
  }
  // The program has ended when nothing is left to wait for but us.
  process.channel?.unref();
});

process.on('beforeExit', () => {
  end(Number(process.exitCode ?? 0));
});

// Whoever watched is gone.
process.on('disconnect', () => process.exit());

process.setSourceMapsEnabled(true);
if (/\.c?ts$/.test(entry)) compileTypeScript();

/** An error without the steps of its stack that led from here to the program. */
function withoutOurs(error: unknown): unknown {
  if (!(error instanceof Error) || error.stack === undefined) return error;
  const lines = error.stack.split('\n');
  const ours = lines.findIndex((line) => line.includes(__dirname));
  if (ours > 0) error.stack = lines.slice(0, ours).join('\n');
  return error;
}

function end(code: number): void {
  process.channel?.ref();
  process.send?.({ code, loaded: projectModules() } satisfies Ended);
}

function projectModules(): string[] {
  return Object.keys(require.cache).filter(
    (path) => !path.includes(`${sep}node_modules${sep}`) && !path.startsWith(OURS),
  );
}

/** Node's own way to load the file that a process is started with, which its types leave out. */
const MAIN_LOADER = Module as unknown as { _load(file: string, parent: null, isMain: true): unknown };

/** What modules have beside their types: the loaders by extension, and the compiler of a module. */
type Loader = (module: { _compile(code: string, path: string): void }, path: string) => void;

/** Lets `.ts` files be loaded, translated by the project's own ts-node with its own settings, each text once. */
function compileTypeScript(): void {
  const { create } = createRequire(join(folder, 'cdk8s.yaml'))('ts-node') as typeof TsNode;
  const service = create({
    transpileOnly: true,
    projectSearchDir: dirname(realpathSync(entry)),
    ignoreDiagnostics: [ROOT_DIR_UNSAID],
  });
  const translated = new Map<string, { readonly text: string; readonly code: string }>();
  const load: Loader = (module, path) => {
    const text = readFileSync(path, 'utf8');
    const known = translated.get(path);
    const code = known?.text === text ? known.code : service.compile(text, path);
    translated.set(path, { text, code });
    module._compile(code, path);
  };
  const loaders = (Module as unknown as { readonly _extensions: Record<string, Loader> })._extensions;
  for (const extension of ['.ts', '.cts']) loaders[extension] = load;
}
