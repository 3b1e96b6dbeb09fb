import type { AppArmorProfile, SeccompProfile } from '../api/security';
import type { FieldPath } from '../field-path';
import { utf8Length } from '../names';
import type { ProblemList } from '../problem-list';
import { checkLocalPath } from './path-checks';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];

/** The longest name of an AppArmor profile, in bytes. */
export const LONGEST_PROFILE = 4095;

/** A seccomp profile: a known type, and a file on the node if and only if it is Localhost. */
export function validateSeccompProfile(
  problems: ProblemList,
  profile: SeccompProfile | undefined,
  path: FieldPath,
): void {
  if (profile == null) return;
  validateType(problems, 'seccomp-profile', profile.type, path);
  const at = path.child('localhostProfile');
  if (profile.type !== 'Localhost') {
    if (profile.localhostProfile == null) return;
    problems.invalid('seccomp-profile', at, profile, 'is for type Localhost only');
  } else if (profile.localhostProfile == null) {
    problems.required('seccomp-profile', at, 'the profile file on the node, because type is Localhost');
  } else {
    checkLocalPath(problems, profile.localhostProfile, at);
  }
}

/** An AppArmor profile: a known type, and a profile loaded on the node if and only if it is Localhost. */
export function validateAppArmorProfile(
  problems: ProblemList,
  profile: AppArmorProfile | undefined,
  path: FieldPath,
): void {
  if (profile == null) return;
  validateType(problems, 'apparmor-profile', profile.type, path);
  const at = path.child('localhostProfile');
  const name = profile.localhostProfile;
  if (profile.type === 'Localhost') validateProfileName(problems, name, at);
  else if (name != null && TYPES.includes(profile.type)) {
    problems.invalid('apparmor-profile', at, name, 'is for type Localhost only');
  }
}

function validateType(problems: ProblemList, code: string, type: string | undefined, path: FieldPath): void {
  if (!type) problems.required(code, path.child('type'), `one of ${TYPES.join(', ')}`);
  else if (!TYPES.includes(type)) problems.notSupported(code, path.child('type'), type, TYPES);
}

function validateProfileName(problems: ProblemList, name: string | undefined, path: FieldPath): void {
  if (name == null || name === '') {
    problems.required('apparmor-profile', path, 'the profile loaded on the node, because type is Localhost');
    return;
  }
  if (name.trim() !== name) {
    problems.invalid('apparmor-profile', path, name, 'must not begin or end with a blank');
  }
  if (utf8Length(name) > LONGEST_PROFILE) problems.tooLong('apparmor-profile', path, name, LONGEST_PROFILE);
}
