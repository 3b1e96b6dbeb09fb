import type { ObjectMeta } from '../api/meta';
import { dns1035LabelComplaints, dnsLabelComplaints, dnsSubdomainComplaints, type Complaints } from '../names';
import { atLeast, type KubernetesVersion } from '../version';

/** What is wrong with a name, by the rule that the API server of a version has for the names of a kind. */
export function nameComplaints(name: string, kind: string, version: KubernetesVersion): Complaints {
  if (kind === 'StatefulSet') return dnsLabelComplaints(name);
  if (kind !== 'Service') return dnsSubdomainComplaints(name);
  return atLeast(version, '1.36') ? dnsLabelComplaints(name) : dns1035LabelComplaints(name);
}

/**
 * The name that an object will have. The server cuts `generateName` at 58 characters and appends five of its own, for
 * which five of the same kind stand here.
 */
export function generatedName({ name = '', generateName = '' }: ObjectMeta): string {
  if (name !== '' || generateName === '') return name;
  return `${generateName.slice(0, LONGEST_PREFIX)}xxxxx`;
}

/** A prefix as the server judges it: a dash at its end is no fault, since more follows. */
export function prefixOf(generateName: string): string {
  return generateName.length > 1 && generateName.endsWith('-') ? `${generateName.slice(0, -2)}a` : generateName;
}

const LONGEST_PREFIX = 58;
