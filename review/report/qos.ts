import type { QosClass, QosObstacle } from '../../lib/kube/resources';
import type { Subject } from './subject';
import { code, list, sentence } from './words';

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

/** What has to change, said once for all containers that have to change in the same way. */
function wishes(obstacles: readonly QosObstacle[]): string[] {
  const groups = new Map<string, { readonly wish: Wish; readonly members: string[] }>();
  for (const [member, wish] of wishByMember(obstacles)) {
    const key = JSON.stringify(wish);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { wish, members: [member] });
    else group.members.push(member);
  }
  return [...groups.values()].map(({ members, wish }) => wishText(members, wish));
}

/** The limits that are missing, and those that are not requested. */
interface Wish {
  readonly missing: string[];
  readonly unasked: string[];
}

function wishByMember(obstacles: readonly QosObstacle[]): Map<string, Wish> {
  const wishes = new Map<string, Wish>();
  for (const { code: kind, container, resource } of obstacles) {
    const member = container === undefined ? 'the Pod itself' : code(container || '(no name)');
    const wish = wishes.get(member) ?? { missing: [], unasked: [] };
    (kind === 'no-limit' ? wish.missing : wish.unasked).push(resource === 'cpu' ? 'CPU' : resource);
    wishes.set(member, wish);
  }
  return wishes;
}

function wishText(members: readonly string[], { missing, unasked }: Wish): string {
  const isOne = members.length === 1;
  const parts = [
    ...(missing.length === 0
      ? []
      : [`${isOne ? 'needs' : 'need'} ${missing.length === 1 ? 'a limit' : 'limits'} of ${list(missing)}`]),
    ...(unasked.length === 0
      ? []
      : [
          `${isOne ? 'has' : 'have'} to request ${isOne ? 'its' : 'their'} ${unasked.length === 1 ? 'limit' : 'limits'} of ${list(unasked)}`,
        ]),
  ];
  return `${list(members)} ${list(parts)}`;
}

/** The kubelet looks at use over request first, then at the priority, then at how much the use is over. */
function evictionText({ workload }: Subject, priority: number | undefined): string {
  if (isCritical(priority)) return 'its Pods are critical: the kubelet does not evict them';
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

/** Whether a priority is one that keeps the kubelet from evicting a Pod from a node under pressure. */
export function isCritical(priority: number | undefined): boolean {
  return priority !== undefined && priority >= CRITICAL;
}

/** The priority of a workload's Pods, where the class is one of Kubernetes' own or among the reviewed objects. */
export function priorityOf({ around, spec, workload }: Subject): number | undefined {
  const { priority, priorityClassName: name } = spec;
  if (name === undefined || name === '') return priority;
  const known =
    SYSTEM_PRIORITIES.get(name) ?? around.clusterWide('PriorityClass', name, workload.entity)?.read('value');
  return typeof known === 'number' ? known : priority;
}

const CRITICAL = 2_000_000_000;
const SYSTEM_PRIORITIES: ReadonlyMap<string, number> = new Map([
  ['system-cluster-critical', CRITICAL],
  ['system-node-critical', CRITICAL + 1000],
]);
