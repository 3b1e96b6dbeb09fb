import type { Container } from '../api/container';
import type { ObjectMeta } from '../api/meta';
import type { PodSpec } from '../api/pod';
import type { AppArmorProfile } from '../api/security';
import type { Volume } from '../api/volume';
import { containersOf } from '../containers';
import type { FieldPath } from '../field-path';
import { withoutNulls } from '../without-nulls';
import type { AdmittedPod } from './check';
import { APP_ARMOR_ANNOTATION } from './checks/app-armor-profile';
import { isForWindows } from './phrases';

/**
 * The Pod as the admission plugin sees it. The plugin itself fills nothing in, but it runs after the API server has
 * written three defaults that it looks at: ports of a Pod on the host network, volumes without a source, and AppArmor
 * annotations.
 */
export function admitted(
  metadata: ObjectMeta | undefined,
  written: PodSpec,
  root: FieldPath,
  minor: number,
): AdmittedPod {
  const spec = withoutNulls(written);
  const annotations = withoutNulls(metadata?.annotations ?? {});
  const seen = withVolumeSources(
    eachContainer(spec, (container) => withAppArmor(annotations, spec, withHostPort(spec, container))),
  );
  return {
    annotations,
    annotationsPath: root.child('metadata').child('annotations'),
    spec: seen,
    specPath: root.child('spec'),
    containers: containersOf(seen, root.child('spec')),
    minor,
  };
}

function eachContainer(spec: PodSpec, change: (container: Container) => Container): PodSpec {
  const { initContainers, containers } = spec;
  return {
    ...spec,
    ...(initContainers === undefined ? {} : { initContainers: initContainers.map(change) }),
    containers: containers.map(change),
  };
}

/** On the host network every port is one of the node. */
function withHostPort(spec: PodSpec, container: Container): Container {
  if (spec.hostNetwork !== true || container.ports === undefined) return container;
  const ports = container.ports.map((port) => ({ ...port, hostPort: port.hostPort || port.containerPort }));
  return { ...container, ports };
}

/** The annotation of the AppArmor profile becomes the field that replaced it, where that is not set. */
function withAppArmor(annotations: Readonly<Record<string, string>>, spec: PodSpec, container: Container): Container {
  const profile = profileOf(annotations[`${APP_ARMOR_ANNOTATION}${container.name}`]);
  const { securityContext } = container;
  if (profile === undefined || isForWindows(spec) || securityContext?.appArmorProfile !== undefined) return container;
  return { ...container, securityContext: { ...securityContext, appArmorProfile: profile } };
}

function profileOf(annotation: string | undefined): AppArmorProfile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (annotation?.startsWith(LOCALHOST) !== true) return undefined;
  return { type: 'Localhost', localhostProfile: annotation.slice(LOCALHOST.length) };
}

const LOCALHOST = 'localhost/';

/** A volume that names no source is an `emptyDir`. */
function withVolumeSources(spec: PodSpec): PodSpec {
  if (spec.volumes === undefined) return spec;
  return { ...spec, volumes: spec.volumes.map((volume) => (hasSource(volume) ? volume : { ...volume, emptyDir: {} })) };
}

function hasSource(volume: Volume): boolean {
  return Object.keys(volume).some((field) => field !== 'name');
}
