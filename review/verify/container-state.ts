import { code, sentence, times } from '../report/words';
import type { WorkloadFacts } from './facts';
import type { LiveContainer, LivePod } from './live-pod';
import { hintFor, type Mismatch } from './mismatch';
import { endText, isOnItsWay, waitText } from './state-words';

/** What of the containers of a Pod is not as promised: of a Pod that has a node and has not ended. */
export function containerMismatches(pod: LivePod, facts: WorkloadFacts): readonly Mismatch[] {
  const startsFirst = pod.containers.find(isStillStarting);
  return pod.containers.flatMap((container) => {
    const now = stateMismatch(container, pod, facts, startsFirst);
    return [...(now === undefined ? [] : [now]), ...restartMismatch(container, pod, facts)];
  });
}

/** An init container that has not ended, or a sidecar that has not started, holds up all after it. */
function isStillStarting({ role, started, state }: LiveContainer): boolean {
  if (role === 'init') return state.state !== 'Terminated' || state.exitCode !== 0;
  return role === 'sidecar' && (state.state !== 'Running' || started === false);
}

function stateMismatch(
  container: LiveContainer,
  pod: LivePod,
  facts: WorkloadFacts,
  startsFirst: LiveContainer | undefined,
): Mismatch | undefined {
  const { image, role, state } = container;
  // A Pod that serves is not there yet; one that works towards an end has time.
  const onItsWay = facts.life === 'finite' ? 'info' : 'error';
  const told = (severity: Mismatch['severity'], text: string, hint: { readonly hint?: string } = {}): Mismatch => ({
    severity,
    topic: 'container',
    object: pod.object,
    container: container.name,
    actual: { ...state },
    sentence: sentence(`${whose(container, pod)} ${text}`),
    ...hint,
  });
  if (role === 'ephemeral') return told('info', 'was added to the running Pod for debugging, and goes with it');
  switch (state.state) {
    case 'Waiting': {
      const { message, reason } = state;
      if (isOnItsWay(reason) && startsFirst !== undefined && startsFirst !== container) return undefined;
      const words = waitText(reason ?? 'ContainerCreating', image);
      const why = reason === undefined ? '' : `, reason ${code(reason)}`;
      const tells = `${words === '' ? '' : `: ${words}`}${messageText(message)}`;
      const hint = isOnItsWay(reason) ? {} : hintFor(reason, facts.file);
      return told(isOnItsWay(reason) ? onItsWay : 'error', `is \`Waiting\`${why}${tells}`, hint);
    }
    case 'Running':
      if (role === 'init') return told(onItsWay, 'is still running, and the containers after it wait for its end');
      return container.ready || facts.life === 'finite' ? undefined : unready(container, pod, facts);
    case 'Terminated': {
      const isDone = state.exitCode === 0 && (role === 'init' || facts.life !== 'lasting');
      const reason = state.reason === 'Completed' || state.reason === 'Error' ? undefined : state.reason;
      return isDone ? undefined : told('error', `has ended ${endText(state, container)}`, hintFor(reason, facts.file));
    }
    case 'Unknown':
      return undefined;
  }
}

function unready(container: LiveContainer, pod: LivePod, { file }: WorkloadFacts): Mismatch {
  const probe = container.started === false ? 'startup' : 'readiness';
  return {
    severity: 'error',
    topic: 'readiness',
    object: pod.object,
    container: container.name,
    expected: true,
    actual: false,
    sentence: sentence(
      `${whose(container, pod)} is \`Running\` and not ready: its ${probe} probe has not succeeded${probe === 'startup' ? ' yet' : ', and no Service sends it traffic'}`,
    ),
    ...hintFor('NotReady', file),
  };
}

/** A container that runs again: that it was killed for its memory will happen again, the rest is worth knowing. */
function* restartMismatch(container: LiveContainer, pod: LivePod, { file }: WorkloadFacts): Generator<Mismatch> {
  const { last, restarts } = container;
  if (restarts === 0 && last === undefined) return;
  const isForMemory = last?.reason === 'OOMKilled';
  const end = last === undefined ? '' : `; the last time it ended ${endText(last, container)}`;
  yield {
    severity: isForMemory ? 'warning' : 'info',
    topic: 'restarts',
    object: pod.object,
    container: container.name,
    expected: 0,
    actual: restarts,
    sentence: sentence(`${whose(container, pod)} was started again ${times(restarts)}${end}`),
    ...(isForMemory ? hintFor('OOMKilled', file) : {}),
  };
}

/** What a runtime says may be a page long. */
function messageText(message: string | undefined): string {
  return message === undefined ? '' : ` (${code(message)})`;
}

function whose({ name, role }: LiveContainer, { object }: LivePod): string {
  return `${ROLES[role]} ${code(name)} of Pod ${code(object.name)}`;
}

const ROLES = {
  init: 'init container',
  sidecar: 'sidecar',
  app: 'container',
  ephemeral: 'ephemeral container',
} as const;
