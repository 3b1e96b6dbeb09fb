import type { PodSpec } from '../api/pod';
import type { PlacedContainer } from '../containers';
import { soonestReady } from './container-times';
import { secondsUntilSuccess } from './probe-times';

/** When a Pod can take traffic. */
export interface PodReadiness {
  /**
   * The soonest, in seconds from the start of the first container, with init containers that take no time. What pulls
   * images or waits for volumes comes on top.
   */
  readonly soonest: number;
  /** The containers whose readiness probe must succeed, sidecars included. */
  readonly probed: readonly string[];
  /** The conditions that somebody outside the kubelet must set too. */
  readonly gates: readonly string[];
}

/** When the Pod can take traffic: every container is started and found ready, and every gate is open. */
export function readinessOf(spec: PodSpec, placed: readonly PlacedContainer[]): PodReadiness {
  const serving = placed.filter(({ role }) => role === 'app' || role === 'sidecar');
  let begin = 0;
  let soonest = 0;
  for (const { container, role } of serving) {
    const { lifecycle, startupProbe } = container;
    const pause = lifecycle?.postStart?.sleep?.seconds ?? 0;
    soonest = Math.max(soonest, begin + pause, begin + soonestReady(container));
    // The regular containers wait for one another's hooks only, a sidecar holds up everything behind it until it started.
    const started = role === 'sidecar' && startupProbe !== undefined ? secondsUntilSuccess(startupProbe) : 0;
    begin += Math.max(pause, started);
  }
  return {
    soonest,
    probed: serving.filter(({ container }) => container.readinessProbe).map(({ container }) => container.name),
    gates: (spec.readinessGates ?? []).map(({ conditionType }) => conditionType),
  };
}
