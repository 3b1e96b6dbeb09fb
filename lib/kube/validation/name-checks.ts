import type { FieldPath } from '../field-path';
import {
  configMapKeyComplaints,
  dnsLabelComplaints,
  dnsSearchPathComplaints,
  dnsSubdomainComplaints,
  envNameComplaints,
  headerNameComplaints,
  labelKeyComplaints,
  portNameComplaints,
  type Complaints,
} from '../names';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';

/** A name that is one DNS label: container, volume and host names. Returns whether it is. */
export function checkDnsLabel(problems: ProblemList, name: string | undefined, path: FieldPath): boolean {
  return report(problems, 'invalid-name', name, dnsLabelComplaints(name ?? ''), path);
}

/** A name of an object in the API: DNS labels joined by dots. Returns whether it is. */
export function checkDnsSubdomain(problems: ProblemList, name: string | undefined, path: FieldPath): boolean {
  return report(problems, 'invalid-name', name, dnsSubdomainComplaints(name ?? ''), path);
}

/** The beginning of an object's name, so that a "-" may end it: the server looks at it with its last two letters cut. */
export function checkDnsSubdomainPrefix(problems: ProblemList, name: string, path: FieldPath): boolean {
  const whole = name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
  return report(problems, 'invalid-name', name, dnsSubdomainComplaints(whole), path);
}

/** A name with or without a domain before it: `name` or `example.com/name`. Returns whether it is. */
export function checkQualifiedName(problems: ProblemList, name: string, path: FieldPath): boolean {
  return report(problems, 'invalid-name', name, labelKeyComplaints(name), path);
}

/** The name of a port. Returns whether it is one. */
export function checkPortName(problems: ProblemList, name: string, path: FieldPath): boolean {
  return report(problems, 'invalid-port-name', name, portNameComplaints(name), path);
}

/** The name of a variable, which newer servers judge less strictly. Returns whether it is one. */
export function checkEnvName(
  problems: ProblemList,
  name: string,
  version: KubernetesVersion,
  path: FieldPath,
): boolean {
  return report(problems, 'invalid-env-name', name, envNameComplaints(name, version), path);
}

/** A key of a ConfigMap or Secret. Returns whether it is one. */
export function checkConfigKey(problems: ProblemList, key: string, path: FieldPath): boolean {
  return report(problems, 'invalid-key', key, configMapKeyComplaints(key), path);
}

/** The name of an HTTP header. Returns whether it is one. */
export function checkHeaderName(problems: ProblemList, name: string | undefined, path: FieldPath): boolean {
  return report(problems, 'invalid-header-name', name, headerNameComplaints(name ?? ''), path);
}

/** A domain that host names are completed with, which newer servers judge less strictly. Returns whether it is one. */
export function checkSearchDomain(
  problems: ProblemList,
  domain: string,
  version: KubernetesVersion,
  path: FieldPath,
): boolean {
  return report(problems, 'invalid-search-domain', domain, dnsSearchPathComplaints(domain, version), path);
}

function report(
  problems: ProblemList,
  code: string,
  value: string | undefined,
  complaints: Complaints,
  path: FieldPath,
): boolean {
  if (complaints.length === 0) return true;
  problems.invalid(code, path, value ?? '', complaints.join('; '));
  return false;
}
