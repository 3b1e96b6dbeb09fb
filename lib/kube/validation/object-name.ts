import type { ObjectMeta } from '../api/meta';
import { atLeast, type KubernetesVersion } from '../version';
import { isDns1035Label, isDnsLabel, isSubdomain } from './names';

/** What the names of a kind must look like. */
export interface NameRule {
  readonly matches: (name: string) => boolean;
  readonly detail: string;
  readonly see: string;
}

/** The rule that the API server of a version applies to the names of a kind. */
export function nameRuleOf(kind: string, version: KubernetesVersion): NameRule {
  if (kind === 'Service') return atLeast(version, '1.36') ? DNS_LABEL : DNS_1035_LABEL;
  return kind === 'StatefulSet' ? DNS_LABEL : SUBDOMAIN;
}

/** Whether a name fits the rule. */
export function isNameOf(rule: NameRule, name: string): boolean {
  return rule.matches(name);
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
const SEE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';

const SUBDOMAIN: NameRule = {
  matches: isSubdomain,
  detail:
    'a name is at most 253 lower-case letters, digits, "-" and ".", and begins and ends with a letter or digit ' +
    'on both sides of every dot',
  see: `${SEE}#dns-subdomain-names`,
};

const DNS_LABEL: NameRule = {
  matches: isDnsLabel,
  detail: 'a name is at most 63 lower-case letters, digits and "-", and begins and ends with a letter or digit',
  see: `${SEE}#dns-label-names`,
};

const DNS_1035_LABEL: NameRule = {
  matches: isDns1035Label,
  detail:
    'a name is at most 63 lower-case letters, digits and "-", begins with a letter and ends with a letter or digit',
  see: `${SEE}#rfc-1035-label-names`,
};
