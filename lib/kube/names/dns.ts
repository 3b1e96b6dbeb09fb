import { atLeast } from '../version';
import { FINE, sentences, tooLong, type Complaints } from './complaints';

/**
 * The name of a container, a volume, a namespace: a DNS label such as `my-app`.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
 */
export function dnsLabelComplaints(value: string): Complaints {
  if (value.length <= 63 && LABEL.test(value)) return FINE;
  const dotted = SUBDOMAIN.test(value) && !LABEL.test(value);
  return sentences(
    tooLong(value, 63),
    dotted && 'must not contain dots',
    !LABEL.test(value) &&
      !dotted &&
      'must consist of lower-case letters, digits and "-", and begin and end with a letter or digit, as "my-name" does',
  );
}

/**
 * The name of most objects: DNS labels joined by dots, such as `example.com`.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names
 */
export function dnsSubdomainComplaints(value: string): Complaints {
  if (value.length <= 253 && SUBDOMAIN.test(value)) return FINE;
  return sentences(
    tooLong(value, 253),
    !SUBDOMAIN.test(value) &&
      'must consist of lower-case letters, digits, "-" and ".", and every part must begin and end with a letter or digit, as "example.com" does',
  );
}

/**
 * The name of a Service and of everything else that must also be an old DNS label: it begins with a letter.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names
 */
export function dns1035LabelComplaints(value: string): Complaints {
  return sentences(
    tooLong(value, 63),
    !LABEL_1035.test(value) &&
      'must consist of lower-case letters, digits and "-", begin with a letter and end with a letter or digit, as "abc-123" does',
  );
}

/** An entry of `dnsConfig.searches`: a subdomain that may hold underscores and end with a dot; `.` alone is the root. */
export function dnsSearchPathComplaints(value: string, version: string): Complaints {
  const path = value.endsWith('.') ? value.slice(0, -1) : value;
  if (!atLeast(version, RELAXED_SEARCH_SINCE)) return dnsSubdomainComplaints(path);
  if (value === '.') return [];
  return sentences(
    tooLong(path, 253),
    !SEARCH.test(path) &&
      'must consist of lower-case letters, digits, "-", "_" and ".", and every part must end with a letter or digit, as "svc.cluster.local" does',
  );
}

const PART = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SEARCH_PART = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const LABEL = new RegExp(`^${PART}$`);
const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = new RegExp(String.raw`^${PART}(\.${PART})*$`);
const SEARCH = new RegExp(String.raw`^${SEARCH_PART}(\.${SEARCH_PART})*$`);
/** The gate RelaxedDNSSearchValidation is on from here. */
const RELAXED_SEARCH_SINCE = '1.33';
