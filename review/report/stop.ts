import { groupedBy, keyOf } from '../../lib/kube/groups';
import type { StopHook, StopStep, StoppingContainer } from '../../lib/kube/lifecycle';
import type { Subject } from './subject';
import { code, list, names, seconds, sentences } from './words';

/** The stop of a Pod, step by step; times in seconds. */
export interface StopReport {
  /** How long it has to end by itself. */
  readonly grace: number;
  /** The `preStop` hooks, which all begin at once. */
  readonly hooks: readonly StopHook[];
  /** The stop signals, in their order. */
  readonly steps: readonly StopStep[];
  /** The longest until every container is gone. */
  readonly worstCase: number;
  readonly sentences: readonly string[];
}

/** The stop of a workload's Pods. */
export function stopOf({ services, workload }: Subject): StopReport {
  const { grace, hooks, steps, worstCase } = workload.stop;
  const leaves =
    services.length > 0 &&
    'when it is asked to stop, Services begin to take it out; connections may still come for a moment';
  const texts =
    grace === 0
      ? [`its grace period is 0: it is gone from the API at once, and its containers have ${seconds(worstCase)} to end`]
      : [
          hooks.length > 0 && `at once ${list(hooks.map(hookText))}`,
          ...signalTexts(steps, grace, hooks),
          `whatever still runs after ${seconds(grace)} is killed`,
        ];
  return { grace, hooks, steps, worstCase, sentences: steps.length === 0 ? [] : sentences(leaves, ...texts) };
}

function hookText({ action, name, seconds: length }: StopHook): string {
  const who = code(name || '(no name)');
  switch (action) {
    case 'sleep':
      return `${who} goes on for ${seconds(Math.max(length ?? 0, 0))} (\`preStop\` sleep)`;
    case 'exec':
      return `the \`preStop\` command of ${who} runs`;
    case 'httpGet':
      return `the \`preStop\` request of ${who} is sent`;
    case 'tcpSocket':
      return `the \`preStop\` hook of ${who} fails, since a TCP connection cannot be one`;
  }
}

/** Regular containers together, then the sidecars one by one from last to first. */
function signalTexts(steps: readonly StopStep[], grace: number, hooks: readonly StopHook[]): string[] {
  const apps = steps.filter(({ role }) => role === 'app').flatMap(({ containers }) => containers);
  const sidecars = steps.filter(({ role }) => role === 'sidecar').flatMap(({ containers }) => containers);
  const order = sidecars.map(({ name }) => name || '(no name)');
  return [
    ...bySignal(apps).map(([signal, members]) => signalText(signal, members, hooks)),
    ...(sidecars.length === 0
      ? []
      : [
          `${names(order)} ${sidecars.length === 1 ? 'gets its' : 'get their'} signal after ${apps.length === 1 ? 'that one has' : 'those have'} ended${sidecars.length === 1 ? '' : ', in this order'}, with what is left of the ${seconds(grace)}`,
        ]),
  ];
}

function bySignal(containers: readonly StoppingContainer[]): [string, StoppingContainer[]][] {
  const groups = groupedBy(containers, (each) => keyOf(each.signal, each.windowAtMost, each.windowAtLeast));
  return [...groups.values()].map((members) => [members[0]?.signal ?? '', members]);
}

function signalText(signal: string, members: readonly StoppingContainer[], hooks: readonly StopHook[]): string {
  const who = names(members.map(({ name }) => name || '(no name)'));
  const [{ windowAtLeast, windowAtMost }] = members as readonly [StoppingContainer, ...StoppingContainer[]];
  const window =
    windowAtLeast === windowAtMost
      ? seconds(windowAtMost)
      : `between ${seconds(windowAtLeast)} and ${seconds(windowAtMost)}`;
  const after = members.some(({ name }) => hooks.some((hook) => hook.name === name)) ? ' then' : '';
  return `${who}${after} ${members.length === 1 ? 'gets' : 'get'} ${signal} and ${members.length === 1 ? 'has' : 'have'} ${window} to end`;
}
