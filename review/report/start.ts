import type { StartStep, StartingContainer } from '../../lib/kube/lifecycle';
import { nameOf, type Subject } from './subject';
import { code, list, names, seconds, sentence, sentences } from './words';

/** The start of a Pod, step by step; times in seconds. */
export interface StartReport {
  readonly steps: readonly StartStepReport[];
  /** The longest from the first container to the last one started; left out where the spec does not tell. */
  readonly worstCase?: number;
  /** The soonest that the Pod can be ready, with init containers that take no time. */
  readonly soonestReady: number;
  readonly sentences: readonly string[];
}

/** A step of the start; the next begins when it is through. */
export interface StartStepReport {
  readonly role: StartStep['role'];
  readonly containers: readonly StartingContainer[];
  /** `ended` for an init container, else `started`. */
  readonly through: StartStep['through'];
  readonly worstCase?: number;
  readonly sentence: string;
}

/** The start of a workload's Pods. */
export function startOf(subject: Subject): StartReport {
  const { ready, steps, worstCase } = subject.workload.start;
  return {
    steps: steps.map((step) => ({ ...step, sentence: sentence(stepText(step, subject)) })),
    ...(worstCase !== undefined && { worstCase }),
    soonestReady: ready.soonest,
    sentences: sentences(
      steps.length > 0 && boundText(steps, worstCase, subject),
      ready.soonest > 0 && `it is ready ${seconds(ready.soonest)} after its start at the soonest`,
    ),
  };
}

function stepText({ containers, role, worstCase }: StartStep, subject: Subject): string {
  const who = names(containers.map(({ name }) => name || '(no name)'));
  if (role === 'init') return `${who} runs to its end; what comes after it waits until it ends well`;
  if (role === 'sidecar') return `${who} starts and keeps running; ${gateText(containers, worstCase, subject)}`;
  const hooks = containers.filter((each) => hasHook(subject, each)).map(({ name }) => name);
  const together = containers.length === 1 ? 'starts' : 'start one right after the other';
  const waits =
    hooks.length > 0 && containers.length > 1
      ? `; those after ${names(hooks)} wait for the end of ${hooks.length === 1 ? 'its `postStart` hook' : 'their `postStart` hooks'}`
      : '';
  const probed = containers.filter(({ startupBudget }) => startupBudget !== undefined);
  const budgets = probed.map(({ name, startupBudget = 0 }) =>
    containers.length === 1
      ? `has ${seconds(startupBudget)} to pass its startup probe`
      : `${code(name)} has ${seconds(startupBudget)} to pass its startup probe`,
  );
  return `${who} ${together}${waits}${budgets.length === 0 ? '' : `${containers.length === 1 ? ' and' : ';'} ${list(budgets)}`}`;
}

/** What the step after a sidecar waits for. */
function gateText(containers: readonly StartingContainer[], worstCase: number | undefined, subject: Subject): string {
  const [sidecar] = containers;
  const conditions = [
    ...(sidecar?.startupBudget === undefined ? [] : ['its startup probe succeeds']),
    ...(hasHook(subject, sidecar) ? ['its `postStart` hook has ended'] : []),
  ];
  if (conditions.length === 0) return 'the next begins as soon as it runs, since it has no startup probe';
  const bound = worstCase === undefined ? '' : `, at most ${seconds(worstCase)}`;
  return `the next waits until ${list(conditions)}${bound}`;
}

function hasHook({ workload }: Subject, starting: StartingContainer | undefined): boolean {
  const placed = workload.containers.find(({ path }) => path.toString() === starting?.path);
  return placed?.container.lifecycle?.postStart !== undefined;
}

function boundText(steps: readonly StartStep[], worstCase: number | undefined, subject: Subject): string {
  if (worstCase !== undefined) {
    return worstCase === 0
      ? 'no probe or hook holds the start up; pulling images and mounting volumes takes what it takes'
      : `everything has started within ${seconds(worstCase)}, or something is killed and tries again; pulling images and mounting volumes comes on top`;
  }
  const { inits } = subject;
  const unbound = [
    ...(inits.length === 0
      ? []
      : [`${names(inits.map(nameOf))} may run as long as ${inits.length === 1 ? 'it likes' : 'they like'}`]),
    ...(steps.some(({ role, worstCase: own }) => role !== 'init' && own === undefined)
      ? ['a `postStart` hook takes as long as it takes']
      : []),
  ];
  return `${boundOf(subject)}: ${list(unbound)}`;
}

function boundOf({ owner, spec }: Subject): string {
  const { activeDeadlineSeconds: ofPod } = spec;
  if (ofPod !== undefined) return `only the Pod's deadline of ${seconds(ofPod)} bounds the start`;
  const ofJob = 'job' in owner ? owner.job.activeDeadlineSeconds : undefined;
  return ofJob === undefined
    ? 'nothing here bounds the start'
    : `only the Job's deadline of ${seconds(ofJob)} bounds the start`;
}
