import type { PodDNSConfig } from '../api/pod-network';
import type { FieldPath } from '../field-path';
import { checkIpAddress } from './ip-checks';
import { checkSearchDomain } from './name-checks';
import type { PodScope } from './pod-scope';
import { checkWord } from './value-checks';

const POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCH_LIST = 2048;

/** How names are resolved in the Pod: the policy and what is added to it. */
export function validateDns(scope: PodScope, path: FieldPath): void {
  const { problems, spec } = scope;
  checkWord(problems, 'dns-policy', spec.dnsPolicy, POLICIES, path.child('dnsPolicy'));
  const at = path.child('dnsConfig');
  if (spec.dnsPolicy === 'None') {
    if (spec.dnsConfig == null) {
      problems.required('dns-config', at, 'how to resolve names, because dnsPolicy is None');
      return;
    }
    if (!spec.dnsConfig.nameservers?.length) {
      problems.required('dns-config', at.child('nameservers'), 'at least one, because dnsPolicy is None');
      return;
    }
  }
  if (spec.dnsConfig != null) validateDnsConfig(scope, spec.dnsConfig, at);
}

function validateDnsConfig(scope: PodScope, config: PodDNSConfig, path: FieldPath): void {
  const { problems } = scope;
  const { nameservers = [], searches = [], options = [] } = config;
  const serversPath = path.child('nameservers');
  if (nameservers.length > MOST_NAMESERVERS) {
    problems.invalid('too-many-nameservers', serversPath, nameservers, 'must be 3 at most');
  }
  nameservers.forEach((address, position) => {
    checkIpAddress(scope, address, serversPath.index(position));
  });
  const searchesPath = path.child('searches');
  if (searches.length > MOST_SEARCHES) {
    problems.invalid('too-many-searches', searchesPath, searches, 'must be 32 at most');
  }
  if (searches.join(' ').length > LONGEST_SEARCH_LIST) {
    problems.invalid('too-many-searches', searchesPath, searches, 'must not exceed 2048 characters, blanks included');
  }
  searches.forEach((domain, position) => {
    checkSearchDomain(problems, domain, scope.version, searchesPath.index(position));
  });
  options.forEach((option, position) => {
    if (!option.name)
      problems.required('required-field', path.child('options').index(position), 'the name of the option');
  });
}
