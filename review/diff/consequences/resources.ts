import { printBytes, printCores, type QuantityValue } from '../../../lib/kube/quantity';
import type { ContainerAmounts } from '../../../lib/kube/resources';
import { count } from '../../report/words';
import type { Workload } from '../../workload';
import { danger, notice, type Consequence } from '../consequence';
import { podsDo, type WorkloadChange } from '../change';

/** Limits, the QoS class, and what the workload asks for before and after. */
export function* resourceConsequences({ was, is, after, landscapes }: WorkloadChange): Generator<Consequence> {
  const before = new Map(was.resources.containers.map((each) => [each.name, each]));
  for (const each of is.resources.containers) {
    const old = before.get(each.name);
    if (old === undefined) continue;
    yield* memoryConsequences(old, each);
    yield* cpuConsequences(old, each);
  }
  if (was.qos.qosClass !== is.qos.qosClass) {
    const sentence = `${podsDo(after, 'are', 'is')} ${is.qos.qosClass} instead of ${was.qos.qosClass} (\`${is.qos.path}\` ${is.qos.because}).`;
    yield RANK[is.qos.qosClass] < RANK[was.qos.qosClass] ? danger('qos', sentence) : notice('qos', sentence);
  }
  const isScaled = landscapes.before.autoscalersOf(was).length > 0 || landscapes.after.autoscalersOf(is).length > 0;
  const [costWas, cost] = [costOf(was, isScaled), costOf(is, isScaled)];
  if (costWas !== cost) yield notice('cost', `${after.title} asks for ${cost} instead of ${costWas}.`);
}

const RANK = { BestEffort: 0, Burstable: 1, Guaranteed: 2 };

function* memoryConsequences(old: ContainerAmounts, now: ContainerAmounts): Generator<Consequence> {
  const [was, is] = [old.limits.get('memory'), now.limits.get('memory')];
  if (was === undefined && is === undefined) return;
  if (was === undefined && is !== undefined) {
    yield danger('memory', `\`${now.name}\` is killed from now on when it uses more than ${printBytes(is)} of memory.`);
  } else if (was !== undefined && is === undefined) {
    yield danger('memory', `\`${now.name}\` has no memory limit any more: it can use all of its node.`);
  } else if (was !== undefined && is !== undefined && is.compare(was) < 0) {
    yield danger('memory', `\`${now.name}\` is killed at ${printBytes(is)} of memory instead of ${printBytes(was)}.`);
  } else if (was !== undefined && is !== undefined && is.compare(was) > 0) {
    yield notice('memory', `\`${now.name}\` may use ${printBytes(is)} of memory instead of ${printBytes(was)}.`);
  }
}

/** More than its limit a container does not get, however idle its node is. */
function* cpuConsequences(old: ContainerAmounts, now: ContainerAmounts): Generator<Consequence> {
  const [was, is] = [old.limits.get('cpu'), now.limits.get('cpu')];
  if (was === undefined && is !== undefined) {
    yield danger('cpu', `\`${now.name}\` is slowed down from now on when it uses more than ${printCores(is)}.`);
  } else if (was !== undefined && is === undefined) {
    yield notice('cpu', `\`${now.name}\` has no CPU limit any more: it may use what its node has to spare.`);
  } else if (was !== undefined && is !== undefined && is.compare(was) < 0) {
    yield danger('cpu', `\`${now.name}\` is slowed down at ${printCores(is)} instead of ${printCores(was)}.`);
  } else if (was !== undefined && is !== undefined && is.compare(was) > 0) {
    yield notice('cpu', `\`${now.name}\` may use ${printCores(is)} instead of ${printCores(was)}.`);
  }
}

/** What all replicas ask for; what one Pod does, where their number is not the object's or an autoscaler decides on it. */
function costOf(workload: Workload, isScaled: boolean): string {
  const replicas = isScaled ? undefined : workload.replicas;
  if (replicas === 0) return 'nothing';
  const amount = (resource: string, print: (quantity: QuantityValue) => string) => {
    const request = workload.resources.requests.get(resource)?.amount;
    if (request === undefined || request.isZero()) return resource === 'cpu' ? 'no CPU' : 'no memory';
    return `${print(request.times(replicas ?? 1))}${resource === 'cpu' ? '' : ' of memory'}`;
  };
  const each = replicas === undefined ? ' for each Pod' : ` for ${count(replicas, 'Pod')}`;
  return `${amount('cpu', printCores)} and ${amount('memory', printBytes)}${each}`;
}
