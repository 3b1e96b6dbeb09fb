import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { readConfig } from './config';
import { Failure } from './failure';
import { synth } from './synth';
import type { SynthOptions } from './synth';

/** How a command ended: nothing to say, findings or drift, or it could not be done. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command that the arguments name and returns its exit code; what went wrong is on stderr. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command('podwright')
    .description('Kubernetes Pods authored in TypeScript, reviewed as YAML, shipped by Git.')
    .version(ownVersion())
    .exitOverride();
  program
    .command('synth')
    .description('run the app of cdk8s.yaml and write its manifests')
    .option('-a, --app <command>', 'the command that runs the app (default: app in cdk8s.yaml)')
    .option('-o, --output <folder>', 'the folder to write into (default: output in cdk8s.yaml, else dist)')
    .option('-p, --stdout', 'print the manifests instead of writing them')
    .option('--check', 'write nothing; exit 1 where the folder differs from the app, or an exception has ended')
    .option('--date <YYYY-MM-DD>', 'the day that --check takes for today')
    .action(async (options: SynthOptions) => {
      code = await synth(options, readConfig());
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): ExitCode {
  // The library has printed its own message; help and --version come this way too, with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`podwright: ${error.message}\n`);
  return 2;
}

function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(require.resolve('podwright/package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
