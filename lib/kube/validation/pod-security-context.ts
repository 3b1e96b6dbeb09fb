import type { PodSecurityContext, Sysctl } from '../api/security';
import type { FieldPath } from '../field-path';
import { gateIsOn, type PodScope } from './pod-scope';
import { validateAppArmorProfile, validateSeccompProfile } from './profiles';
import { checkId, checkOptionalWord } from './value-checks';
import { validateWindowsOptions } from './windows-options';

const LONGEST_SYSCTL = 253;
const SYSCTL_PART = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const SYSCTL = new RegExp(`^(${SYSCTL_PART}[./])*${SYSCTL_PART}$`);

/** The security context of the Pod itself, the process namespace it shares included. */
export function validatePodSecurityContext(scope: PodScope, path: FieldPath): void {
  const { problems, spec } = scope;
  const context = spec.securityContext ?? {};
  checkId(problems, context.fsGroup, path.child('fsGroup'));
  checkId(problems, context.runAsUser, path.child('runAsUser'));
  checkId(problems, context.runAsGroup, path.child('runAsGroup'));
  (context.supplementalGroups ?? []).forEach((group, position) => {
    checkId(problems, group, path.child('supplementalGroups').index(position));
  });
  if (spec.shareProcessNamespace === true && spec.hostPID === true) {
    const detail = "cannot stand beside hostPID: the containers share either the host's processes or their own";
    problems.invalid('share-process-namespace', path.child('shareProcessNamespace'), true, detail);
  }
  validateSysctls(scope, context.sysctls ?? [], path.child('sysctls'));
  validatePolicies(scope, context, path);
  validateSeccompProfile(problems, context.seccompProfile, path.child('seccompProfile'));
  validateWindowsOptions(problems, context.windowsOptions, path.child('windowsOptions'));
  validateAppArmorProfile(problems, context.appArmorProfile, path.child('appArmorProfile'));
}

function validatePolicies(scope: PodScope, context: PodSecurityContext, path: FieldPath): void {
  const check = (
    field: 'fsGroupChangePolicy' | 'supplementalGroupsPolicy' | 'seLinuxChangePolicy',
    words: string[],
  ) => {
    checkOptionalWord(scope.problems, 'security-policy', context[field], words, path.child(field));
  };
  check('fsGroupChangePolicy', ['Always', 'OnRootMismatch']);
  if (gateIsOn(scope, 'supplementalGroupsPolicy')) check('supplementalGroupsPolicy', ['Merge', 'Strict']);
  // MountOption has a gate of its own, which no version up to 1.36 has on.
  if (gateIsOn(scope, 'seLinuxChangePolicy')) check('seLinuxChangePolicy', ['Recursive']);
}

function validateSysctls(scope: PodScope, sysctls: readonly Sysctl[], path: FieldPath): void {
  const { problems } = scope;
  const names = new Set<string>();
  sysctls.forEach((sysctl, position) => {
    const at = path.index(position).child('name');
    const name = sysctl.name || '';
    if (name === '') {
      problems.required('sysctl-name', at, 'the kernel parameter to set');
    } else if (name.length > LONGEST_SYSCTL || !SYSCTL.test(name)) {
      const detail = 'must be parts of a-z, 0-9, "-" and "_" joined by "." or "/", 253 characters at most';
      problems.invalid('sysctl-name', at, name, detail);
    } else if (names.has(name)) {
      problems.duplicate('duplicate-sysctl', at, name, 'a kernel parameter can be set only once');
    }
    validateHostSysctl(scope, name, at);
    names.add(name);
  });
}

/** A parameter of a namespace that the Pod shares with the host would change the host. */
function validateHostSysctl({ problems, spec }: PodScope, name: string, path: FieldPath): void {
  const dotted = dottedSysctl(name);
  if (spec.hostNetwork === true && dotted.startsWith('net.')) {
    problems.invalid('host-sysctl', path, name, 'would change the host, because hostNetwork is true');
  }
  const isIpc = ['kernel.shm', 'kernel.msg', 'fs.mqueue.'].some((start) => dotted.startsWith(start));
  if (spec.hostIPC === true && (isIpc || dotted === 'kernel.sem')) {
    problems.invalid('host-sysctl', path, name, 'would change the host, because hostIPC is true');
  }
}

/** A name in its dotted form: `net/ipv4/x.y` means what `net.ipv4.x/y` means, so the two marks change places. */
function dottedSysctl(name: string): string {
  const first = /[./]/.exec(name)?.[0];
  if (first !== '/') return name;
  return name.replace(/[./]/g, (mark) => (mark === '/' ? '.' : '/'));
}
