import { withFields } from '../alter';
import type { Container } from '../api/container';
import type { ObjectMeta } from '../api/meta';
import type { PodSpec } from '../api/pod';
import type { AppArmorProfile } from '../api/security';
import { containersOf } from '../containers';
import type { FieldPath } from '../field-path';
import { withHostPorts } from '../defaults/pod';
import { withSource } from '../defaults/volume';
import { readablePodSpec } from '../readable';
import { NEWEST_VERSION } from '../resources/held-resources';
import { soundVersionOf } from '../schema/sound';
import type { AdmittedPod } from './check';
import { APP_ARMOR_ANNOTATION } from './checks/app-armor-profile';
import { isForWindows } from './phrases';

/**
 * The Pod as the admission plugin sees it. The plugin itself fills nothing in, but it runs after the API server has:
 * ports of a Pod on the host network are ports of the node, a volume without a source is an `emptyDir`, and the old
 * annotation of an AppArmor profile has become its field.
 */
export function admitted(
  metadata: ObjectMeta | undefined,
  written: PodSpec,
  root: FieldPath,
  minor: number,
): AdmittedPod {
  const annotations = metadata?.annotations ?? {};
  const read = withHostPorts(readablePodSpec(written, soundVersionOf(written) ?? NEWEST_VERSION));
  const sourced = read.volumes === undefined ? read : withFields(read, { volumes: read.volumes.map(withSource) });
  const spec = withAppArmorFields(annotations, sourced);
  const specPath = root.child('spec');
  return { annotations, root, spec, specPath, containers: containersOf(spec, specPath), minor };
}

function withAppArmorFields(annotations: Readonly<Record<string, string>>, spec: PodSpec): PodSpec {
  if (!Object.keys(annotations).some((key) => key.startsWith(APP_ARMOR_ANNOTATION))) return spec;
  const withField = (container: Container) => withAppArmor(annotations, spec, container);
  const { containers, initContainers } = spec;
  return {
    ...spec,
    ...(initContainers && { initContainers: initContainers.map(withField) }),
    containers: containers.map(withField),
  };
}

/** The annotation of the AppArmor profile becomes the field, where that is not set and the Pod does not say the same. */
function withAppArmor(annotations: Readonly<Record<string, string>>, spec: PodSpec, container: Container): Container {
  const profile = profileOf(annotations[`${APP_ARMOR_ANNOTATION}${container.name}`]);
  const { securityContext } = container;
  const isSaid =
    securityContext?.appArmorProfile !== undefined || isSame(profile, spec.securityContext?.appArmorProfile);
  if (profile === undefined || isSaid || isForWindows(spec)) return container;
  return { ...container, securityContext: { ...securityContext, appArmorProfile: profile } };
}

function profileOf(annotation: string | undefined): AppArmorProfile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (annotation?.startsWith(LOCALHOST) !== true) return undefined;
  return { type: 'Localhost', localhostProfile: annotation.slice(LOCALHOST.length) };
}

function isSame(one: AppArmorProfile | undefined, other: AppArmorProfile | undefined): boolean {
  return one?.type === other?.type && one?.localhostProfile === other?.localhostProfile;
}

const LOCALHOST = 'localhost/';
