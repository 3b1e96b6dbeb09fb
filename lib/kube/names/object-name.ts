import { atLeast } from '../version';
import { tooLong, type Complaints } from './complaints';
import { dns1035LabelComplaints, dnsLabelComplaints, dnsSubdomainComplaints } from './dns';
import { pathSegmentComplaints } from './paths';

/**
 * The `metadata.name` of an object of a kind, by the rule of that kind; a kind that is not known is taken as a custom
 * resource, whose names are DNS subdomains.
 *
 * @param version The Kubernetes version that judges.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function objectNameComplaints(kind: string, name: string, version: string): Complaints {
  if (name === '') return ['must not be empty'];
  return RULES.get(kind)?.(name, version) ?? dnsSubdomainComplaints(name);
}

/** The `metadata.generateName` of an object of a kind: a beginning of a name, which may end with a `-`. */
export function generateNameComplaints(kind: string, prefix: string, version: string): Complaints {
  // The server judges the beginning with its last two characters replaced by one that is always right.
  const name = prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
  return objectNameComplaints(kind, name, version);
}

/** A Service may begin with a digit from here: the gate RelaxedServiceNameValidation is on. */
const RELAXED_SERVICE_SINCE = '1.36';
const LONGEST_CRON_JOB_NAME = 52;

const serviceComplaints = (name: string, version: string): Complaints =>
  atLeast(version, RELAXED_SERVICE_SINCE) ? dnsLabelComplaints(name) : dns1035LabelComplaints(name);

const cronJobComplaints = (name: string): Complaints => {
  const length = tooLong(name, LONGEST_CRON_JOB_NAME);
  return [
    ...dnsSubdomainComplaints(name),
    ...(length === false ? [] : [`${length}: every Job of it appends 11 characters`]),
  ];
};

/** Kinds whose names must fit into a URL and nothing else: no rule of a PodDisruptionBudget asks for more. */
const PATH_SEGMENTS = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'PodDisruptionBudget'];

const RULES: ReadonlyMap<string, (name: string, version: string) => Complaints> = new Map([
  ['Namespace', dnsLabelComplaints],
  ['Service', serviceComplaints],
  ['StatefulSet', dnsLabelComplaints],
  ['CronJob', cronJobComplaints],
  ...PATH_SEGMENTS.map((kind) => [kind, pathSegmentComplaints] as const),
]);
