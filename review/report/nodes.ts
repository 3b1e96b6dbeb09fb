import type { ContainerPort } from '../../lib/kube/api/container';
import type { PodSpec } from '../../lib/kube/api/pod';
import type { NodeAffinity, PodAffinityTerm } from '../../lib/kube/api/scheduling';
import { podTermText, spreadText, termText } from './affinity-words';
import type { Volume } from '../../lib/kube/api/volume';
import { selects } from '../../lib/kube/validation/label-selector';
import type { Workload } from '../workload';
import type { Answer } from './answer';
import type { Owner } from './owner';
import { volumeKindOf } from './volume-kinds';
import { amountsText } from './amounts';
import { labelsText } from './requirement-words';
import type { Subject } from './subject';
import { toleratesAll, tolerationsText } from './tolerations';
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
  const isDaemon = owner.kind === 'DaemonSet';
  if (spec.nodeName !== undefined && spec.nodeName !== '') {
    const node = code(spec.nodeName);
    return isDaemon ? `One Pod, on node ${node}.` : `Only node ${node}: the scheduler is not asked.`;
  }
  const room = amountsText(new Map([...workload.resources.requests].map(([name, { amount }]) => [name, amount])));
  const wanted = [labelsText(spec.nodeSelector ?? {}), requiredTerms(spec.affinity?.nodeAffinity)].filter(
    (text) => text !== '',
  );
  if (wanted.length === 0) {
    if (room !== '') return `${isDaemon ? 'One Pod on every node' : 'Any node'} that has ${room} to set aside.`;
    return isDaemon ? 'One Pod on every node, however little it has left.' : 'Any node, however little it has left.';
  }
  const start = isDaemon ? 'One Pod on every node' : 'Only nodes';
  const withRoom = room === '' ? '' : ` that ${isDaemon ? 'has' : 'have'} ${room} to set aside`;
  return `${start} with ${list(wanted, 'and also')}${withRoom}.`;
}

/** Terms are alternatives, the requirements of one all have to hold. */
function requiredTerms(affinity: NodeAffinity | undefined): string {
  const required = affinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (required === undefined) return '';
  const terms = required.nodeSelectorTerms.map(termText);
  return terms.length === 0 ? 'nothing, which no node satisfies' : list(terms, 'or else');
}

function hardRules({ owner, spec, workload }: Subject): (string | false | undefined)[] {
  const { affinity = {}, runtimeClassName, topologySpreadConstraints = [], volumes = [] } = spec;
  const namespace = workload.entity.identity.namespace;
  const near = affinity.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const apart = affinity.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const spread = topologySpreadConstraints.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule');
  const mounted = storageOf(owner, volumes);
  const ports = workload.containers
    .flatMap(({ container }) => container.ports ?? [])
    .flatMap((port) => hostPortOf(port, spec.hostNetwork === true));
  return [
    taintsText(spec, owner.kind === 'DaemonSet'),
    ...near.map((term) => `it must run beside ${podTermText(term, namespace)}`),
    ...apart.map((term) => `it must not run beside ${podTermText(term, namespace)}${ownText(term, workload)}`),
    ...spread.map((constraint) => `it must be ${spreadText(constraint)}`),
    ports.length > 0 &&
      `at most one of its Pods fits on a node: each takes ${ports.length === 1 ? 'port' : 'ports'} ${names([...new Set(ports)])} of the node itself`,
    mounted.length > 0 && `the node must be able to reach ${names(mounted)}`,
    runtimeClassName !== undefined && `the node must offer what RuntimeClass ${code(runtimeClassName)} asks for`,
  ];
}

/** A term that the Pods of the workload match themselves keeps them apart from one another. */
function ownText(
  { labelSelector, namespaceSelector, namespaces = [] }: PodAffinityTerm,
  { entity, podLabels }: Workload,
): string {
  const isElsewhere = namespaces.length > 0 && !namespaces.includes(entity.identity.namespace ?? '');
  if (isElsewhere && namespaceSelector === undefined) return '';
  return selects(labelSelector, podLabels) === true ? ', and its own Pods are such' : '';
}

/** Claims and other storage that only some nodes may be able to reach. */
function storageOf(owner: Owner, volumes: readonly Volume[]): string[] {
  const templates = owner.kind === 'StatefulSet' ? (owner.spec.volumeClaimTemplates ?? []) : [];
  const stored = volumes.filter(
    (volume) => ['kept', 'unknown'].includes(volumeKindOf(volume).survival.pod) || volume.ephemeral,
  );
  return [...new Set([...templates.map(({ metadata }) => metadata?.name ?? ''), ...stored.map(({ name }) => name)])];
}

function taintsText({ nodeName, tolerations = [] }: PodSpec, isDaemon: boolean): string | undefined {
  const tolerated = tolerationsText(tolerations);
  if (isDaemon) {
    if (toleratesAll(tolerations)) return tolerated;
    const always = 'nodes that are cordoned, not ready, unreachable or short of memory, disk or process ids';
    return `it also runs on ${always}; ${tolerated ?? 'nodes with other taints that keep Pods away are closed to it'}`;
  }
  if (nodeName !== undefined && nodeName !== '') return undefined;
  return tolerated ?? 'nodes whose taints keep Pods away are closed to it: it tolerates none';
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

/** On the node's own network every port of a container is one of the node. */
function hostPortOf({ containerPort, hostPort, protocol = 'TCP' }: ContainerPort, isOnHost: boolean): string[] {
  const port = hostPort || (isOnHost ? containerPort : 0);
  return port === 0 ? [] : [`${port}/${protocol}`];
}
