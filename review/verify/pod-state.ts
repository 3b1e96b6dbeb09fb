import { code, names, sentence } from '../report/words';
import { containerMismatches } from './container-state';
import type { WorkloadFacts } from './facts';
import type { LivePod } from './live-pod';
import { hintFor, type Mismatch, type MismatchTopic } from './mismatch';
import { conditionOf, type LiveCondition } from './reading';
import { endText } from './state-words';

/** What is known of the owner of a Pod when the Pod is looked at. */
export interface PodContext {
  readonly facts: WorkloadFacts;
  /** Whether the Job that the Pod worked for has succeeded all the same. */
  readonly jobSucceeded: boolean;
}

/** What of a live Pod is not as its owner promises. Its phase is read through the owner: an end may be good or bad. */
export function podMismatches(pod: LivePod, context: PodContext): readonly Mismatch[] {
  const { facts } = context;
  if (pod.isTerminating) return [about(pod, 'info', 'phase', 'is being stopped: somebody has asked for its end')];
  const ended = endMismatch(pod, context);
  if (ended !== undefined) return ended;
  const scheduled = schedulingMismatch(pod, facts);
  if (scheduled !== undefined) return [scheduled];
  const containers = containerMismatches(pod, facts);
  const grave = containers.some(({ severity }) => severity === 'error');
  return grave ? containers : [...containers, ...conditionMismatch(pod, facts)];
}

/** A Pod that has ended, or of which nobody knows; undefined for one that is on its way or runs. */
function endMismatch(pod: LivePod, { facts, jobSucceeded }: PodContext): readonly Mismatch[] | undefined {
  const { message, phase, reason } = pod;
  const why = reason === undefined ? '' : `, reason ${code(reason)}`;
  const said = message === undefined ? '' : ` (${code(message)})`;
  switch (phase) {
    case 'Succeeded':
      if (facts.life !== 'lasting') return [];
      return [
        about(pod, 'error', 'phase', 'has the phase `Succeeded`: it has ended, and it is meant to run on', 'Running'),
      ];
    case 'Failed': {
      const text = `has the phase \`Failed\`${why}${said}${failedText(pod)}`;
      const hint = hintFor(reason, facts.file);
      const [severity, then] = failureOf(facts, jobSucceeded);
      return [{ ...about(pod, severity, 'phase', `${text}: ${then}`, facts.status), ...hint }];
    }
    case 'Unknown':
      return [
        about(pod, 'error', 'phase', `has the phase \`Unknown\`${why}: its node does not answer${said}`, 'Running'),
      ];
    case 'Pending':
    case 'Running':
      return undefined;
    case '':
      return [about(pod, 'error', 'status', 'has no phase: nobody in a cluster has looked at this object', 'Running')];
    default:
      return [about(pod, 'error', 'phase', `has the phase ${code(phase)}, which Kubernetes does not know`, 'Running')];
  }
}

function failureOf({ life, owner }: WorkloadFacts, jobSucceeded: boolean): readonly [Mismatch['severity'], string] {
  if (owner === undefined) return ['error', 'nobody starts it again'];
  if (life !== 'finite')
    return ['warning', `its ${owner} makes another in its place, and this one is there as a record only`];
  return jobSucceeded
    ? ['info', 'one attempt of a Job that has succeeded all the same']
    : ['warning', 'one attempt, and its Job decides whether there is another'];
}

function failedText(pod: LivePod): string {
  const broken = pod.containers.find(({ state }) => state.state === 'Terminated' && state.exitCode !== 0);
  return broken === undefined ? '' : `; ${code(broken.name)} ended ${endText(broken.state, broken)}`;
}

function schedulingMismatch(pod: LivePod, { file }: WorkloadFacts): Mismatch | undefined {
  const scheduled = conditionOf(pod.conditions, 'PodScheduled');
  if (scheduled?.status !== 'False' && (pod.node !== undefined || pod.phase === 'Running')) return undefined;
  const { message, reason } = scheduled ?? {};
  const why = reason === undefined ? '' : `, reason ${code(reason)}`;
  const said = message === undefined ? ': no scheduler has looked at it' : `: the scheduler says ${code(message)}`;
  return {
    ...about(pod, 'error', 'scheduling', `has no node (\`PodScheduled\` is not true${why})${said}`),
    ...hintFor(reason, file),
  };
}

/** What the conditions say beyond the containers. */
function conditionMismatch(pod: LivePod, facts: WorkloadFacts): readonly Mismatch[] {
  if (facts.life === 'finite') return [];
  const [readyNow, all] = pod.ready.split('/');
  const untrue = CONDITIONS.flatMap((type) => conditionOf(pod.conditions, type) ?? []).filter(
    ({ status }) => status !== 'True',
  );
  if (untrue.length === 0 && readyNow === all) return [];
  const isGate = readyNow === all && untrue.every(({ type }) => type === 'Ready');
  const gate = isGate ? ', since one of its readiness gates is not true' : '';
  const conditions =
    untrue.length === 0 ? '' : `: ${names(untrue.map(conditionText))} ${untrue.length === 1 ? 'is' : 'are'} not true`;
  const text = `shows READY \`${pod.ready}\`${conditions}${gate}${saidOf(untrue)}`;
  return [about(pod, 'error', 'readiness', text, facts.ready, pod.ready)];
}

/** In the order in which they come true. */
const CONDITIONS = ['Initialized', 'PodReadyToStartContainers', 'ContainersReady', 'Ready'];

function conditionText({ reason, type }: LiveCondition): string {
  return reason === undefined ? type : `${type} (${reason})`;
}

function saidOf(conditions: readonly LiveCondition[]): string {
  const message = conditions.find((each) => each.message !== undefined)?.message;
  return message === undefined ? '' : ` (${code(message)})`;
}

function about(
  pod: LivePod,
  severity: Mismatch['severity'],
  topic: MismatchTopic,
  text: string,
  expected?: string,
  actual?: string,
): Mismatch {
  const isPhase = topic === 'phase';
  return {
    severity,
    topic,
    object: pod.object,
    ...(expected !== undefined && { expected }),
    ...(isPhase ? { actual: pod.phase } : actual !== undefined && { actual }),
    sentence: sentence(`Pod ${code(pod.object.name)} ${text}`),
  };
}
