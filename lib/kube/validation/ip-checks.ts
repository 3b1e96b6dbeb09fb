import type { FieldPath } from '../field-path';
import { gateIsOn, type PodScope } from './pod-scope';

/** An address: since 1.36 without leading zeros and not an IPv4 address in IPv6 form. */
export function checkIpAddress(scope: PodScope, address: string | undefined, path: FieldPath): void {
  const strict = gateIsOn(scope, 'strictIpAddresses');
  if (isIpAddress(address ?? '', strict)) return;
  const detail = strict
    ? 'must be an IP address: IPv4 without leading zeros, or IPv6 that does not map IPv4'
    : 'must be an IP address';
  scope.problems.invalid('ip-address', path, address ?? '', detail);
}

function isIpAddress(text: string, strict: boolean): boolean {
  const octet = strict ? '(0|[1-9][0-9]{0,2})' : '[0-9]+';
  const v4 = new RegExp(`^${octet}(\\.${octet}){3}$`);
  if (v4.test(text)) return text.split('.').every((part) => Number(part) <= 255);
  return /^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/.test(text) && !(strict && /^::ffff:[0-9.]+$/i.test(text));
}
