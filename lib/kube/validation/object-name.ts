import type { ObjectMeta } from '../api/meta';
import { dnsSubdomainComplaints, objectNameComplaints, type Complaints } from '../names';
import type { KubernetesVersion } from '../version';

/**
 * What is wrong with a name, by the rule that the API server of a version has for the names of a kind. The length of a
 * CronJob's name is judged apart, since the server does not hold its prefix against it.
 */
export function nameComplaints(name: string, kind: string, version: KubernetesVersion): Complaints {
  return kind === 'CronJob' ? dnsSubdomainComplaints(name) : objectNameComplaints(kind, name, version);
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
