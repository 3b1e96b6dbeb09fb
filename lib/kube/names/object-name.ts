import type { Complaints } from './complaints';
import { tooLong } from './complaints';
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

const LONGEST_CRON_JOB_NAME = 52;

const cronJobComplaints = (name: string): Complaints => {
  const length = tooLong(name, LONGEST_CRON_JOB_NAME);
  return [
    ...dnsSubdomainComplaints(name),
    ...(length === false ? [] : [`${length}: every Job of it appends 11 characters`]),
  ];
};

const RULES: ReadonlyMap<string, (name: string, version: string) => Complaints> = new Map([
  ['Namespace', dnsLabelComplaints],
  ['Service', dns1035LabelComplaints],
  ['CronJob', cronJobComplaints],
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind) => [kind, pathSegmentComplaints] as const),
]);
