import { groupedBy } from '../../lib/kube/groups';
import type { QuantityValue } from '../../lib/kube/quantity';
import { amountsText } from './amounts';
import { printed, times, type Totals } from './resources';
import { lifeOf, type Subject } from './subject';
import { count, sentence } from './words';

/** What all workloads of a namespace ask for together: what a ResourceQuota has to allow. */
export interface NamespaceTotal {
  /** Left out for workloads that name no namespace. */
  readonly namespace?: string;
  readonly workloads: number;
  /** Pods at the least and at the most, as far as numbers are known. */
  readonly pods: number;
  readonly podsAtMost: number;
  /** Requests at the least and at the most, by resource, as canonical quantities. */
  readonly requests: Totals;
  readonly requestsAtMost: Totals;
  /** Requests on each eligible node on top: those of DaemonSets. */
  readonly perNode: Totals;
  readonly sentence: string;
}

/** Adds up what the workloads of each namespace ask for, namespaces in the order of their names. */
export function namespaceTotals(subjects: readonly Subject[]): NamespaceTotal[] {
  return [...groupedBy(subjects, ({ workload }) => workload.entity.identity.namespace ?? '')]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([namespace, members]) => total(namespace, members));
}

function total(namespace: string, subjects: readonly Subject[]): NamespaceTotal {
  const counted = subjects.filter(({ count: { per } }) => per !== 'node');
  const daemons = subjects.filter(({ count: { per } }) => per === 'node');
  const isMixed = subjects.length > 1 && subjects.some((subject) => lifeOf(subject) === 'finite');
  const requests = sum(counted, ({ count: { least = 0 } }) => least);
  const most = sum(counted, ({ count: { most: pods = 0 } }) => pods);
  const perNode = sum(daemons, () => 1);
  const pods = counted.reduce((all, { count: { least = 0 } }) => all + least, 0);
  const podsAtMost = counted.reduce((all, { count: { most: own = 0 } }) => all + own, 0);
  return {
    ...(namespace !== '' && { namespace }),
    workloads: subjects.length,
    pods,
    podsAtMost,
    requests: printed(requests),
    requestsAtMost: printed(most),
    perNode: printed(perNode),
    sentence: sentence(totalText(subjects.length, [pods, podsAtMost], requests, most, perNode, isMixed)),
  };
}

function totalText(
  workloads: number,
  [pods, podsAtMost]: readonly [number, number],
  requests: ReadonlyMap<string, QuantityValue>,
  most: ReadonlyMap<string, QuantityValue>,
  perNode: ReadonlyMap<string, QuantityValue>,
  isMixed: boolean,
): string {
  const nodes = amountsText(perNode);
  const onNodes = nodes === '' ? '' : `${nodes} on every node that runs its DaemonSets`;
  const start = `${count(workloads, 'workload')} with ${podsText(pods, podsAtMost)}`;
  const asks = workloads === 1 ? 'asks' : 'ask';
  if (podsAtMost === 0 && nodes !== '') return `${count(workloads, 'workload')} ${asks} for ${onNodes}`;
  const [least, high] = [amountsText(requests) || 'nothing', amountsText(most) || 'nothing'];
  const amounts = least === high ? least : `${least}, and ${high} at most`;
  return `${start} ${asks} for ${amounts}${isMixed ? ', when all of them run at the same time' : ''}${nodes === '' ? '' : `; and ${onNodes}`}`;
}

function podsText(least: number, most: number): string {
  return least === most ? count(least, 'Pod') : `${least} to ${most} Pods`;
}

function sum(subjects: readonly Subject[], pods: (subject: Subject) => number): Map<string, QuantityValue> {
  const all = new Map<string, QuantityValue>();
  for (const subject of subjects) {
    for (const [resource, amount] of times(subject.workload.resources.requests, pods(subject))) {
      all.set(resource, all.get(resource)?.plus(amount) ?? amount);
    }
  }
  return all;
}
