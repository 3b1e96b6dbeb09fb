import type { PodSpec } from '../api/pod';
import type { QuantityValue } from '../quantity';
import { amountOf, amountsOf, type Amounts } from './amounts';

/** A container's request of one resource beside that of its Pod. */
export interface ContainerShare {
  /**
   * The request as a part of what the whole Pod requests, 1 for all of it. The shares of all containers add up to more
   * than 1 where an init container uses what others use later.
   */
  readonly share: number;
  /**
   * How much less the Pod would request without this container: nothing for an init container that stays below what
   * runs later, or where the Pod itself says what it requests.
   */
  readonly adds: QuantityValue;
}

/** What one container takes of the Pod's requests, resource by resource. */
export function sharesOf(own: Amounts, whole: Amounts, without: Amounts): ReadonlyMap<string, ContainerShare> {
  const shares = [...own].map(([resource, amount]): [string, ContainerShare] => {
    const all = amountOf(whole, resource);
    return [resource, { share: ratio(amount, all), adds: all.plus(amountOf(without, resource).times(-1)) }];
  });
  return new Map(shares);
}

/** The spec without the container at a position, init containers counted first. */
export function withoutContainer({ containers, initContainers = [], ...rest }: PodSpec, position: number): PodSpec {
  return {
    ...rest,
    initContainers: initContainers.filter((_, index) => index !== position),
    containers: containers.filter((_, index) => index + initContainers.length !== position),
  };
}

/** Which of cpu, memory and ephemeral-storage a Pod can use until the node has no more. */
export function unlimitedIn({ containers, initContainers = [], resources }: PodSpec): string[] {
  const containerLimits = [...initContainers, ...containers].map((each) => amountsOf(each.resources?.limits));
  const ownLimits = amountsOf(resources?.limits);
  // A limit of zero is none.
  const isFree = (limits: Amounts, resource: string) => amountOf(limits, resource).sign() <= 0;
  return NODE_RESOURCES.filter(
    (resource) => isFree(ownLimits, resource) && containerLimits.some((limits) => isFree(limits, resource)),
  );
}

const NODE_RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

function ratio(part: QuantityValue, whole: QuantityValue): number {
  if (whole.isZero()) return 0;
  const isWhole = part.isWhole() && whole.isWhole();
  return isWhole
    ? Number(part.value()) / Number(whole.value())
    : Number(part.milliValue()) / Number(whole.milliValue());
}
