import type { NodeAffinity, PodAffinityTerm } from '../../lib/kube/api/scheduling';
import { podTermText, spreadText, termText } from './affinity-words';
import type { Answer } from './answer';
import { amountsText } from './amounts';
import { labelsText } from './requirement-words';
import type { Subject } from './subject';
import { tolerationsText } from './tolerations';
import { code, list, names, sentences } from './words';

/** Where the Pods of a workload may run. */
export interface NodesReport {
  /** The nodes that it may run on, in one sentence. */
  readonly eligible: string;
  /** What else has to be true of a node, each a sentence. */
  readonly hard: readonly string[];
  /** What the scheduler tries, each a sentence. */
  readonly soft: readonly string[];
  /** What keeps the scheduler from deciding by these rules alone, each a sentence. */
  readonly open: readonly string[];
}

/** The nodes that the spec allows. */
export function nodesOf(subject: Subject): NodesReport {
  const { schedulerName = 'default-scheduler', schedulingGates = [] } = subject.spec;
  return {
    eligible: eligibleNodes(subject),
    hard: sentences(...hardRules(subject)),
    soft: sentences(...softRules(subject)),
    open: sentences(
      schedulerName !== 'default-scheduler' &&
        `the scheduler ${code(schedulerName)} places it, by rules that this YAML does not show`,
      schedulingGates.length > 0 &&
        `it is not scheduled before somebody removes ${names(schedulingGates.map(({ name }) => name))} from its \`schedulingGates\``,
    ),
  };
}

/** Where may it run? */
export function whereAnswer({ eligible, hard, open, soft }: NodesReport): Answer {
  return { id: 'where', question: 'Where may it run?', sentences: [eligible, ...hard, ...soft], open };
}

function eligibleNodes({ owner, spec, workload }: Subject): string {
  const [pods, runs] =
    owner.kind === 'DaemonSet' ? ['One Pod on every node', 'One Pod on node'] : ['Any node', 'Only node'];
  if (spec.nodeName !== undefined && spec.nodeName !== '') {
    const asked = owner.kind === 'DaemonSet' ? '' : ': the scheduler is not asked';
    return `${runs} ${code(spec.nodeName)}${asked}.`;
  }
  const labels = labelsText(spec.nodeSelector ?? {});
  const wanted = [labels, requiredTerms(spec.affinity?.nodeAffinity)].filter((text) => text !== '');
  const room = amountsText(new Map([...workload.resources.requests].map(([name, { amount }]) => [name, amount])));
  const withRoom = room === '' ? '' : ` that has ${room} to set aside`;
  if (wanted.length === 0) {
    return room === '' ? `${pods}: it asks for nothing that a node could lack.` : `${pods}${withRoom}.`;
  }
  const start = owner.kind === 'DaemonSet' ? 'One Pod on every node' : 'Only nodes';
  const plural = owner.kind === 'DaemonSet' ? withRoom : withRoom.replace('that has', 'that have');
  return `${start} with ${list(wanted, 'and also')}${plural === '' ? '' : `,${plural}`}.`;
}

/** Terms are alternatives, the requirements of one all have to hold. */
function requiredTerms(affinity: NodeAffinity | undefined): string {
  const required = affinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (required === undefined) return '';
  const terms = required.nodeSelectorTerms.map(termText);
  return terms.length === 0 ? 'nothing, which no node satisfies' : list(terms, 'or else');
}

function hardRules({ owner, spec, workload }: Subject): (string | false | undefined)[] {
  const { affinity = {}, runtimeClassName, tolerations = [], topologySpreadConstraints = [] } = spec;
  const namespace = workload.entity.identity.namespace;
  const near = affinity.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const apart = affinity.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const spread = topologySpreadConstraints.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule');
  const ports = workload.containers.flatMap(({ container }) => container.ports ?? []).flatMap(hostPortOf);
  return [
    taintsText(spec.nodeName, tolerationsText(tolerations), owner.kind === 'DaemonSet'),
    ...near.map((term) => `it must run beside ${podTermText(term, namespace)}`),
    ...apart.map((term) => `it must not run beside ${podTermText(term, namespace)}`),
    ...spread.map((constraint) => `it must be ${spreadText(constraint)}`),
    ports.length > 0 &&
      `at most one of its Pods fits on a node: each takes ${ports.length === 1 ? 'port' : 'ports'} ${names([...new Set(ports)])} of the node itself`,
    runtimeClassName !== undefined && `the node must offer what RuntimeClass ${code(runtimeClassName)} asks for`,
  ];
}

function taintsText(
  nodeName: string | undefined,
  tolerated: string | undefined,
  isDaemon: boolean,
): string | undefined {
  const always = 'nodes that are cordoned, not ready, unreachable or short of memory, disk or process ids';
  if (isDaemon) {
    const own = tolerated ?? 'no node with another taint';
    return tolerated?.includes('every taint') === true
      ? tolerated
      : `it also runs on ${always}; ${tolerated === undefined ? `on ${own}` : own}`;
  }
  if (nodeName !== undefined && nodeName !== '') return undefined;
  return tolerated ?? 'no node with a taint that keeps Pods away: it tolerates none';
}

function softRules({ spec, workload }: Subject): (string | false | undefined)[] {
  const { affinity = {}, tolerations = [], topologySpreadConstraints = [] } = spec;
  const namespace = workload.entity.identity.namespace;
  const nodes = affinity.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const near = affinity.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const apart = affinity.podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const spread = topologySpreadConstraints.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'ScheduleAnyway');
  const mild = tolerations.filter(({ effect }) => effect === 'PreferNoSchedule').map(({ key = '' }) => key);
  const preferred = (weight: number, text: string) => `${text}, where that can be had (weight ${weight})`;
  const podTerm = (term: PodAffinityTerm) => podTermText(term, namespace);
  return [
    ...nodes.map(({ preference, weight }) => preferred(weight, `on nodes with ${termText(preference)}`)),
    ...near.map(({ podAffinityTerm, weight }) => preferred(weight, `beside ${podTerm(podAffinityTerm)}`)),
    ...apart.map(({ podAffinityTerm, weight }) => preferred(weight, `not beside ${podTerm(podAffinityTerm)}`)),
    ...spread.map((constraint) => `${spreadText(constraint)}, where that can be had`),
    mild.length > 0 && `it does not avoid nodes tainted ${names(mild, 'or')} with \`PreferNoSchedule\``,
  ];
}

function hostPortOf({
  hostPort,
  protocol = 'TCP',
}: {
  readonly hostPort?: number;
  readonly protocol?: string;
}): string[] {
  return hostPort === undefined || hostPort === 0 ? [] : [`${hostPort}/${protocol}`];
}
