import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED_PART = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** A name that is one DNS label: container, volume and host names. Returns whether it is. */
export function checkDnsLabel(problems: ProblemList, name: string | undefined, path: FieldPath): boolean {
  if (name != null && name.length <= 63 && LABEL.test(name)) return true;
  const detail = 'must be a DNS label: a-z, 0-9 and "-", beginning and ending with a letter or digit, 63 at most';
  problems.invalid('invalid-name', path, name ?? '', detail);
  return false;
}

/** A name of an object in the API: DNS labels joined by dots. Returns whether it is. */
export function checkDnsSubdomain(problems: ProblemList, name: string | undefined, path: FieldPath): boolean {
  if (isDnsSubdomain(name ?? '')) return true;
  const detail = 'must be a DNS name: a-z, 0-9, "-" and ".", each part beginning and ending with a letter or digit';
  problems.invalid('invalid-name', path, name ?? '', detail);
  return false;
}

/** The beginning of an object's name, so that a "-" may end it. */
export function checkDnsSubdomainPrefix(problems: ProblemList, name: string, path: FieldPath): void {
  const whole = name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
  if (!isDnsSubdomain(whole)) checkDnsSubdomain(problems, name, path);
}

/** A name with or without a domain before it: `name` or `example.com/name`. Returns whether it is. */
export function checkQualifiedName(problems: ProblemList, name: string, path: FieldPath): boolean {
  if (isQualifiedName(name)) return true;
  const detail = 'must be a name of letters, digits, "-", "_" and ".", 63 at most, or domain/name';
  problems.invalid('invalid-name', path, name, detail);
  return false;
}

/** Whether a text is `name` or `domain/name`. */
export function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const name = parts.pop() ?? '';
  if (name.length > 63 || !QUALIFIED_PART.test(name)) return false;
  return parts.length === 0 || (parts.length === 1 && isDnsSubdomain(parts[0] ?? ''));
}

function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && SUBDOMAIN.test(name);
}

/** The name of a port. Returns whether it is one. */
export function checkPortName(problems: ProblemList, name: string, path: FieldPath): boolean {
  if (name.length <= 15 && /^(?!-)(?!.*--)(?=.*[a-z])[-a-z0-9]*[a-z0-9]$/.test(name)) return true;
  const detail = 'must be at most 15 of a-z, 0-9 and single "-" between them, with a letter among them';
  problems.invalid('invalid-port-name', path, name, detail);
  return false;
}

/** The name of a variable: any printable ASCII but "=" when relaxed, else a file-like name. */
export function checkEnvName(problems: ProblemList, name: string, relaxed: boolean, path: FieldPath): void {
  if (relaxed ? /^[ -<>-~]+$/.test(name) : /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && isKeyLike(name)) return;
  const detail = relaxed
    ? 'must be printable ASCII characters without "="'
    : 'must be letters, digits, "-", "_" and ".", not begin with a digit or with ".."';
  problems.invalid('invalid-env-name', path, name, detail);
}

/** A key of a ConfigMap or Secret. */
export function checkConfigKey(problems: ProblemList, key: string, path: FieldPath): void {
  if (key.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(key) && isKeyLike(key)) return;
  const detail = 'must be letters, digits, "-", "_" and ".", 253 at most, not "." and not beginning with ".."';
  problems.invalid('invalid-key', path, key, detail);
}

/** The name of an HTTP header. */
export function checkHeaderName(problems: ProblemList, name: string | undefined, path: FieldPath): void {
  if (name != null && /^[-A-Za-z0-9]+$/.test(name)) return;
  problems.invalid('invalid-header-name', path, name ?? '', 'must be letters, digits and "-"');
}

/** A domain that host names are completed with; relaxed, it may hold "_", or be the root. */
export function checkSearchDomain(problems: ProblemList, domain: string, relaxed: boolean, path: FieldPath): void {
  if (relaxed && domain === '.') return;
  const name = domain.endsWith('.') ? domain.slice(0, -1) : domain;
  const sound = relaxed
    ? name.length <= 253 && /^[a-z0-9_]([-_a-z0-9]*[a-z0-9_])?(\.[a-z0-9]([-a-z0-9_]*[a-z0-9])?)*$/.test(name)
    : isDnsSubdomain(name);
  if (!sound)
    problems.invalid('invalid-search-domain', path, domain, 'must be a DNS name, with or without a final "."');
}

function isKeyLike(text: string): boolean {
  return text !== '.' && !text.startsWith('..');
}
