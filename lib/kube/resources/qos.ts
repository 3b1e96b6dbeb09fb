import type { PodSpec } from '../api/pod';
import type { ResourceRequirements } from '../api/resources';
import { containersOf } from '../containers';
import { FieldPath } from '../field-path';
import { QuantityValue } from '../quantity';
import type { KubernetesVersion } from '../version';
import { amountOf, amountsOf, type Amounts } from './amounts';
import { NEWEST_VERSION, withHeldResources } from './held-resources';

/**
 * How well a Pod is protected when its node runs out of memory: `BestEffort` is killed first, `Guaranteed` last.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
 */
export type QosClass = 'BestEffort' | 'Burstable' | 'Guaranteed';

/** The QoS class of a Pod and what makes it so. */
export interface QosVerdict {
  readonly qosClass: QosClass;
  /** The field that decides: the first that would have to change for another class. */
  readonly path: string;
  /** Why, as the second half of a sentence about that field. */
  readonly because: string;
  /** The first request or limit of cpu or memory above zero, which lifts the Pod over `BestEffort`. */
  readonly raisedBy?: string;
  /** Everything that keeps the Pod from being `Guaranteed`, container by container; nothing when it is. */
  readonly obstacles: readonly QosObstacle[];
}

/** One field that keeps a Pod from being `Guaranteed`. */
export interface QosObstacle {
  /** `no-limit`: none is set, or it is zero. `request-not-limit`: the request is not the limit. */
  readonly code: 'no-limit' | 'request-not-limit';
  /** The field that would have to be other, whether it is written or not. */
  readonly path: string;
  /** The container whose field it is; left out for a field of the Pod itself. */
  readonly container?: string;
  /** What it is about; no other resource counts for the class. */
  readonly resource: 'cpu' | 'memory';
  /** What is there, as the second half of a sentence about the field. */
  readonly because: string;
}

/**
 * The QoS class that the API server writes into the status of a Pod, judged on the defaulted Pod. Init containers and
 * sidecars count like all others; where the Pod itself has resources (from 1.34 on), they alone decide, even an empty
 * map of them. No input makes it throw.
 *
 * @param version The Kubernetes version that judges.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
 */
export function qosOf(
  spec: PodSpec,
  version: KubernetesVersion = NEWEST_VERSION,
  path: FieldPath = FieldPath.of('spec'),
): QosVerdict {
  return qosOfHeld(withHeldResources(spec, version), path);
}

/** Like `qosOf`, of a spec with its resources as the API server holds them. */
export function qosOfHeld(held: PodSpec, path: FieldPath): QosVerdict {
  const claimants = held.resources === undefined ? containerClaims(held, path) : [podClaim(held.resources, path)];
  const whole = path.child(held.resources === undefined ? 'containers' : 'resources').toString();
  const raisedBy = claimants.map(firstAmount).find((field) => field !== undefined);
  const obstacles = obstaclesOf(claimants);
  if (raisedBy === undefined) {
    return { qosClass: 'BestEffort', path: whole, because: 'requests and limits neither cpu nor memory', obstacles };
  }
  if (obstacles.length === 0) {
    return {
      qosClass: 'Guaranteed',
      path: whole,
      because: 'requests its limits of cpu and memory',
      raisedBy,
      obstacles,
    };
  }
  return { qosClass: 'Burstable', ...decider(claimants, obstacles), raisedBy, obstacles };
}

/** Something whose requests and limits count: the Pod, or one of its containers. */
interface Claimant {
  readonly container?: string;
  readonly path: FieldPath;
  readonly requests: Amounts;
  readonly limits: Amounts;
}

const COUNTED = ['cpu', 'memory'] as const;

function containerClaims(spec: PodSpec, path: FieldPath): Claimant[] {
  const counted = containersOf(spec, path).filter(({ role }) => role !== 'ephemeral');
  return counted.map(({ container, path: place }) => ({
    container: container.name,
    path: place.child('resources'),
    requests: amountsOf(container.resources?.requests),
    limits: amountsOf(container.resources?.limits),
  }));
}

function podClaim({ limits, requests }: ResourceRequirements, path: FieldPath): Claimant {
  return { path: path.child('resources'), requests: amountsOf(requests), limits: amountsOf(limits) };
}

/** The server wants every limit, and holds only the sums of requests and limits against each other. */
function obstaclesOf(claimants: readonly Claimant[]): QosObstacle[] {
  const uneven = COUNTED.filter((resource) => {
    const requests = claimants.map((each) => positive(each.requests, resource));
    const limits = claimants.map((each) => positive(each.limits, resource));
    return !total(requests).equals(total(limits));
  });
  return claimants.flatMap((each) =>
    COUNTED.flatMap((resource) => obstacleIn(each, resource, uneven.includes(resource))),
  );
}

function obstacleIn(claimant: Claimant, resource: QosObstacle['resource'], isUneven: boolean): QosObstacle[] {
  const { container, limits, path, requests } = claimant;
  const whose = container === undefined ? {} : { container };
  const limit = positive(limits, resource);
  if (limit.isZero()) {
    const field = path.child('limits').child(resource).toString();
    return [{ code: 'no-limit', path: field, ...whose, resource, because: `there is no ${resource} limit` }];
  }
  if (!isUneven || positive(requests, resource).equals(limit)) return [];
  const field = path.child('requests').child(resource).toString();
  const because = `the ${resource} request is not the limit`;
  return [{ code: 'request-not-limit', path: field, ...whose, resource, because }];
}

/** What a container with some resources lacks says more than a container without a word. */
function decider(
  claimants: readonly Claimant[],
  obstacles: readonly QosObstacle[],
): Pick<QosVerdict, 'path' | 'because'> {
  const spoken = claimants.filter((each) => firstAmount(each) !== undefined);
  const first = obstacles.find((each) => spoken.some(({ path }) => each.path.startsWith(`${path.toString()}.`)));
  if (first !== undefined) return { path: first.path, because: first.because };
  const silent = claimants.find((each) => !spoken.includes(each));
  const because = 'has no cpu and memory limits, and the other containers have';
  return { path: silent?.path.toString() ?? '', because };
}

function firstAmount({ limits, path, requests }: Claimant): string | undefined {
  for (const resource of COUNTED) {
    for (const [list, amounts] of Object.entries({ limits, requests })) {
      if (!positive(amounts, resource).isZero()) return path.child(list).child(resource).toString();
    }
  }
  return undefined;
}

/** Zero and less count as nothing. */
function positive(amounts: Amounts, resource: string): QuantityValue {
  const amount = amountOf(amounts, resource);
  return amount.sign() < 0 ? QuantityValue.zero : amount;
}

function total(amounts: readonly QuantityValue[]): QuantityValue {
  return amounts.reduce((sum, amount) => sum.plus(amount), QuantityValue.zero);
}
