import type { PodSpec } from '../api/pod';
import { containersOf, type ContainerRole, type PlacedContainer } from '../containers';
import { FieldPath } from '../field-path';
import { heldPodSpec } from '../held-pod-spec';
import { NEWEST_VERSION } from '../resources/held-resources';
import type { KubernetesVersion } from '../version';
import { timesOf, type ContainerTimes } from './container-times';
import { graceOf } from './grace';
import { secondsUntilFailure } from './probe-times';
import { readinessOf, type PodReadiness } from './readiness';

/** A container that starts, with what it waits for and what happens if it fails. */
export interface StartingContainer extends ContainerTimes {
  /** Regular containers before it whose `postStart` hook has to end first: the kubelet starts them one by one. */
  readonly afterHooksOf: readonly string[];
  /** What happens when it exits with an error: the Pod fails for good, it starts again, or it stays ended. */
  readonly ifItFails: 'podFails' | 'startsAgain' | 'staysEnded';
}

/** A step of the start of a Pod; the next begins when this one is through. */
export interface StartStep {
  /** `init` runs to its end, `sidecar` keeps running, `app` is all regular containers together. */
  readonly role: Exclude<ContainerRole, 'ephemeral'>;
  readonly containers: readonly StartingContainer[];
  /** When the step is through: the program has ended, or it has started (startup probe and `postStart` hook done). */
  readonly through: 'ended' | 'started';
  /** The longest that the step may take, in seconds; left out where the spec does not tell. */
  readonly worstCase?: number;
}

/** The start of a Pod. */
export interface StartPlan {
  readonly steps: readonly StartStep[];
  /**
   * The longest from the first container to the last one started, in seconds, pulling images and restarts aside; left
   * out where a step has none.
   */
  readonly worstCase?: number;
  /** What must be true before Services send traffic. */
  readonly ready: PodReadiness;
}

/**
 * The order in which the containers of a Pod start, and how long each may take. No input makes it throw.
 *
 * @param version The Kubernetes version that runs the Pod; sidecars are ordinary init containers before 1.29.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
 */
export function startPlan(
  written: PodSpec,
  version: KubernetesVersion = NEWEST_VERSION,
  path: FieldPath = FieldPath.of('spec'),
): StartPlan {
  return startPlanOfHeld(heldPodSpec(written, version), path);
}

/** Like `startPlan`, of a spec as the API server holds it. */
export function startPlanOfHeld(spec: PodSpec, path: FieldPath): StartPlan {
  const placed = containersOf(spec, path);
  const apps = placed.filter(({ role }) => role === 'app');
  const steps = placed.flatMap((each) =>
    each.role === 'init' || each.role === 'sidecar' ? [stepOf(each.role, [each], spec)] : [],
  );
  if (apps.length > 0) steps.push(stepOf('app', apps, spec));
  const known = steps.flatMap(({ worstCase }) => (worstCase === undefined ? [] : [worstCase]));
  const total = known.reduce((sum, seconds) => sum + seconds, 0);
  return { steps, ...(known.length === steps.length && { worstCase: total }), ready: readinessOf(spec, placed) };
}

function stepOf(role: StartStep['role'], containers: readonly PlacedContainer[], spec: PodSpec): StartStep {
  const worstCase = role === 'init' ? undefined : longest(containers);
  return {
    role,
    containers: containers.map((each, position) => ({
      ...timesOf(each, graceOf(spec)),
      afterHooksOf: containers
        .slice(0, position)
        .filter(hasStartHook)
        .map(({ container }) => container.name),
      ifItFails: ifItFails(each, spec),
    })),
    through: role === 'init' ? 'ended' : 'started',
    ...(worstCase !== undefined && { worstCase }),
  };
}

/** The last of the containers to have started, when every hook and every startup probe takes as long as it may. */
function longest(containers: readonly PlacedContainer[]): number | undefined {
  let begin = 0;
  let end = 0;
  for (const { container } of containers) {
    const hook = container.lifecycle?.postStart;
    if (hook !== undefined && hook.sleep === undefined) return undefined;
    begin += hook?.sleep?.seconds ?? 0;
    end = Math.max(end, begin + (container.startupProbe ? secondsUntilFailure(container.startupProbe) : 0));
  }
  return end;
}

function hasStartHook({ container }: PlacedContainer): boolean {
  return container.lifecycle?.postStart !== undefined;
}

function ifItFails({ container, role }: PlacedContainer, spec: PodSpec): StartingContainer['ifItFails'] {
  const policy = container.restartPolicy ?? spec.restartPolicy ?? 'Always';
  if (policy !== 'Never') return 'startsAgain';
  return role === 'init' ? 'podFails' : 'staysEnded';
}
