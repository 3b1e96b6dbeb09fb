import type { PodSpec } from '../api/pod';
import type { ResourceRequirements } from '../api/resources';
import { containersOf } from '../containers';
import { FieldPath } from '../field-path';
import { heldSpec } from '../held-spec';
import { QuantityValue } from '../quantity';
import { DEFAULT_TARGET } from '../version';
import { amountsOf, hasSome, type Amounts } from './amounts';
import type { SpecOptions } from '../spec-options';

/** Who is evicted last (`Guaranteed`) and first (`BestEffort`) when a node runs out of memory. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

/** A Pod's QoS class, and why it is that. */
export interface QosVerdict {
  /** The class that the API server writes into the Pod's status. */
  readonly qosClass: QosClass;
  /** Whose resources were looked at: the Pod's own, which decide alone where they are set, or those of its containers. */
  readonly level: 'pod' | 'containers';
  /**
   * The field that decides: the first that keeps a Burstable Pod from being Guaranteed, and for the other classes the
   * place that was looked at as a whole.
   */
  readonly decidedBy: string;
  /** The first request or limit above zero: the one that lifts the Pod over BestEffort, where one does. */
  readonly raisedBy?: string;
  /** Everything that keeps the Pod from being Guaranteed; nothing when it is. */
  readonly obstacles: readonly QosObstacle[];
}

/** One field that keeps a Pod from being Guaranteed. */
export interface QosObstacle {
  /** `no-limit`: none is set, or it is zero. `request-not-limit`: the request is not the limit. */
  readonly code: 'no-limit' | 'request-not-limit';
  /** The field that had to be other, whether it is written or not. */
  readonly path: string;
  /** The container whose field it is; absent for a field of the Pod itself. */
  readonly container?: string;
  /** The resource it is about; no other counts for the class. */
  readonly resource: 'cpu' | 'memory';
  /** What is there, in words. */
  readonly detail: string;
}

/**
 * The QoS class of a Pod as the API server computes it when it takes the Pod in: after requests were filled from limits,
 * over regular containers, init containers and sidecars alike, and from the Pod's own resources alone where it has them.
 * Nothing that is written makes it throw.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
 */
export function qosOf(spec: PodSpec, options: SpecOptions = {}): QosVerdict {
  const path = options.path ?? FieldPath.of('spec');
  const held = heldSpec(spec, options.target ?? DEFAULT_TARGET);
  // Up to 1.36 the field decides by being there at all: `resources: {}` makes the Pod BestEffort.
  const level = held.resources === undefined ? 'containers' : 'pod';
  const claimants = held.resources === undefined ? claimantsOf(held, path) : [podClaimant(held.resources, path)];
  const obstacles = obstaclesOf(claimants);
  const raisedBy = claimants.map(firstAmount).find((field) => field !== undefined);
  const qosClass = raisedBy === undefined ? 'BestEffort' : obstacles.length === 0 ? 'Guaranteed' : 'Burstable';
  const whole = path.child(level === 'pod' ? 'resources' : 'containers').toString();
  return {
    qosClass,
    level,
    decidedBy: qosClass === 'Burstable' ? (obstacles[0]?.path ?? whole) : whole,
    ...(raisedBy === undefined ? {} : { raisedBy }),
    obstacles,
  };
}

/** Something whose requests and limits count: the Pod, or one of its containers. */
interface Claimant {
  readonly container?: string;
  readonly path: FieldPath;
  readonly requests: Amounts;
  readonly limits: Amounts;
}

const COUNTED = ['cpu', 'memory'] as const;

function claimantsOf(spec: PodSpec, path: FieldPath): Claimant[] {
  return containersOf(spec, path)
    .filter(({ role }) => role !== 'ephemeral')
    .map(({ container, path }) => ({
      container: container.name,
      path: path.child('resources'),
      requests: amountsOf(container.resources, 'requests'),
      limits: amountsOf(container.resources, 'limits'),
    }));
}

function podClaimant(resources: ResourceRequirements, path: FieldPath): Claimant {
  return {
    path: path.child('resources'),
    requests: amountsOf(resources, 'requests'),
    limits: amountsOf(resources, 'limits'),
  };
}

/** The server asks each for its limits, and holds only the sums of requests and limits against each other. */
function obstaclesOf(claimants: readonly Claimant[]): QosObstacle[] {
  const uneven = COUNTED.filter((resource) => {
    const requests = total(claimants.map(({ requests }) => requests.get(resource)));
    return !requests.equals(total(claimants.map(({ limits }) => limits.get(resource))));
  });
  return claimants.flatMap((claimant) =>
    COUNTED.flatMap((resource) => obstacleIn(claimant, resource, uneven.includes(resource))),
  );
}

function obstacleIn(claimant: Claimant, resource: QosObstacle['resource'], isUneven: boolean): QosObstacle[] {
  const { container, limits, path, requests } = claimant;
  const whose = container === undefined ? {} : { container };
  const request = counted(requests.get(resource));
  const limit = counted(limits.get(resource));
  if (!hasSome(limits, resource)) {
    const detail = limits.has(resource) ? `a limit of 0 counts as none` : `no limit of ${resource}`;
    return [{ code: 'no-limit', path: path.child('limits').key(resource).toString(), ...whose, resource, detail }];
  }
  if (!isUneven || request.equals(limit)) return [];
  const detail = `requests ${request.toString()} of ${resource}, and the limit is ${limit.toString()}`;
  const field = path.child('requests').key(resource).toString();
  return [{ code: 'request-not-limit', path: field, ...whose, resource, detail }];
}

function firstAmount({ limits, path, requests }: Claimant): string | undefined {
  const resource = COUNTED.find((name) => hasSome(requests, name) || hasSome(limits, name));
  if (resource === undefined) return undefined;
  const list = hasSome(limits, resource) ? 'limits' : 'requests';
  return path.child(list).key(resource).toString();
}

function total(amounts: readonly (QuantityValue | undefined)[]): QuantityValue {
  return amounts.map(counted).reduce((sum, amount) => sum.plus(amount), QuantityValue.zero);
}

/** Zero and less count as nothing. */
function counted(amount: QuantityValue | undefined): QuantityValue {
  return amount === undefined || amount.sign() < 0 ? QuantityValue.zero : amount;
}
