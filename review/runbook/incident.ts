import { amountText, byImportance, resourceName } from '../report/amounts';
import { kubectl } from '../report/handles';
import { lifeOf } from '../report/subject';
import { code, list, seconds, sentence } from '../report/words';
import { lastStates } from './diagnosis';
import type { Scene } from './scene';

/** A note on an incident: what the manifests know is filled in, the rest is for whoever is there. */
export interface IncidentNote {
  readonly object: string;
  readonly namespace?: string;
  readonly containers: readonly IncidentContainer[];
  /** What only the cluster knows, in the order in which it is asked for. */
  readonly blanks: readonly string[];
  /** The commands that fill the blanks. */
  readonly commands: readonly string[];
  readonly exitCodes: readonly ExitCode[];
}

/** One container in the note. */
export interface IncidentContainer {
  readonly name: string;
  readonly role: string;
  readonly image: string;
  /** Its limits in words: `256 MiB of memory`; `none`. */
  readonly limits: string;
}

/** An exit code with what it means for these containers. */
export interface ExitCode {
  readonly code: number;
  readonly sentence: string;
}

/** The note on an incident with a workload's Pods. */
export function incidentOf(scene: Scene): IncidentNote {
  const { handles, subject } = scene;
  const { identity } = subject.workload.entity;
  const amounts = new Map(subject.workload.resources.containers.map(({ limits, path }) => [path, limits]));
  return {
    object: `${identity.kind} ${identity.name}`,
    ...(identity.namespace !== undefined && { namespace: identity.namespace }),
    containers: subject.workload.containers
      .filter(({ role }) => role !== 'ephemeral')
      .map(({ container, path, role }) => ({
        name: container.name || '(no name)',
        role,
        image: container.image ?? '',
        limits: limitText(amounts.get(path.toString())),
      })),
    blanks: [
      'Pod',
      'Node',
      'Container',
      'Attempt (restart count)',
      'Exit code and reason',
      'Time of the last failure',
      'Image digest that ran',
    ],
    commands: [
      kubectl('get pod', handles, handles.pod, '-o', 'wide'),
      ...lastStates(scene),
      kubectl(
        'get pod',
        handles,
        handles.pod,
        '-o',
        'jsonpath={range .status.containerStatuses[*]}{.name} {.imageID}{"\\n"}{end}',
      ),
    ],
    exitCodes: exitCodesOf(subject),
  };
}

function limitText(limits: ReadonlyMap<string, Parameters<typeof amountText>[1]> | undefined): string {
  const sorted = [...(limits ?? [])].sort(([one], [other]) => byImportance(one, other));
  const texts = sorted.map(([resource, amount]) => `${amountText(resource, amount)} of ${resourceName(resource)}`);
  return texts.length === 0 ? 'none' : list(texts);
}

function exitCodesOf(subject: Scene['subject']): ExitCode[] {
  const { spec, workload } = subject;
  const { grace } = workload.stop;
  const limited = workload.resources.containers.some(({ limits }) => limits.has('memory'));
  const probed = subject.running.some(
    ({ container }) => (container.livenessProbe ?? container.startupProbe) !== undefined,
  );
  const lasting = lifeOf(subject) === 'lasting';
  const killers = [
    limited ? 'the kernel at a memory limit (reason `OOMKilled`)' : 'the kernel of a node without memory',
    `the kubelet ${seconds(grace)} after a stop that was not heeded${probed ? ', a failed probe among them' : ''}`,
  ];
  const told = [
    ...(spec.restartPolicy === 'Always' && lasting
      ? [{ code: 0, text: 'it ended well, and is started again all the same: a program here is not meant to end' }]
      : []),
    { code: 1, text: 'the program gave up by itself: its log says why' },
    {
      code: 126,
      text: 'the command is in the image and may not be executed: a wrong mode, or a script without its interpreter',
    },
    { code: 127, text: 'a shell did not find the command: it is not in the image, or not in `PATH`' },
    { code: 128, text: 'the runtime could not start the program (reason `StartError`)' },
    { code: 137, text: `killed (SIGKILL): by ${list(killers, 'or')}` },
    {
      code: 139,
      text: 'the program broke its own memory (SIGSEGV): a fault of the program, or an image for another architecture or C library',
    },
    {
      code: 143,
      text: `it was told to stop (SIGTERM) and did: a rollout, an eviction${probed ? ', a failed probe' : ''} or a deletion`,
    },
  ];
  return told.map(({ code: number, text }) => ({ code: number, sentence: sentence(`${code(number)}: ${text}`) }));
}
