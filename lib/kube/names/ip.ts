import { sentences, type Complaints } from './complaints';

/** The two families of IP addresses, as a Service names them. */
export type IPFamily = 'IPv4' | 'IPv6';

/** The family of an address in strict form (no leading zeros, no IPv4 inside IPv6), or undefined where it is none. */
export function ipFamilyOf(value: string): IPFamily | undefined {
  if (IPV4.test(value)) return 'IPv4';
  const groups = ipv6Groups(value);
  if (groups === undefined || isMappedIPv4(groups)) return undefined;
  return 'IPv6';
}

/** An IP address of either family, in strict form. */
export function ipAddressComplaints(value: string): Complaints {
  return sentences(
    ipFamilyOf(value) === undefined &&
      'must be an IP address without leading zeros and not IPv4 inside IPv6, as "10.9.8.7" and "2001:db8::1" are',
  );
}

const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const IPV4 = new RegExp(String.raw`^${OCTET}(?:\.${OCTET}){3}$`);
const GROUP = /^[0-9A-Fa-f]{1,4}$/;
const GROUPS = 8;

/** The eight groups of an IPv6 address as numbers, or undefined where it is none. Zones (`%eth0`) are none. */
function ipv6Groups(value: string): readonly number[] | undefined {
  const [before = '', after, ...more] = value.split('::');
  if (more.length > 0) return undefined;
  const head = readGroups(before, after === undefined);
  const tail = after === undefined ? [] : readGroups(after, true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = GROUPS - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** The groups between colons; the last may be written as an IPv4 address where it ends the whole address. */
function readGroups(text: string, ends: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [position, part] of parts.entries()) {
    if (GROUP.test(part)) groups.push(Number.parseInt(part, 16));
    else if (ends && position === parts.length - 1 && IPV4.test(part)) groups.push(...ipv4Groups(part));
    else return undefined;
  }
  return groups;
}

function ipv4Groups(address: string): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}

/** `::ffff:10.0.0.1`: the same host has a plain IPv4 address, and the API server wants that. */
function isMappedIPv4(groups: readonly number[]): boolean {
  return groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
}
