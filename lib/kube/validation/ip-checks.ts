import type { FieldPath } from '../field-path';
import { ipAddressComplaints } from '../names';
import { gateIsOn, type PodScope } from './pod-scope';

/** An IP address; servers before 1.36 also take leading zeros and IPv4 addresses inside IPv6 ones. */
export function checkIpAddress(scope: PodScope, address: string | undefined, path: FieldPath): void {
  const text = address ?? '';
  const judged = gateIsOn(scope, 'strictIpAddresses') ? text : strictForm(text);
  const complaints = ipAddressComplaints(judged);
  if (complaints.length > 0) scope.problems.invalid('ip-address', path, text, complaints.join('; '));
}

/** The same address, or one as sound, in the form that newer servers want. */
function strictForm(address: string): string {
  const withoutZeros = address.replace(/(^|[.:])0+(?=[0-9]+(\.|$))/g, '$1');
  return withoutZeros.replace(/^((?:0*:)*)ffff:/i, '$1fffe:');
}
