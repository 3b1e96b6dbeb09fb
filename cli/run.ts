import { Command, CommanderError, Option } from 'commander';
import { DEFAULT_TARGET, KUBERNETES_VERSIONS } from '../lib/kube/version';
import { readConfig } from './config';
import { SEVERITIES } from '../review/finding';
import { ForeignFileError } from '../synth/foreign-file-error';
import { OutputError } from '../synth/output-error';
import { codeOf } from '../synth/text-file';
import { DIFF_FORMATS, DRAWINGS, DRAW_FORMATS, FORMATS, RUNBOOK_FORMATS, VERIFY_FORMATS } from './choices';
import type { DiffOptions } from './diff';
import type { DrawOptions } from './draw';
import type { EnvironmentsOptions } from './environments';
import { Failure, Interrupted } from './failure';
import { ownVersion } from './own-version';
import type { ReviewOptions } from './review';
import type { RulesOptions } from './rules';
import type { RunbookOptions } from './runbook';
import type { SynthOptions } from './synth';
import type { ValidateOptions } from './validate';
import type { VerifyOptions } from './verify';

/** How a command ended: nothing to say, findings or drift, or it could not be done. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs the command that the arguments name and returns its exit code; what went wrong is on stderr. Only that command's
 * own code is loaded.
 *
 * @throws Interrupted where the user stopped it; nothing else.
 */
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
    .option('-p, --stdout', 'print the manifests in the order in which they may be applied, instead of writing them')
    .option(
      '--check',
      'write nothing; exit 1 where the folder differs from the app, or an exception or an experiment has ended',
    )
    .option('-w, --watch', 'write again at each change of the project, until Ctrl-C')
    .option('--adopt', 'replace files that are not ours where ours go, and remove those of ours that no record lists')
    .addOption(
      new Option('-t, --target <version>', 'the Kubernetes version to write for, whatever the App says').choices(
        KUBERNETES_VERSIONS,
      ),
    )
    .option('--json', 'print every file, what became of it and the objects in it as JSON')
    .option('--date <YYYY-MM-DD>', 'the day that --check takes for today (default: today, in UTC)')
    .addHelpText('after', SYNTH_EXIT_CODES)
    .action(async (options: SynthOptions) => {
      const { synth } = await import('./synth.js');
      code = await synth(options, readConfig);
    });
  program
    .command('validate')
    .description('say what a Kubernetes API server would refuse in files, folders (*.yaml, *.yml, *.json) or stdin (-)')
    .argument('[paths...]', 'files and folders; without any, what is piped in')
    .addOption(targetOption('the Kubernetes version whose API server judges'))
    .option('-w, --warnings', 'print what the server would only warn of, too; the exit code stays the same')
    .addOption(new Option('--json', 'print every document and its verdict as one line of JSON').conflicts('quiet'))
    .option('-q, --quiet', 'print nothing; the exit code answers')
    .addHelpText('after', VALIDATE_EXIT_CODES)
    .action(async (paths: readonly string[], options: ValidateOptions) => {
      const { validate } = await import('./validate.js');
      code = await validate(paths, options);
    });
  program
    .command('environments')
    .description('say what differs between the environments of an output folder, as Markdown')
    .argument('[folder]', 'the folder (default: output in cdk8s.yaml, else dist)')
    .option('--json', 'print the differences as JSON')
    .action(async (folder: string | undefined, options: EnvironmentsOptions) => {
      const { printEnvironments } = await import('./environments.js');
      code = await printEnvironments(folder ?? readConfig().output ?? 'dist', options);
    });
  program
    .command('record')
    .description('print which commit and version an output folder comes from, and a sum over its bytes, as JSON')
    .argument('[folder]', 'the folder (default: output in cdk8s.yaml, else dist)')
    .action(async (folder: string | undefined) => {
      const { printRecord } = await import('./record.js');
      code = printRecord(folder ?? readConfig().output ?? 'dist', ownVersion());
    });
  program
    .command('review')
    .description('say what a reviewer should know of the manifests in files, folders or stdin (-)')
    .argument('[paths...]', 'files and folders; without any, what is piped in')
    .addOption(targetOption('the Kubernetes version that runs them'))
    .addOption(new Option('-f, --format <format>', 'the form of the review').choices(FORMATS).default('text'))
    .option('--details', 'as text or JSON: what there is to know of each workload, not only what was found')
    .addOption(
      new Option('--fail-on <severity>', 'the slightest finding that makes the exit code 1')
        .choices(SEVERITIES)
        .default('warning'),
    )
    .option('--rules <module>', 'a module that exports rules of your own, asked besides ours')
    .option('--date <YYYY-MM-DD>', 'the day on which exceptions are looked at (default: today, in UTC)')
    .addHelpText('after', REVIEW_EXIT_CODES)
    .action(async (paths: readonly string[], options: ReviewOptions) => {
      const { review } = await import('./review.js');
      code = await review(paths, options);
    });
  program
    .command('diff')
    .description('say what the change from one place to another will do')
    .argument('<before>', 'a file, a folder, - for stdin, or REVISION:PATH of Git, such as main:dist')
    .argument('<after>', 'the same')
    .addOption(targetOption('the Kubernetes version that runs them'))
    .addOption(new Option('-f, --format <format>', 'the form of the difference').choices(DIFF_FORMATS).default('text'))
    .addHelpText('after', DIFF_EXIT_CODES)
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import('./diff.js');
      code = await diff(before, after, options);
    });
  program
    .command('verify')
    .description('compare what runs, as kubectl get -o json prints it, with what Git says; no cluster is asked')
    .argument('[live]', 'the file that kubectl has written, or - for stdin')
    .argument('[paths...]', 'the manifests: files and folders (default: output in cdk8s.yaml, else dist)')
    .addOption(targetOption('the Kubernetes version of the cluster'))
    .addOption(new Option('-f, --format <format>', 'the form of the answer').choices(VERIFY_FORMATS).default('text'))
    .option('--expect', 'read manifests alone, and print what their workloads promise, as JSON')
    .addHelpText('after', VERIFY_EXIT_CODES)
    .action(async (live: string | undefined, paths: readonly string[], options: VerifyOptions) => {
      const { expectations, verify } = await import('./verify.js');
      const manifests = (named: readonly string[]) => (named.length > 0 ? named : [readConfig().output ?? 'dist']);
      if (options.expect === true) {
        code = await expectations(manifests(live === undefined ? [] : [live, ...paths]), options);
      } else if (live === undefined) throw new Failure(NO_LIST);
      else code = await verify(live, manifests(paths), options);
    });
  program
    .command('rules')
    .description(
      'print the rules of the review: what each asks for, what follows where it is broken, and what to write',
    )
    .option('--json', 'print them as JSON')
    .option('--rules <module>', 'a module that exports rules of your own, listed besides ours')
    .action(async (options: RulesOptions) => {
      const { rules } = await import('./rules.js');
      code = rules(options);
    });
  program
    .command('draw')
    .description('draw the Pods of a workload: what is in them, or how they start and stop')
    .argument('[paths...]', 'files and folders; without any, what is piped in')
    .addOption(targetOption('the Kubernetes version that runs them'))
    .addOption(new Option('-f, --format <format>', 'the form of the drawing').choices(DRAW_FORMATS).default('svg'))
    .addOption(new Option('--what <drawing>', 'what is drawn').choices(DRAWINGS).default('anatomy'))
    .option('-w, --workload <name>', 'the workload, such as shop/checkout')
    .option('-o, --output <folder>', 'a folder for the drawings of all workloads')
    .action(async (paths: readonly string[], options: DrawOptions) => {
      const { draw } = await import('./draw.js');
      code = await draw(paths, options);
    });
  const onCall = (command: Command) =>
    command
      .argument('[paths...]', 'files and folders; without any, what is piped in')
      .addOption(targetOption('the Kubernetes version that runs them'))
      .addOption(
        new Option('-f, --format <format>', 'the form of the runbook').choices(RUNBOOK_FORMATS).default('text'),
      )
      .option('-w, --workload <name>', 'the workload, such as shop/checkout (default: all of them)');
  onCall(
    program
      .command('explain')
      .description('say what a failure means for the Pods of the manifests, what may cause it and which commands tell')
      .argument('<state>', 'what the column STATUS shows, such as Pending, CrashLoopBackOff, OOMKilled or not-ready'),
  ).action(async (state: string, paths: readonly string[], options: RunbookOptions) => {
    const { explain } = await import('./runbook.js');
    code = await explain(state, paths, options);
  });
  onCall(
    program
      .command('runbook')
      .description('print what can go wrong with the Pods of the manifests, how to tell, and a note for an incident'),
  ).action(async (paths: readonly string[], options: RunbookOptions) => {
    const { runbook } = await import('./runbook.js');
    code = await runbook(paths, options);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function targetOption(description: string): Option {
  return new Option('-t, --target <version>', description).choices(KUBERNETES_VERSIONS).default(DEFAULT_TARGET);
}

const REVIEW_EXIT_CODES = `
Exit codes: 0 nothing to look at, 1 something would be refused or should be looked at, 2 something could not be found or
read, or a rule failed.`;

const DIFF_EXIT_CODES = `
Exit codes: 0 nothing is different, 1 something is, 2 something could not be found or read.`;

const VERIFY_EXIT_CODES = `
Exit codes: 0 everything is as promised, 1 something is not, 2 something could not be found or read.`;

const NO_LIST = 'nothing to compare: name the file that kubectl get -o json has written, or - where it is piped in';

const SYNTH_EXIT_CODES = `
Exit codes: 0 done, or nothing to find fault with, 1 --check found something, 2 it could not be done: nothing was written,
or each file is whole, old or new.`;

const VALIDATE_EXIT_CODES = `
Exit codes: 0 everything judged is accepted, 1 something is refused or is not YAML, 2 something could not be found or
read, or nothing was judged.`;

function exitCodeOf(error: unknown): ExitCode {
  // The library has printed its own message; help and --version come this way too, with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interrupted) throw error;
  process.stderr.write(`podwright: ${sentenceOf(error)}\n`);
  return 2;
}

/** What the user can mend needs no stack; what only we can mend does. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isKnown = [Failure, ForeignFileError, OutputError].some((kind) => error instanceof kind);
  return isKnown || codeOf(error) !== undefined ? error.message : (error.stack ?? error.message);
}
