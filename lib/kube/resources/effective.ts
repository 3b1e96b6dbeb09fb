import type { PodSpec } from '../api/pod';
import { containersOf, type ContainerRole } from '../containers';
import { FieldPath } from '../field-path';
import type { QuantityValue } from '../quantity';
import { readablePodSpec } from '../readable';
import { isPodLevelResource } from '../validation/resource-names';
import type { KubernetesVersion } from '../version';
import { aggregate, type Aggregate } from './aggregate';
import { amountOf, amountsOf, type Amounts } from './amounts';
import { heldResourcesOf, NEWEST_VERSION } from './held-resources';
import { sharesOf, unlimitedIn, withoutContainer, type ContainerShare } from './shares';

/** What a Pod needs of one resource, and why. */
export interface EffectiveAmount {
  readonly amount: QuantityValue;
  /** The sum over regular containers and sidecars. */
  readonly steady: QuantityValue;
  /** The most that is needed while the Pod starts. */
  readonly startPeak: QuantityValue;
  /** What the Pod itself says; it then decides, whatever the containers add up to. */
  readonly podLevel?: QuantityValue;
  /** What the runtime needs on top, from `spec.overhead`. */
  readonly overhead?: QuantityValue;
  /** Which of them decides. */
  readonly decidedBy: 'steady' | 'startPeak' | 'podLevel' | 'overhead';
}

/** The resources of one container, with the requests that follow from its limits. */
export interface ContainerAmounts {
  readonly name: string;
  readonly role: ContainerRole;
  readonly path: string;
  readonly requests: Amounts;
  readonly limits: Amounts;
  /** What part of the Pod's requests is this container's. */
  readonly shares: ReadonlyMap<string, ContainerShare>;
}

/** What a Pod asks for and what it may use at most, by resource. */
export interface EffectiveResources {
  /** What the scheduler sets aside on the node. */
  readonly requests: ReadonlyMap<string, EffectiveAmount>;
  /** The limits added up; a container without a limit is not limited by the others' sum. */
  readonly limits: ReadonlyMap<string, EffectiveAmount>;
  /** Which of cpu, memory and ephemeral-storage the Pod can use until the node has no more. */
  readonly unlimited: readonly string[];
  readonly containers: readonly ContainerAmounts[];
}

/**
 * What a Pod asks for and may use, as the scheduler and the kubelet compute it from the defaulted Pod: the larger of
 * the steady sum and the peak while it starts, or what the Pod itself says, and the overhead of its runtime.
 *
 * No input makes it throw.
 *
 * @param version The Kubernetes version that judges; before 1.34 the Pod's own resources do not count.
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/753-sidecar-containers#resources-calculation-for-scheduling-and-pod-admission
 */
export function effectiveResources(
  spec: PodSpec,
  version: KubernetesVersion = NEWEST_VERSION,
  path: FieldPath = FieldPath.of('spec'),
): EffectiveResources {
  const written = readablePodSpec(spec, version);
  const held = heldResourcesOf(written, version);
  const requests = effective(held, 'requests');
  const whole = plain(requests);
  // Only what the Pod itself says is filled in from its containers.
  const heldWithout = (position: number) =>
    held.resources === undefined
      ? withoutContainer(held, position)
      : heldResourcesOf(withoutContainer(written, position), version);
  return {
    requests,
    limits: effective(held, 'limits'),
    unlimited: unlimitedIn(held),
    containers: containersOf(held, path).map((placed, position) => {
      const own = amountsOf(placed.container.resources?.requests);
      const without = effective(heldWithout(position), 'requests');
      return {
        name: placed.container.name,
        role: placed.role,
        path: placed.path.toString(),
        requests: own,
        limits: amountsOf(placed.container.resources?.limits),
        shares: placed.role === 'ephemeral' ? new Map() : sharesOf(own, whole, plain(without)),
      };
    }),
  };
}

function plain(effective: ReadonlyMap<string, EffectiveAmount>): Amounts {
  return new Map([...effective].map(([resource, { amount }]) => [resource, amount]));
}

function effective(spec: PodSpec, kind: 'requests' | 'limits'): ReadonlyMap<string, EffectiveAmount> {
  const containers = aggregate(spec, kind);
  const own = new Map([...amountsOf(spec.resources?.[kind])].filter(([resource]) => isPodLevelResource(resource)));
  const overhead = amountsOf(spec.overhead);
  const extra = kind === 'requests' ? overhead.keys() : [];
  const names = new Set([...containers.total.keys(), ...own.keys(), ...extra]);
  return new Map(
    [...names].map((resource) => [resource, effectiveAmount(resource, kind, containers, own, overhead)] as const),
  );
}

function effectiveAmount(
  resource: string,
  kind: 'requests' | 'limits',
  containers: Aggregate,
  own: Amounts,
  overheads: Amounts,
): EffectiveAmount {
  const steady = amountOf(containers.steady, resource);
  const startPeak = amountOf(containers.startPeak, resource);
  const podLevel = own.get(resource);
  const base = podLevel ?? amountOf(containers.total, resource);
  const written = overheads.get(resource);
  // A limit of zero is none, and the overhead does not make one.
  const overhead = kind === 'limits' && base.isZero() ? undefined : written;
  return {
    amount: overhead === undefined ? base : base.plus(overhead),
    steady,
    startPeak,
    ...(podLevel === undefined ? {} : { podLevel }),
    ...(overhead === undefined ? {} : { overhead }),
    decidedBy: decider(steady, startPeak, podLevel, overhead),
  };
}

function decider(
  steady: QuantityValue,
  startPeak: QuantityValue,
  podLevel: QuantityValue | undefined,
  overhead: QuantityValue | undefined,
): EffectiveAmount['decidedBy'] {
  if (podLevel !== undefined) return 'podLevel';
  if (startPeak.compare(steady) > 0) return 'startPeak';
  return steady.isZero() && overhead !== undefined ? 'overhead' : 'steady';
}
