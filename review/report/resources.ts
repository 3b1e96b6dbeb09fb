import { QuantityValue } from '../../lib/kube/quantity';
import type { ContainerAmounts, EffectiveAmount } from '../../lib/kube/resources';
import { amountsText, amountText, byImportance } from './amounts';
import type { Subject } from './subject';
import { names, sentence } from './words';

/** One resource of a whole Pod. Amounts are canonical quantities, `text` is for people. */
export interface AmountReport {
  readonly resource: string;
  readonly amount: string;
  readonly text: string;
  /** The sum over what runs side by side. */
  readonly steady: string;
  /** The most that is needed while the Pod starts. */
  readonly startPeak: string;
  /** What the Pod itself says. */
  readonly podLevel?: string;
  /** What the runtime adds. */
  readonly overhead?: string;
  readonly decidedBy: EffectiveAmount['decidedBy'];
  /** Why it is this amount, as a sentence. */
  readonly because: string;
}

/** One container's part of a resource. */
export interface ShareReport {
  readonly resource: string;
  readonly request: string;
  /** The request as a part of the whole Pod's, 1 for all of it. */
  readonly share: number;
  /** How much less the Pod would ask for without this container. */
  readonly adds: string;
  /** Such as `50m of CPU, 16 % of the Pod's`. */
  readonly text: string;
}

/** The resources of one container. */
export interface ContainerResources {
  readonly container: string;
  readonly role: ContainerAmounts['role'];
  readonly path: string;
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
  readonly shares: readonly ShareReport[];
}

/** What a workload asks for and may use. */
export interface ResourcesReport {
  /** What is set aside for one Pod. */
  readonly requests: readonly AmountReport[];
  /** What one Pod may use at most, where everything in it is limited. */
  readonly limits: readonly AmountReport[];
  /** Which of cpu, memory and ephemeral-storage one Pod can use until its node has no more. */
  readonly unlimited: readonly string[];
  readonly containers: readonly ContainerResources[];
  /** How many Pods: `3 Pods`, `2 to 10 Pods`. */
  readonly pods: string;
  /** Requests times Pods at the least and at the most, by resource; left out where the nodes decide how many. */
  readonly total?: Totals;
  readonly totalAtMost?: Totals;
  /** Requests times Pods in words: `0.96 cores and 1.08 GiB of memory`. */
  readonly totalText: string;
  /** The volumes whose contents count as memory of the Pod, with their bound. */
  readonly memoryVolumes: readonly { readonly name: string; readonly sizeLimit?: string }[];
}

/** Canonical quantities by resource. */
export type Totals = Readonly<Record<string, string>>;

/** What the Pods of a workload ask for and may use, together and container by container. */
export function resourcesOf({ count, spec, workload }: Subject): ResourcesReport {
  const { containers, limits, requests, unlimited } = workload.resources;
  const totals = (pods: number | undefined) => (pods === undefined ? undefined : times(requests, pods));
  const total = totals(count.least);
  const most = totals(count.most);
  return {
    requests: sorted(requests).map(([resource, amount]) => amountReport(resource, amount)),
    limits: sorted(limits).map(([resource, amount]) => amountReport(resource, amount)),
    unlimited,
    containers: containers.filter(({ role }) => role !== 'ephemeral').map(containerResources),
    pods: count.words,
    ...(total && { total: printed(total) }),
    ...(most && { totalAtMost: printed(most) }),
    totalText: totalText(total, most) || (requests.size > 0 && count.per === 'node' ? perNode(requests) : 'nothing'),
    memoryVolumes: (spec.volumes ?? []).flatMap(({ emptyDir, name }) =>
      emptyDir?.medium === 'Memory'
        ? [{ name, ...(emptyDir.sizeLimit !== undefined && { sizeLimit: String(emptyDir.sizeLimit) }) }]
        : [],
    ),
  };
}

/** Amounts as canonical quantities. */
export function printed(amounts: ReadonlyMap<string, QuantityValue>): Totals {
  return Object.fromEntries([...amounts].map(([resource, amount]) => [resource, amount.toString()]));
}

/** The requests of so many Pods. */
export function times(requests: ReadonlyMap<string, EffectiveAmount>, pods: number): Map<string, QuantityValue> {
  return new Map(sorted(requests).map(([resource, { amount }]) => [resource, amount.times(pods)]));
}

function totalText(
  least: ReadonlyMap<string, QuantityValue> | undefined,
  most: ReadonlyMap<string, QuantityValue> | undefined,
): string {
  if (least === undefined || most === undefined) return '';
  const [low, high] = [amountsText(least), amountsText(most)];
  return low === high ? low : `${low || 'nothing'}, and ${high} at most`;
}

function perNode(requests: ReadonlyMap<string, EffectiveAmount>): string {
  return `${amountsText(times(requests, 1))} on each node`;
}

function sorted<Value>(amounts: ReadonlyMap<string, Value>): [string, Value][] {
  return [...amounts].sort(([one], [other]) => byImportance(one, other));
}

function amountReport(resource: string, effective: EffectiveAmount): AmountReport {
  const { amount, decidedBy, overhead, podLevel, startPeak, steady } = effective;
  return {
    resource,
    amount: amount.toString(),
    text: amountText(resource, amount),
    steady: steady.toString(),
    startPeak: startPeak.toString(),
    ...(podLevel && { podLevel: podLevel.toString() }),
    ...(overhead && { overhead: overhead.toString() }),
    decidedBy,
    because: becauseText(resource, effective),
  };
}

function becauseText(resource: string, { decidedBy, overhead, startPeak, steady }: EffectiveAmount): string {
  const extra = overhead === undefined ? '' : ` with ${amountText(resource, overhead)} for the runtime`;
  switch (decidedBy) {
    case 'podLevel':
      return sentence(`the Pod itself says so, whatever its containers add up to${extra}`);
    case 'startPeak':
      return sentence(
        `an init container needs ${amountText(resource, startPeak)} while the Pod starts, more than the ${amountText(resource, steady)} that run later${extra}`,
      );
    case 'overhead':
      return sentence('the runtime needs it, the containers ask for nothing');
    case 'steady':
      return sentence(`what runs side by side adds up to it${extra}`);
  }
}

function containerResources({ limits, name, path, requests, role, shares }: ContainerAmounts): ContainerResources {
  return {
    container: name || '(no name)',
    role,
    path,
    requests: printed(new Map(sorted(requests))),
    limits: printed(new Map(sorted(limits))),
    shares: sorted(shares).map(([resource, { adds, share }]) => {
      const request = requests.get(resource) ?? QuantityValue.zero;
      return {
        resource,
        request: request.toString(),
        share,
        adds: adds.toString(),
        // What runs before the others is not added to what they need.
        text: `${amountsText(new Map([[resource, request]])) || '0'}, ${percent(share)} of the Pod's${role === 'init' ? ' while it starts' : ''}`,
      };
    }),
  };
}

/** A share as a whole percentage. */
export function percent(share: number): string {
  return share > 0 && share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`;
}

/** The containers that have no limit of a resource, in words. */
export function withoutLimit(subject: Subject, resource: string, last?: string): string {
  const unlimited = subject.workload.resources.containers.filter(
    ({ limits, role }) => role !== 'ephemeral' && (limits.get(resource)?.sign() ?? 0) <= 0,
  );
  return (
    names(
      unlimited.map(({ name }) => name || '(no name)'),
      last,
    ) || 'the Pod'
  );
}
