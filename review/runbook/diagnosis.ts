import type { PodSecurityLevel } from '../../lib/kube/pod-security';
import { shellOf } from '../knowledge/image-shell';
import { isWindows } from '../knowledge/role';
import { nameWord } from '../knowledge/shell-word';
import { debugCommandFor } from '../report/debug-command';
import { containerWord, kubectl } from '../report/handles';
import { portsOf } from '../report/ports';
import { readyOf } from '../report/ready';
import { lifeOf, nameOf, restartPolicyOf } from '../report/subject';
import { code, names, sentences } from '../report/words';
import type { ReviewedContainer } from '../workload';
import { podWords } from './causes/service-chain';
import { clusterWide, type Scene } from './scene';

/** One step of a diagnosis: the steps are gone through in their order, and each is cheaper than the next. */
export interface DiagnosisStep {
  /** In kebab-case; stable. */
  readonly id: 'status' | 'events' | 'logs' | 'resources' | 'inside';
  readonly title: string;
  readonly sentences: readonly string[];
  readonly commands: readonly string[];
}

/** How to find out what is wrong with the Pods of a workload, in the fixed order. */
export function diagnosisOf(scene: Scene): DiagnosisStep[] {
  return [statusStep(scene), eventsStep(scene), logsStep(scene), resourcesStep(scene), insideStep(scene)];
}

function statusStep(scene: Scene): DiagnosisStep {
  const { handles, subject } = scene;
  const { owner, podMeaning } = handles;
  return {
    id: 'status',
    title: 'Phase and conditions',
    sentences: [
      ...(podMeaning === undefined ? [] : [podMeaning]),
      readyOf(subject).sentence,
      ...sentences(
        'the conditions come one after the other: `PodScheduled`, `Initialized`, `ContainersReady`, `Ready`; the first that is `False` says why',
        'each container is `Waiting`, `Running` or `Terminated`, with a reason, and its last state says how it ended before',
        lifeOf(subject) === 'finite' &&
          'the phase is read through its owner: `Succeeded` is what is wanted here, and `Failed` is one of its tries',
      ),
    ],
    commands: [
      ...(owner === undefined ? [] : [kubectl('get', handles, owner)]),
      ...(rolls(scene) && owner !== undefined
        ? [kubectl('rollout status', handles, owner, '--timeout=30s'), kubectl('rollout history', handles, owner)]
        : []),
      ...(owner === undefined
        ? [kubectl('get pod', handles, handles.pod, '-o', 'wide')]
        : [kubectl('get pods', handles, ...podWords(scene))]),
      scene.describePod,
      kubectl(
        'get pod',
        handles,
        handles.pod,
        '-o',
        `jsonpath={range .status.conditions[*]}{.type}={.status} {.reason} {.message}{"\\n"}{end}`,
      ),
    ],
  };
}

/** Of these kubectl knows rollouts; where somebody deletes the Pods by hand there is none to wait for. */
function rolls({ subject: { owner } }: Scene): boolean {
  if (owner.kind === 'Deployment') return true;
  return (owner.kind === 'StatefulSet' || owner.kind === 'DaemonSet') && owner.spec.updateStrategy?.type !== 'OnDelete';
}

function eventsStep({ handles, subject }: Scene): DiagnosisStep {
  const { kind } = subject.owner;
  const makers: Readonly<Record<string, string>> = { Deployment: 'its ReplicaSets', CronJob: 'its Jobs' };
  return {
    id: 'events',
    title: 'Events, from the last line up',
    sentences: sentences(
      'the newest stands last; after an hour they are gone, so save them first',
      kind !== 'Pod' &&
        `where there is no Pod, ${makers[kind] ?? `the ${kind}`} ${makers[kind] === undefined ? 'says' : 'say'} why none could be made (\`FailedCreate\`)`,
    ),
    commands: [
      kubectl('events', handles, '--for', `pod/${handles.pod}`),
      ...(handles.owner === undefined
        ? []
        : [
            kubectl('events', handles, '--for', handles.owner),
            kubectl('get events', handles, '--field-selector', 'reason=FailedCreate'),
          ]),
    ],
  };
}

function logsStep({ handles, subject }: Scene): DiagnosisStep {
  const containers = subject.workload.containers.filter(({ role }) => role !== 'ephemeral');
  const again = containers.filter((each) => restartPolicyOf(each, subject.spec) !== 'Never' && each.role !== 'init');
  const logs = (placed: ReviewedContainer, ...flags: readonly string[]) =>
    kubectl('logs', handles, handles.pod, '-c', containerWord(nameOf(placed)), ...flags);
  return {
    id: 'logs',
    title: 'Logs, of the last run first',
    sentences: sentences(
      again.length > 0 && '`--previous` is the run before the last start: it holds the reason of a crash',
      containers.length > 1 && `in the order in which they start: ${names(containers.map(nameOf))}`,
    ),
    commands: containers.flatMap((each) => [
      ...(again.includes(each) ? [logs(each, '--previous')] : []),
      logs(each, '--tail=200'),
    ]),
  };
}

function resourcesStep(scene: Scene): DiagnosisStep {
  const { handles, subject } = scene;
  const isThrottled = subject.workload.resources.containers.some(({ limits }) => limits.has('cpu'));
  return {
    id: 'resources',
    title: 'State of its resources',
    sentences: sentences(
      'a last state with exit code 137 and `OOMKilled` is a question of memory, 137 without it one of probes or of a stop that took too long',
      isThrottled && 'at its CPU limit a container is throttled, not killed: it answers too late, and its probes fail',
    ),
    commands: [
      ...lastStates(scene),
      kubectl('top pod', handles, handles.pod, '--containers'),
      clusterWide('describe node', 'NODE'),
    ],
  };
}

/** Prints name, restarts, exit code, reason and time of every container, a line each. */
export function lastStates({ handles, subject }: Scene): string[] {
  const { inits, running, sidecars, spec } = subject;
  const lists = [...(inits.length + sidecars.length === 0 ? [] : ['initContainerStatuses']), 'containerStatuses'];
  const isOnce = running.every((each) => restartPolicyOf(each, spec) === 'Never');
  const ended = isOnce ? '.state.terminated' : '.lastState.terminated';
  const line = `{.name} restarts={.restartCount} exit={${ended}.exitCode} {${ended}.reason} {${ended}.finishedAt}{"\\n"}`;
  return lists.map((list) =>
    kubectl('get pod', handles, handles.pod, '-o', `jsonpath={range .status.${list}[*]}${line}{end}`),
  );
}

function insideStep(scene: Scene): DiagnosisStep {
  const { handles, subject } = scene;
  const { workload } = subject;
  const own = new Set(subject.apps.map(nameOf));
  const open = portsOf(subject).ports.filter(({ protocol }) => protocol === 'TCP');
  const doors = [
    ...open.filter(({ container }) => own.has(container)),
    ...open.filter(({ container }) => !own.has(container)),
  ];
  const forwards = doors
    .slice(0, MOST_DOORS)
    .map(({ port }) => kubectl('port-forward', handles, `pod/${handles.pod}`, `${localPort(port)}:${port}`));
  const [app] = subject.apps;
  return {
    id: 'inside',
    title: 'Inside: port-forward, exec, debug',
    sentences: sentences(
      'these find the cause and never mend it: what is changed inside a container is gone with it, and nobody sees it in Git',
      ...(app === undefined ? [] : doorText(app, scene)),
      ...copyTexts(scene),
    ),
    commands: [...forwards, ...(app === undefined ? [] : insideCommands(app, scene, workload.podSecurity))],
  };
}

const MOST_DOORS = 4;

/** Low ports are root's on the own machine, too. */
function localPort(port: number): number {
  return port < 1024 ? port + 8000 : port;
}

function insideCommands(app: ReviewedContainer, scene: Scene, level: PodSecurityLevel): string[] {
  const { handles, subject } = scene;
  const container = containerWord(nameOf(app));
  if (isWindows(subject.workload)) return [kubectl('exec', handles, '-it', handles.pod, '-c', container, '--', 'cmd')];
  const shell = kubectl('exec', handles, '-it', handles.pod, '-c', container, '--', 'sh');
  const { command } = debugCommandFor(app, subject, level);
  return shellOf(app) === 'no' ? [command] : [shell, command];
}

function doorText(app: ReviewedContainer, { subject }: Scene): string[] {
  if (isWindows(subject.workload)) return [];
  const { because } = debugCommandFor(app, subject, subject.workload.podSecurity);
  const shell = shellOf(app);
  const name = code(nameOf(app));
  const first =
    shell === 'no'
      ? `the image of ${name} has no shell, by its name: \`kubectl exec\` finds nothing to run, so a debug container goes beside it`
      : shell === 'unknown'
        ? `whether the image of ${name} has a shell, nothing here says; without one \`kubectl exec\` fails, and a debug container goes beside it`
        : `${name} has a shell; a debug container beside it brings tools that its image lacks`;
  return [
    first,
    because,
    'it takes the right to patch `pods/ephemeralcontainers`, and stays in the Pod for as long as that is there',
  ];
}

/** A copy with the labels of production is production: for Services, owners and budgets alike. */
function copyTexts({ subject: { budgets, owner, services } }: Scene): string[] {
  const takers = [
    ...services.map(({ identity }) => `Service ${code(identity.name)} would send it clients`),
    ...(owner.kind === 'Deployment' || owner.kind === 'ReplicaSet'
      ? ['a ReplicaSet would count it as one of its own']
      : []),
    ...(owner.kind === 'StatefulSet' || owner.kind === 'DaemonSet'
      ? [`the ${owner.kind} would count it as one of its own`]
      : []),
    ...budgets.map(
      ({ entity }) => `PodDisruptionBudget ${code(nameWord(entity.identity.name, 'BUDGET'))} would count it`,
    ),
  ];
  if (takers.length === 0) return [];
  return [
    `a copy (\`kubectl debug --copy-to\`) comes without labels: leave out \`--keep-labels\`, or ${takers.join(', and ')}; delete the copy afterwards`,
  ];
}
