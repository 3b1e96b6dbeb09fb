import type { Service, ServiceSpec } from '../api/service';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { atLeast, type KubernetesVersion } from '../version';
import { ipFamilyOf, isCidr, isIpAddress, isSpecialIpAddress, type IpReading } from './ip-address';

const FAMILIES: readonly string[] = ['IPv4', 'IPv6'];
const FAMILY_POLICIES: readonly string[] = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** Judges the cluster addresses of a Service and their families, which the server looks at before all else. */
export function validateServiceAddresses(
  problems: ProblemList,
  spec: ServiceSpec,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  if (spec.type === 'ExternalName') return;
  const before = problems.problems.length;
  const { clusterIP = '', ipFamilies = [], ipFamilyPolicy } = spec;
  const addresses = clusterAddressesOf(spec);
  const place = path.child('clusterIPs');
  if (clusterIP === '' && addresses.length > 0) {
    problems.invalid('cluster-ips', place, addresses, 'clusterIP must be set too, to the first of them');
  } else if (clusterIP !== '' && addresses[0] !== clusterIP) {
    problems.invalid('cluster-ips', place, addresses, 'the first must be the same as clusterIP');
  }
  validateFamilies(problems, ipFamilies, path.child('ipFamilies'));
  if (ipFamilyPolicy !== undefined && !FAMILY_POLICIES.includes(ipFamilyPolicy)) {
    problems.notSupported('ip-family-policy', path.child('ipFamilyPolicy'), ipFamilyPolicy, FAMILY_POLICIES);
  }
  const areSound = validateClusterAddresses(problems, addresses, place, readingOf(version));
  if (areSound && addresses[0] !== 'None') validatePairing(problems, addresses, ipFamilies, place);
  if (problems.problems.length === before) validateSingleStack(problems, spec, path);
}

/** One family is the policy where none is written, save for a headless Service without a selector, which gets both. */
function validateSingleStack(problems: ProblemList, spec: ServiceSpec, path: FieldPath): void {
  const { clusterIP, ipFamilies = [], selector = {} } = spec;
  const isOpen = clusterIP === 'None' && Object.keys(selector).length === 0;
  const policy = spec.ipFamilyPolicy ?? (isOpen ? 'RequireDualStack' : 'SingleStack');
  if (policy !== 'SingleStack' || (clusterAddressesOf(spec).length < 2 && ipFamilies.length < 2)) return;
  const detail = 'must be "PreferDualStack" or "RequireDualStack" where two addresses or two families are given';
  problems.invalid('ip-family-policy', path.child('ipFamilyPolicy'), policy, detail);
}

/** Judges the addresses that somebody routes to the nodes. */
export function validateExternalIps(
  problems: ProblemList,
  addresses: readonly string[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  addresses.forEach((address, position) => {
    if (!isIpAddress(address, readingOf(version))) {
      problems.invalid('ip-address', path.index(position), address, 'must be an IP address');
    } else if (isSpecialIpAddress(address)) {
      problems.invalid('special-ip-address', path.index(position), address, 'must be an address that can be routed');
    }
  });
}

/** Judges from where a load balancer takes traffic; the field wins over the older annotation. */
export function validateSourceRanges(
  problems: ProblemList,
  { metadata, spec = {} }: Service,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const { loadBalancerSourceRanges = [], type } = spec;
  const annotation = metadata?.annotations?.[SOURCE_RANGES];
  const isField = loadBalancerSourceRanges.length > 0;
  if (!isField && annotation === undefined) return;
  // The server spells this field with a capital.
  const place = isField
    ? path.child('LoadBalancerSourceRanges')
    : FieldPath.of('metadata').child('annotations').key(SOURCE_RANGES);
  if (type !== 'LoadBalancer') {
    problems.forbidden('load-balancer-only', place, 'may only be set where type is "LoadBalancer"');
  }
  const written = (annotation ?? '').trim();
  const ranges = isField ? loadBalancerSourceRanges : written === '' ? [] : written.split(',');
  ranges.forEach((range, position) => {
    if (isCidr(range.trim(), readingOf(version))) return;
    const detail = 'must be a range of addresses such as "10.0.0.0/8"';
    problems.invalid('cidr', isField ? place.index(position) : place, range, detail);
  });
}

function readingOf(version: KubernetesVersion): IpReading {
  return { strict: atLeast(version, '1.36') };
}

function clusterAddressesOf({ clusterIP = '', clusterIPs = [] }: ServiceSpec): readonly string[] {
  return clusterIPs.length === 0 && clusterIP !== '' ? [clusterIP] : clusterIPs;
}

function validateFamilies(problems: ProblemList, families: readonly string[], path: FieldPath): void {
  families.forEach((family, position) => {
    const place = path.index(position);
    if (!FAMILIES.includes(family)) problems.notSupported('ip-family', place, family, FAMILIES);
    if (families.indexOf(family) < position) {
      problems.duplicate('ip-family', place, family, 'each family stands once');
    }
  });
}

function validateClusterAddresses(
  problems: ProblemList,
  addresses: readonly string[],
  path: FieldPath,
  reading: IpReading,
): boolean {
  let areSound = true;
  addresses.forEach((address, position) => {
    if (address === 'None' && position === 0) {
      if (addresses.length === 1) return;
      problems.invalid('cluster-ips', path, addresses, '"None" must stand alone');
    } else if (!isIpAddress(address, reading)) {
      problems.invalid('ip-address', path.index(position), address, 'must be an IP address, or "None"');
    } else {
      return;
    }
    areSound = false;
  });
  if (addresses.length > 2) problems.invalid('cluster-ips', path, addresses, 'must not be more than two');
  return areSound;
}

function validatePairing(
  problems: ProblemList,
  addresses: readonly string[],
  families: readonly string[],
  path: FieldPath,
): void {
  if (addresses.length > 1 && new Set(addresses.map(ipFamilyOf)).size < 2) {
    problems.invalid('cluster-ips', path, addresses, 'must be one address of each family');
  }
  addresses.forEach((address, position) => {
    const family = families[position];
    if (family === undefined || !FAMILIES.includes(family) || ipFamilyOf(address) === family) return;
    const detail = `must be ${family}, as ipFamilies[${position}] says`;
    problems.invalid('cluster-ips', path.index(position), address, detail);
  });
}
