import type { IPBlock } from '../api/network-policy';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { isOn } from './gates';
import { isCidr, isSmallerRange, tryAddressRange } from './ip-address';
import type { Written } from './written';

/**
 * Judges a block of addresses, and that what is left out of it is a smaller block inside it. A server that is strict
 * about the spelling of a block compares it all the same.
 */
export function validateIpBlock(
  problems: ProblemList,
  { cidr = '', except = [] }: Written<IPBlock>,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  if (cidr === '') {
    problems.required('cidr', path.child('cidr'), 'a block of addresses such as "192.0.2.0/24"');
    return;
  }
  checkCidr(problems, cidr, path.child('cidr'), version);
  const whole = tryAddressRange(cidr);
  if (whole === undefined) return;
  except.forEach((part, position) => {
    const place = path.child('except').index(position);
    checkCidr(problems, part, place, version);
    const range = tryAddressRange(part);
    if (range === undefined || isSmallerRange(range, whole)) return;
    problems.invalid('except-outside-cidr', place, part, `must be a smaller block inside ${cidr}`);
  });
}

function checkCidr(problems: ProblemList, text: string, path: FieldPath, version: KubernetesVersion): void {
  const strict = isOn('strictIpAddresses', version);
  if (isCidr(text, { strict })) return;
  const detail = strict
    ? 'must be a block of addresses without leading zeros and with nothing behind its length, as "192.0.2.0/24" is'
    : 'must be a block of addresses, as "192.0.2.0/24" is';
  problems.invalid('cidr', path, text, detail);
}
