import type { FieldPath } from '../field-path';
import { isIpAddress } from './ip-address';
import { gateIsOn, type PodScope } from './pod-scope';

/** An IP address; servers before 1.36 also take leading zeros and IPv4 addresses inside IPv6 ones. */
export function checkIpAddress(scope: PodScope, address: string | undefined, path: FieldPath): void {
  const text = address ?? '';
  const strict = gateIsOn(scope, 'strictIpAddresses');
  if (isIpAddress(text, { strict })) return;
  const detail = strict
    ? 'must be an IP address without leading zeros and not IPv4 inside IPv6, as "10.9.8.7" and "2001:db8::1" are'
    : 'must be an IP address, as "10.9.8.7" and "2001:db8::1" are';
  scope.problems.invalid('ip-address', path, text, detail);
}
