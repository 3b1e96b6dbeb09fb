import type { SecurityContext } from '../api/security';
import type { FieldPath } from '../field-path';
import { gateIsOn, hasOwnUsers, type PodScope } from './pod-scope';
import { validateAppArmorProfile, validateSeccompProfile } from './profiles';
import { checkId, checkOptionalWord } from './value-checks';
import { validateWindowsOptions } from './windows-options';

const PROC_MOUNTS = ['Default', 'Unmasked'];

/** The security context of one container. */
export function validateSecurityContext(scope: PodScope, context: SecurityContext, path: FieldPath): void {
  const { problems } = scope;
  checkId(problems, context.runAsUser, path.child('runAsUser'));
  checkId(problems, context.runAsGroup, path.child('runAsGroup'));
  if (context.procMount != null && gateIsOn(scope, 'procMount'))
    validateProcMount(scope, context, path.child('procMount'));
  validateSeccompProfile(problems, context.seccompProfile, path.child('seccompProfile'));
  validateEscalation(scope, context, path);
  validateWindowsOptions(problems, context.windowsOptions, path.child('windowsOptions'));
  validateAppArmorProfile(problems, context.appArmorProfile, path.child('appArmorProfile'));
}

function validateProcMount(scope: PodScope, { procMount }: SecurityContext, path: FieldPath): void {
  checkOptionalWord(scope.problems, 'proc-mount', procMount, PROC_MOUNTS, path);
  if (procMount === 'Unmasked' && !hasOwnUsers(scope)) {
    scope.problems.invalid('proc-mount', path, procMount, 'Unmasked needs hostUsers: false at the Pod');
  }
}

function validateEscalation({ problems }: PodScope, context: SecurityContext, path: FieldPath): void {
  if (context.allowPrivilegeEscalation !== false) return;
  if (context.privileged === true) {
    const detail = 'a privileged container can always escalate: allowPrivilegeEscalation cannot be false';
    problems.invalid('privilege-escalation', path, context, detail);
  }
  if (context.capabilities?.add?.includes('CAP_SYS_ADMIN')) {
    const detail = 'a container with CAP_SYS_ADMIN can always escalate: allowPrivilegeEscalation cannot be false';
    problems.invalid('privilege-escalation', path, context, detail);
  }
}
