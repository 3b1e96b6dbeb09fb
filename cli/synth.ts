import type { KubernetesVersion } from '../lib/kube/version';
import { isKustomization } from '../synth/kustomization';
import { faultsIn } from './check';
import type { Config } from './config';
import { dayOf } from './day-of';
import { Failure } from './failure';
import type { MadeFile } from './made-files';
import { OutputFolder } from './output-folder';
import { printJson } from './print-json';
import { runApp } from './run-app';
import { toTheEnd } from './signals';
import { summaryOf } from './summary';
import { watch } from './watch/watch';
import type { Watched } from './watch/watch';

/** The flags of `podwright synth`. */
export interface SynthOptions {
  readonly app?: string;
  readonly output?: string;
  readonly target?: KubernetesVersion;
  readonly stdout?: true;
  readonly check?: true;
  readonly date?: string;
  readonly adopt?: true;
  readonly json?: true;
  readonly watch?: true;
}

/**
 * Runs the project's App and writes its manifests, prints them, or compares them with what is there.
 *
 * @param readConfig Reads the project's `cdk8s.yaml`.
 */
export async function synth(options: SynthOptions, readConfig: () => Config): Promise<0 | 1> {
  refuseContradictions(options);
  const today = dayOf(options.date);
  if (options.watch === true) return watch(() => jobOf(options, readConfig()));
  const { folder, adopt, ...app } = jobOf(options, readConfig());
  const made = await runApp(app);
  if (options.stdout === true) return print(made);
  const output = new OutputFolder(folder, made);
  if (options.check === true) return check(output, made, today, options);
  await toTheEnd(() => {
    output.write(adopt);
    if (options.json === true) process.stdout.write(printJson(output, made, { adopt }));
    process.stderr.write(summaryOf(output, adopt));
  });
  return 0;
}

/** What is to be done, by flags first and `cdk8s.yaml` second. */
function jobOf(options: SynthOptions, config: Config): Watched {
  const command = given('--app', options.app) ?? config.app;
  if (command === undefined) {
    throw new Failure('no app to run: name one with --app, or as app in the cdk8s.yaml of the folder you are in');
  }
  return {
    command,
    folder: given('--output', options.output) ?? config.output ?? 'dist',
    adopt: options.adopt === true,
    ...(options.target === undefined ? {} : { target: options.target }),
  };
}

/** The value of a flag; a variable of the shell that is not set would leave it empty. */
function given(flag: string, value: string | undefined): string | undefined {
  if (value?.trim() === '') throw new Failure(`${flag} is empty: name something, or leave it out`);
  return value;
}

function print(made: readonly MadeFile[]): 0 {
  const manifests = made.filter(({ path, object }) =>
    object === undefined ? /\.ya?ml$/.test(path) : !isKustomization(object),
  );
  process.stdout.write(manifests.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join('---\n'));
  return 0;
}

function check(output: OutputFolder, made: readonly MadeFile[], today: string, { json }: SynthOptions): 0 | 1 {
  const faults = faultsIn(output, today);
  process.stdout.write(
    json === true ? printJson(output, made, { faults }) : faults.map((fault) => `${fault}\n`).join(''),
  );
  return faults.length === 0 ? 0 : 1;
}

/** What makes no sense together: each flag with those that it excludes, and why. */
function refuseContradictions({ check, stdout, adopt, json, date, watch: watches }: SynthOptions): void {
  if (check === true && stdout === true) throw new Failure('--check prints no manifests: leave out --stdout');
  if (json === true && stdout === true) throw new Failure('--stdout prints manifests alone: leave out --json');
  if (adopt === true && (check ?? stdout) === true) throw new Failure('--adopt is for writing: leave it out');
  if (watches === true && (check ?? stdout ?? json) === true) {
    throw new Failure('--watch writes: leave out --check, --stdout and --json');
  }
  if (date !== undefined && check !== true) throw new Failure('--date is for --check alone');
}
