import type { PodSpec } from '../api/pod';
import { containersOf, type ContainerRole } from '../containers';
import { bareSpecDefaults } from '../defaults/pod';
import { FieldPath } from '../field-path';
import { readableSpec } from '../held-spec';
import { QuantityValue } from '../quantity';
import { DEFAULT_TARGET, type KubernetesVersion } from '../version';
import { amountsOf, hasSome, rowsOf, type ResourceAmount } from './amounts';
import type { SpecOptions } from '../spec-options';
import { podAmounts, type EffectiveAmount } from './pod-amounts';

/** What a Pod takes of a node, as a whole and container by container. */
export interface EffectiveResources {
  /** What the scheduler sets aside for the Pod, resource by resource: cpu, memory, ephemeral-storage, then by letter. */
  readonly requests: readonly EffectiveAmount[];
  /**
   * The limits by the same formula. They bound the Pod only where every container that runs has one, or the Pod itself:
   * see `unlimited`.
   */
  readonly limits: readonly EffectiveAmount[];
  /** Which of cpu, memory and ephemeral-storage the Pod can use until the node has no more. */
  readonly unlimited: readonly string[];
  /** The containers in the API server's order, without ephemeral ones, which have no resources. */
  readonly containers: readonly ContainerResources[];
}

/** What one container takes. */
export interface ContainerResources {
  /** The container's name. */
  readonly name: string;
  /** What it is for; an init container and a sidecar count differently. */
  readonly role: ContainerRole;
  /** Its place in the object. */
  readonly path: string;
  /** What it requests, limits counting where no request is written. */
  readonly requests: readonly ContainerShare[];
  /** Its own limits; the Pod's may be lower. */
  readonly limits: readonly ResourceAmount[];
}

/** A container's request of one resource beside the Pod's. */
export interface ContainerShare extends ResourceAmount {
  /**
   * The request as a part of what the whole Pod requests, 1 for all of it. The shares of all containers add up to more
   * than 1 where init containers use again what others use later.
   */
  readonly share: number;
  /**
   * How much less the Pod would request without this container: nothing for an init container that stays below what
   * runs later, or where the Pod's own request is written.
   */
  readonly adds: QuantityValue;
}

/**
 * What a Pod really requests of its node and may use there: all containers that run together or the greediest moment of
 * the start, replaced by the Pod's own requests and limits where it has them, plus its overhead. It is what the
 * scheduler, quotas and `kubectl describe node` count. Nothing that is written makes it throw.
 *
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/753-sidecar-containers#resources-calculation-for-scheduling-and-pod-admission
 */
export function effectiveResourcesOf(spec: PodSpec, options: SpecOptions = {}): EffectiveResources {
  const { target = DEFAULT_TARGET, path = FieldPath.of('spec') } = options;
  const written = readableSpec(spec, target);
  const held = bareSpecDefaults(written, target);
  const requests = podAmounts(written, 'requests', target, path);
  const limits = podAmounts(written, 'limits', target, path);
  const placed = containersOf(held, path).filter(({ role }) => role !== 'ephemeral');
  const containers = placed.map((one, position): ContainerResources => {
    const without = requestsWithout(written, position, target);
    return {
      name: one.container.name,
      role: one.role,
      path: one.path.toString(),
      requests: rowsOf(amountsOf(one.container.resources, 'requests')).map((row) => shareOf(row, requests, without)),
      limits: rowsOf(amountsOf(one.container.resources, 'limits')),
    };
  });
  return { requests, limits, unlimited: NODE_RESOURCES.filter((name) => isUnlimited(held, name)), containers };
}

/** The amount of one resource in a list of amounts; undefined where it is not mentioned. */
export function amountOf(amounts: readonly ResourceAmount[], resource: string): QuantityValue | undefined {
  return amounts.find((row) => row.resource === resource)?.amount;
}

const NODE_RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

function isUnlimited(held: PodSpec, resource: string): boolean {
  if (hasSome(amountsOf(held.resources, 'limits'), resource)) return false;
  return [...(held.initContainers ?? []), ...held.containers].some(
    ({ resources }) => !hasSome(amountsOf(resources, 'limits'), resource),
  );
}

/** What the Pod requests without the container at a position, init containers counted first. */
function requestsWithout(written: PodSpec, position: number, target: KubernetesVersion): readonly ResourceAmount[] {
  const { containers, initContainers = [] } = written;
  const inits = initContainers.filter((_, index) => index !== position);
  const apps = containers.filter((_, index) => index + initContainers.length !== position);
  return podAmounts({ ...written, initContainers: inits, containers: apps }, 'requests', target, FieldPath.root);
}

function shareOf(
  { resource, amount }: ResourceAmount,
  whole: readonly ResourceAmount[],
  without: readonly ResourceAmount[],
): ContainerShare {
  const all = amountOf(whole, resource) ?? QuantityValue.zero;
  const rest = amountOf(without, resource) ?? QuantityValue.zero;
  return { resource, amount, share: ratio(amount, all), adds: all.plus(rest.times(-1)) };
}

function ratio(part: QuantityValue, whole: QuantityValue): number {
  if (whole.isZero()) return 0;
  const isWhole = part.isWhole() && whole.isWhole();
  return isWhole
    ? Number(part.value()) / Number(whole.value())
    : Number(part.milliValue()) / Number(whole.milliValue());
}
