import type { FieldPath } from '../field-path';
import { gateIsOn, hasOwnUsers, type PodScope } from './pod-scope';

/** The host's namespaces, in the server's spelling of their paths. */
const NAMESPACES = [
  ['hostNetwork', 'hostNetwork'],
  ['hostPID', 'HostPID'],
  ['hostIPC', 'HostIPC'],
] as const;

/** A Pod with users of its own shares no other namespace with the host, and has no raw block device. */
export function validateHostUsers(scope: PodScope, path: FieldPath): void {
  if (!hasOwnUsers(scope)) return;
  for (const [field, spelled] of NAMESPACES) {
    if (scope.spec[field] !== true) continue;
    scope.problems.forbidden('host-users', path.child(spelled), 'cannot be shared while hostUsers is false');
  }
  if (!gateIsOn(scope, 'noDevicesForOwnUsers')) return;
  for (const { container, path: at } of scope.placed) {
    if (!container.volumeDevices?.length) continue;
    scope.problems.forbidden('host-users', at.child('volumeDevices'), 'cannot be used while hostUsers is false');
  }
}
