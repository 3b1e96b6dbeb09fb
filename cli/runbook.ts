import type { KubernetesVersion } from '../lib/kube/version';
import { FAILURE_STATES, printRunbookMarkdown, printRunbookText, review, runbookOf } from '../review';
import type { FailureState, Runbook } from '../review';
import { nearestState, stateNamed } from '../review/runbook';
import type { RUNBOOK_FORMATS } from './choices';
import { chosenWorkloads } from './chosen-workloads';
import { Failure } from './failure';
import { readSources } from './sources';
import { colorOf, widthOf } from './terminal';

/** The flags of `podwright runbook` and `podwright explain`. */
export interface RunbookOptions {
  readonly target: KubernetesVersion;
  readonly format: (typeof RUNBOOK_FORMATS)[number];
  readonly workload?: string;
}

/**
 * Prints the runbook of the workloads that the paths hold. Gives 0, or 2 where a path cannot be had.
 *
 * @throws Failure where there is nothing to write a runbook for.
 */
export async function runbook(paths: readonly string[], options: RunbookOptions): Promise<0 | 2> {
  return print(paths, options, 'write a runbook for');
}

/**
 * Prints what one failure means for the workloads that the paths hold. Gives 0, or 2 where a path cannot be had.
 *
 * @throws Failure where there is no such failure, or nothing that could have it.
 */
export async function explain(word: string, paths: readonly string[], options: RunbookOptions): Promise<0 | 2> {
  return print(paths, options, 'explain', stateOf(word));
}

async function print(
  paths: readonly string[],
  { format, target, workload }: RunbookOptions,
  purpose: string,
  state?: FailureState,
): Promise<0 | 2> {
  const { sources, isWhole } = await readSources(paths, purpose);
  const whole = runbookOf(review(sources, { target, rules: [] }));
  const chosen = { ...whole, workloads: chosenWorkloads(whole.workloads, workload, purpose) };
  process.stdout.write(PRINTERS[format](chosen, state));
  return isWhole ? 0 : 2;
}

const PRINTERS = {
  text: (book: Runbook, state?: FailureState) =>
    printRunbookText(book, {
      color: colorOf(process.stdout),
      width: widthOf(process.stdout),
      ...(state !== undefined && { state }),
    }),
  markdown: (book: Runbook, state?: FailureState) =>
    printRunbookMarkdown(book, state === undefined ? {} : { state, title: state }),
  json: (book: Runbook, state?: FailureState) => `${JSON.stringify(toPrint(book, state), undefined, 2)}\n`,
} satisfies Readonly<Record<RunbookOptions['format'], (book: Runbook, state?: FailureState) => string>>;

/** Of one failure the rest of the runbook is left out. */
function toPrint({ target, workloads }: Runbook, wanted: FailureState | undefined): object {
  if (wanted === undefined) return { target, workloads };
  return {
    target,
    workloads: workloads.map(({ file, identity, states, title }) => ({
      identity,
      title,
      ...(file !== undefined && { file }),
      states: states.filter(({ state }) => state === wanted),
    })),
  };
}

function stateOf(word: string): FailureState {
  const state = stateNamed(word);
  if (state !== undefined) return state;
  const nearest = nearestState(word);
  const meant = nearest === undefined ? '' : `; ${nearest} was probably meant`;
  throw new Failure(`no failure is called ${word}${meant}: there are ${FAILURE_STATES.join(', ')}`);
}
