import type { QosClass, QosObstacle } from '../../lib/kube/resources';
import type { Subject } from './subject';
import { code, count, list, sentence } from './words';

/** How well a Pod is protected when its node runs short, and why. */
export interface QosReport {
  readonly qosClass: QosClass;
  /** The field that decides. */
  readonly path: string;
  /** The class with its reason, as a sentence. */
  readonly sentence: string;
  /** Everything that keeps it from being `Guaranteed`. */
  readonly obstacles: readonly QosObstacle[];
  /** What has to change for `Guaranteed`, as a sentence; left out where it is. */
  readonly toGuaranteed?: string;
  /** When its Pods are evicted from a node under pressure, as a sentence. */
  readonly eviction: string;
  /** The priority of its Pods, where the class is one of Kubernetes' own or among the reviewed objects. */
  readonly priority?: number;
}

/** The QoS class of a workload's Pods. */
export function qosOf(subject: Subject): QosReport {
  const { obstacles, path, qosClass } = subject.workload.qos;
  const priority = priorityOf(subject);
  return {
    qosClass,
    path,
    sentence: sentence(`${qosClass}: ${becauseText(subject)}`),
    obstacles,
    ...(obstacles.length > 0 && { toGuaranteed: sentence(`for \`Guaranteed\` ${list(wishes(obstacles))}`) }),
    eviction: sentence(evictionText(subject, priority)),
    ...(priority !== undefined && { priority }),
  };
}

function becauseText({ workload }: Subject): string {
  const { because, obstacles, path, qosClass } = workload.qos;
  const isPodLevel =
    path.endsWith('.spec.resources') || path.includes('.spec.resources.') || /^spec\.resources(\.|$)/.test(path);
  const who = isPodLevel ? 'the Pod itself' : 'no container';
  if (qosClass === 'BestEffort') {
    return isPodLevel
      ? `${who} asks for neither CPU nor memory, and its own \`resources\` decide`
      : `${who} has a request or limit of CPU or memory`;
  }
  if (qosClass === 'Guaranteed') {
    return isPodLevel
      ? `${who} requests its limits of CPU and memory`
      : 'every container requests its limits of CPU and memory';
  }
  const obstacle = obstacles.find((each) => each.path === path);
  if (obstacle !== undefined) {
    const whose =
      obstacle.container === undefined
        ? 'of the Pod itself'
        : `in container ${code(obstacle.container || '(no name)')}`;
    return `${because} ${whose} (${code(path)})`;
  }
  return `${code(path)} ${because}`;
}

/** What is the same of CPU and memory is said of a container once. */
function wishes(obstacles: readonly QosObstacle[]): string[] {
  const alike = new Map<string, QosObstacle[]>();
  for (const each of obstacles) {
    const key = `${each.code} ${each.container ?? '/'}`;
    alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  const few = [...alike.values()].slice(0, MOST_WISHES);
  const rest = obstacles.length - few.flat().length;
  const wished = few.map(wishText);
  return rest > 0 ? [...wished, `${count(rest, 'field')} more ${rest === 1 ? 'has' : 'have'} to change`] : wished;
}

function wishText(alike: readonly QosObstacle[]): string {
  const [first] = alike;
  const whose = first?.container === undefined ? 'the Pod itself' : code(first.container || '(no name)');
  const resources = alike.map(({ resource }) => (resource === 'cpu' ? 'CPU' : resource));
  if (first?.code === 'no-limit') return `${whose} needs ${list(resources.map((name) => `a ${name} limit`))}`;
  return `${whose} has to request its ${list(resources)} ${resources.length === 1 ? 'limit' : 'limits'}`;
}

/** The kubelet looks at use over request first, then at the priority, then at how much the use is over. */
function evictionText({ workload }: Subject, priority: number | undefined): string {
  if (priority !== undefined && priority >= CRITICAL) return 'its Pods are critical: the kubelet does not evict them';
  const { limits, requests, unlimited } = workload.resources;
  const memory = requests.get('memory')?.amount;
  const most = unlimited.includes('memory') ? undefined : limits.get('memory')?.amount;
  const rank = 'among such Pods lower priority goes first, then whoever is further over its request';
  if (memory === undefined || memory.isZero()) {
    return `a node short of memory evicts it among the first, since whatever it uses is over its request: ${rank}`;
  }
  if (workload.qos.qosClass === 'Guaranteed' || (most !== undefined && most.compare(memory) <= 0)) {
    return 'a node short of memory evicts it among the last, since it cannot use more than it requests';
  }
  return `a node short of memory evicts it among the first while it uses more memory than it requests: ${rank}`;
}

function priorityOf({ around, spec }: Subject): number | undefined {
  const { priority, priorityClassName: name } = spec;
  if (name === undefined || name === '') return priority;
  const known = SYSTEM_PRIORITIES.get(name) ?? around.clusterWide('PriorityClass', name)?.read('value');
  return typeof known === 'number' ? known : priority;
}

const MOST_WISHES = 4;
const CRITICAL = 2_000_000_000;
const SYSTEM_PRIORITIES: ReadonlyMap<string, number> = new Map([
  ['system-cluster-critical', CRITICAL],
  ['system-node-critical', CRITICAL + 1000],
]);
