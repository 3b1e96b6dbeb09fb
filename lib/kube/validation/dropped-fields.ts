import { alterEntries, unfinished } from '../alter';
import type { Container, EphemeralContainer } from '../api/container';
import type { PodSpec } from '../api/pod';
import type { Lifecycle, LifecycleHandler } from '../api/probe';
import { atLeast, type KubernetesVersion } from '../version';
import { isOn } from './gates';

type AnyContainer = Container | EphemeralContainer;

/**
 * A Pod spec without what the server of a version drops before it judges, because a feature is off, where more than the
 * one field goes: a volume from an image goes with its mounts, the last hook with its `lifecycle`, the restart policy of
 * a single container with its rules. Where nothing goes, it is the original itself.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/api/pod/util.go
 */
export function withoutDroppedFields(spec: Partial<PodSpec>, version: KubernetesVersion): Partial<PodSpec> {
  const images = isOn('imageVolumes', version) ? NO_NAMES : imageVolumesOf(spec);
  let held = spec;
  for (const list of ['containers', 'initContainers', 'ephemeralContainers'] as const) {
    const containers = spec[list] ?? [];
    // What is a container remains one.
    const kept = alterEntries(containers, (entry) => heldContainer(entry as AnyContainer, list, version, images));
    if (kept !== containers) held = { ...held, [list]: kept };
  }
  if (images.size === 0) return held;
  return { ...held, volumes: (spec.volumes ?? []).filter(({ image }) => image == null) };
}

const NO_NAMES: ReadonlySet<string> = new Set();
/** Servers before this one do not drop the policy, but refuse it. */
const DROPS_RESTART_POLICY_SINCE = '1.34';

function imageVolumesOf({ volumes = [] }: Partial<PodSpec>): ReadonlySet<string> {
  const names = volumes.filter(({ image }) => image != null).map(({ name }) => name);
  return names.length === 0 ? NO_NAMES : new Set(names);
}

function heldContainer(
  container: AnyContainer,
  list: keyof PodSpec,
  version: KubernetesVersion,
  images: ReadonlySet<string>,
): AnyContainer {
  return withoutMounts(withoutHooks(withoutRestartPolicy(container, list, version), version), images);
}

function withoutRestartPolicy(container: AnyContainer, list: keyof PodSpec, version: KubernetesVersion): AnyContainer {
  const { restartPolicy, restartPolicyRules } = container;
  if (restartPolicy == null && restartPolicyRules == null) return container;
  if (isOn('containerRestartRules', version) || !atLeast(version, DROPS_RESTART_POLICY_SINCE)) return container;
  const held = unfinished(container);
  delete held.restartPolicyRules;
  if (list !== 'initContainers' || restartPolicy !== 'Always') delete held.restartPolicy;
  return held;
}

function withoutHooks(container: AnyContainer, version: KubernetesVersion): AnyContainer {
  const { lifecycle } = container;
  const kept = lifecycle && heldLifecycle(lifecycle, version);
  if (kept === lifecycle) return container;
  const held = unfinished(container);
  delete held.lifecycle;
  return kept === undefined || Object.keys(kept).length === 0 ? held : { ...held, lifecycle: kept };
}

/** No version up to 1.36 has the gate of `stopSignal` on. */
function heldLifecycle(lifecycle: Lifecycle, version: KubernetesVersion): Lifecycle {
  const postStart = heldHook(lifecycle.postStart, version);
  const preStop = heldHook(lifecycle.preStop, version);
  const isWhole = postStart === lifecycle.postStart && preStop === lifecycle.preStop;
  if (isWhole && lifecycle.stopSignal == null) return lifecycle;
  return { ...(postStart && { postStart }), ...(preStop && { preStop }) };
}

function heldHook(hook: LifecycleHandler | undefined, version: KubernetesVersion): LifecycleHandler | undefined {
  if (hook?.sleep == null || isOn('sleepAction', version)) return hook;
  const held = unfinished(hook);
  delete held.sleep;
  return Object.keys(held).length === 0 ? undefined : held;
}

function withoutMounts(container: AnyContainer, images: ReadonlySet<string>): AnyContainer {
  const { volumeMounts } = container;
  if (volumeMounts == null || !volumeMounts.some(({ name }) => images.has(name))) return container;
  return { ...container, volumeMounts: volumeMounts.filter(({ name }) => !images.has(name)) };
}
