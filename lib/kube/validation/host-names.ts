import type { FieldPath } from '../field-path';
import { checkIpAddress } from './ip-checks';
import { checkDnsLabel, checkDnsSubdomain } from './name-checks';
import { gateIsOn, type PodScope } from './pod-scope';

const LONGEST_HOST_NAME = 64;

/** What the Pod calls itself, and the lines added to its hosts file. */
export function validateHostNames(scope: PodScope, path: FieldPath): void {
  const { problems, spec } = scope;
  if (spec.hostname) checkDnsLabel(problems, spec.hostname, path.child('hostname'));
  if (spec.subdomain) checkDnsLabel(problems, spec.subdomain, path.child('subdomain'));
  if (spec.hostnameOverride != null && gateIsOn(scope, 'hostnameOverride')) {
    validateOverride(scope, spec.hostnameOverride, path.child('hostnameOverride'));
  }
  (spec.hostAliases ?? []).forEach((alias, position) => {
    const at = path.child('hostAliases').index(position);
    checkIpAddress(scope, alias.ip, at.child('ip'));
    (alias.hostnames ?? []).forEach((name, namePosition) => {
      checkDnsSubdomain(problems, name, at.child('hostnames').index(namePosition));
    });
  });
}

/** A host name of one's own is the kernel's, so that neither the host's nor the full domain name can be asked for. */
function validateOverride({ problems, spec }: PodScope, name: string, path: FieldPath): void {
  checkDnsSubdomain(problems, name, path);
  if (name.length > LONGEST_HOST_NAME) problems.tooLong('host-name-override', path, name, LONGEST_HOST_NAME);
  if (spec.hostNetwork === true) problems.forbidden('host-name-override', path, 'cannot stand beside hostNetwork');
  if (spec.setHostnameAsFQDN === true) {
    problems.forbidden('host-name-override', path, 'cannot stand beside setHostnameAsFQDN');
  }
}
