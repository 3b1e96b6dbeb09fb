import type { WindowsSecurityContextOptions } from '../api/security';
import type { FieldPath } from '../field-path';
import { utf8Length } from '../names';
import type { ProblemList } from '../problem-list';
import { checkDnsSubdomain } from './name-checks';

const LONGEST_CREDENTIAL_SPEC = 64 * 1024;
const LONGEST_DOMAIN = 255;
const LONGEST_USER = 104;
const CONTROL = /\p{Cc}/u;
const NETBIOS_NAME = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const DNS_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const DNS_NAME = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);
const NO_USER_CHARACTERS = /["/\\:;|=,+*?<>@[\]]/;

/** The Windows half of a security context. */
export function validateWindowsOptions(
  problems: ProblemList,
  options: WindowsSecurityContextOptions | undefined,
  path: FieldPath,
): void {
  if (options == null) return;
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
  if (gmsaCredentialSpecName != null) {
    checkDnsSubdomain(problems, gmsaCredentialSpecName, path.child('gmsaCredentialSpecName'));
  }
  if (gmsaCredentialSpec != null) {
    validateCredentialSpec(problems, gmsaCredentialSpec, path.child('gmsaCredentialSpec'));
  }
  if (runAsUserName != null) {
    for (const detail of userNameFaults(runAsUserName)) {
      problems.invalid('windows-user-name', path.child('runAsUserName'), runAsUserName, detail);
    }
  }
}

function validateCredentialSpec(problems: ProblemList, spec: string, path: FieldPath): void {
  if (spec === '') problems.invalid('windows-credential-spec', path, spec, 'must not be empty');
  if (utf8Length(spec) > LONGEST_CREDENTIAL_SPEC) {
    problems.invalid('windows-credential-spec', path, spec, 'must not be longer than 64 KiB');
  }
}

/**
 * What is wrong with a Windows account in the form `user` or `domain\user`.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/
 */
function userNameFaults(name: string): string[] {
  if (name === '') return ['must not be empty'];
  if (CONTROL.test(name)) return ['must not contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ['must not contain more than one backslash'];
  const [user = '', domain] = parts.reverse();
  return [
    ...(domain !== undefined && domain.length > LONGEST_DOMAIN ? ['the domain must not exceed 255 characters'] : []),
    ...(domain !== undefined && !NETBIOS_NAME.test(domain) && !DNS_NAME.test(domain)
      ? ['the domain must be a NetBIOS or DNS name']
      : []),
    ...(user === '' ? ['the user must not be empty'] : []),
    ...(user.length > LONGEST_USER ? ['the user must not exceed 104 characters'] : []),
    ...(/^[. ]+$/.test(user) ? ['the user must not be dots and blanks only'] : []),
    ...(NO_USER_CHARACTERS.test(user) ? ['the user must not contain any of "/\\:;|=,+*?<>@[]'] : []),
  ];
}
