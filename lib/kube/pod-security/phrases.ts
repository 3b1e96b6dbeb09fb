import type { PodSpec } from '../api/pod';
import type { PlacedContainer } from '../containers';
import type { AdmittedPod, ViolationPlace } from './check';

/** `container "a"` or `containers "a", "b"`. */
export function named(noun: string, names: readonly string[]): string {
  return `${plural(noun, names.length)} ${quoted(names)}`;
}

/** `"a", "b"`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** The noun, with an `s` where it counts other than one. */
export function plural(noun: string, count: number): string {
  return count === 1 ? noun : `${noun}s`;
}

/** Every value once, in order. */
export function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

/** Who set something: `pod and container "a"`. */
export function setters(byPod: boolean, containers: readonly PlacedContainer[]): string {
  const parts = [byPod ? 'pod' : '', containers.length === 0 ? '' : named('container', namesOf(containers))];
  return parts.filter((part) => part !== '').join(' and ');
}

/** The names of containers, in their order. */
export function namesOf(containers: readonly PlacedContainer[]): string[] {
  return containers.map(({ container }) => container.name);
}

/** The field under the `securityContext` of a container. */
export function containerPlace({ container, path }: PlacedContainer, ...fields: readonly string[]): ViolationPlace {
  const field = fields.reduce((at, name) => at.child(name), path.child('securityContext'));
  return { path: field.toString(), container: container.name };
}

/** The field under the `securityContext` of the Pod. */
export function podPlace({ specPath }: AdmittedPod, ...fields: readonly string[]): ViolationPlace {
  return { path: fields.reduce((at, name) => at.child(name), specPath.child('securityContext')).toString() };
}

/** Whether the Pod runs in its own user namespace, where the policy versions from 1.35 on allow more. */
export function hasOwnUsers({ spec, minor }: AdmittedPod): boolean {
  return minor >= 35 && spec.hostUsers === false;
}

/** Whether the Pod is marked as one for Windows nodes, where Linux controls mean nothing. */
export function isForWindows({ os }: PodSpec): boolean {
  return os?.name === 'windows';
}
