import type { Container, VolumeDevice, VolumeMount } from '../api/container';
import type { FieldPath } from '../field-path';
import { checkLocalPath, hasBackstep } from './path-checks';
import { gateIsOn, type PodScope } from './pod-scope';
import { checkOptionalWord, requireText } from './value-checks';

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIVE_READ_ONLY = ['Disabled', 'Enabled', 'IfPossible'];

/** A container as far as volumes are concerned. */
export type Mounting = Pick<Container, 'volumeMounts' | 'volumeDevices' | 'securityContext'>;

/** The volume mounts of one container. Some rules report the list and not the entry, as the server does. */
export function validateMounts(scope: PodScope, container: Mounting, path: FieldPath): void {
  const paths = new Set<string>();
  const devices = devicePaths(container.volumeDevices ?? []);
  (container.volumeMounts ?? []).forEach((mount, position) => {
    const at = path.index(position);
    validateName(scope, mount.name, at.child('name'));
    if (!mount.mountPath) {
      requireText(scope.problems, mount.mountPath, at.child('mountPath'), 'where the volume appears in the container');
    }
    const mountPath = mount.mountPath || '';
    if (paths.has(mountPath)) {
      const detail = 'another mount of this container is there';
      scope.problems.invalid('duplicate-mount-path', at.child('mountPath'), mountPath, detail);
    }
    paths.add(mountPath);
    validateOverlap(scope, mount.name, mountPath, devices, 'volumeDevices', at, 'mountPath');
    validateSubPath(scope, mount, path, at);
    if (mount.mountPropagation != null) {
      validatePropagation(scope, mount, container, path.child('mountPropagation'));
    }
    if (mount.recursiveReadOnly != null && gateIsOn(scope, 'recursiveReadOnly')) {
      validateRecursiveReadOnly(scope, mount, path.child('recursiveReadOnly'));
    }
  });
}

/** The raw block devices of one container: each from a claim, each name and path once. */
export function validateDevices(scope: PodScope, container: Mounting, path: FieldPath): void {
  const { problems } = scope;
  const names = new Set<string>();
  const paths = new Set<string>();
  const mounts = mountPaths(container.volumeMounts ?? []);
  (container.volumeDevices ?? []).forEach((device, position) => {
    const at = path.index(position);
    const name = device.name || '';
    const devicePath = device.devicePath || '';
    validateName(scope, device.name, at.child('name'));
    validateBlockVolume(scope, name, at.child('name'));
    if (names.has(name)) problems.invalid('duplicate-device', at.child('name'), name, 'a volume is one device only');
    if (name) names.add(name);
    requireText(problems, device.devicePath, at.child('devicePath'), 'where the device appears in the container');
    if (paths.has(devicePath)) {
      problems.invalid('duplicate-device', at.child('devicePath'), devicePath, 'another device is there');
    }
    if (hasBackstep(devicePath)) {
      problems.invalid('path-backstep', at.child('devicePath'), devicePath, 'must not contain ".."');
    } else {
      paths.add(devicePath);
    }
    validateOverlap(scope, name, devicePath, mounts, 'volumeMounts', at, 'devicePath');
  });
}

function validateName({ problems, volumes }: PodScope, name: string | undefined, path: FieldPath): void {
  if (!name) requireText(problems, name, path, 'the volume under spec.volumes that is meant');
  if (!volumes.has(name ?? '')) {
    const known = [...volumes.keys()].join(', ') || 'there is none';
    problems.notFound('unknown-volume', path, name ?? '', `must be a valid volume under spec.volumes: ${known}`);
  }
}

function validateBlockVolume({ problems, volumes }: PodScope, name: string, path: FieldPath): void {
  const volume = volumes.get(name);
  if (volume === undefined || volume.persistentVolumeClaim != null || volume.ephemeral != null) return;
  const detail = 'only a persistentVolumeClaim or ephemeral volume can be a block device';
  problems.invalid('block-volume', path, name, detail);
}

function validateOverlap(
  { problems }: PodScope,
  name: string | undefined,
  place: string,
  others: ReadonlyMap<string, string>,
  otherList: string,
  path: FieldPath,
  placeField: string,
): void {
  if (others.size === 0) return;
  if (others.has(name ?? '')) {
    problems.invalid('mount-and-device', path.child('name'), name ?? '', `is already used under ${otherList}`);
  }
  if ([...others.values()].includes(place)) {
    problems.invalid('mount-and-device', path.child(placeField), place, `is already a path under ${otherList}`);
  }
}

function validateSubPath({ problems }: PodScope, mount: VolumeMount, path: FieldPath, at: FieldPath): void {
  if (mount.subPath) checkLocalPath(problems, mount.subPath, path.child('subPath'));
  if (!mount.subPathExpr) return;
  if (mount.subPath) {
    const detail = 'cannot stand beside subPath: keep one of the two';
    problems.invalid('sub-path-both', at.child('subPathExpr'), mount.subPathExpr, detail);
  }
  checkLocalPath(problems, mount.subPathExpr, path.child('subPathExpr'));
}

function validatePropagation({ problems }: PodScope, mount: VolumeMount, container: Mounting, path: FieldPath): void {
  checkOptionalWord(problems, 'mount-propagation', mount.mountPropagation, PROPAGATIONS, path);
  if (mount.mountPropagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
    problems.forbidden('mount-propagation', path, 'Bidirectional is for privileged containers only');
  }
}

function validateRecursiveReadOnly({ problems }: PodScope, mount: VolumeMount, path: FieldPath): void {
  const value = mount.recursiveReadOnly;
  checkOptionalWord(problems, 'recursive-read-only', value, RECURSIVE_READ_ONLY, path);
  if (value !== 'Enabled' && value !== 'IfPossible') return;
  if (mount.readOnly !== true) problems.forbidden('recursive-read-only', path, `${value} needs readOnly: true`);
  if (mount.mountPropagation != null && mount.mountPropagation !== 'None') {
    problems.forbidden('recursive-read-only', path, `${value} needs mountPropagation None, or none at all`);
  }
}

function mountPaths(mounts: readonly VolumeMount[]): ReadonlyMap<string, string> {
  return new Map(mounts.map(({ name, mountPath }) => [name || '', mountPath || '']));
}

function devicePaths(devices: readonly VolumeDevice[]): ReadonlyMap<string, string> {
  return new Map(devices.map(({ name, devicePath }) => [name || '', devicePath || '']));
}
