import type { PodSecurityContext, SecurityContext } from '../api/security';
import type { FieldPath } from '../field-path';
import { gateIsOn, type PodScope } from './pod-scope';

const SYSTEMS = ['linux', 'windows'];
const POD_FIELDS = ['hostPID', 'hostIPC'] as const;
const POD_SECURITY: readonly (keyof PodSecurityContext)[] = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
];
const CONTAINER_SECURITY: readonly (keyof SecurityContext)[] = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

/** The system that a Pod says it is for, and the fields that only the other system has. */
export function validateOs(scope: PodScope, path: FieldPath): void {
  if (scope.spec.os != null) validateFieldsOf(scope, scope.spec.os.name, path);
}

function validateFieldsOf(scope: PodScope, system: string | undefined, path: FieldPath): void {
  const at = path.child('os');
  if (!system) scope.problems.required('pod-os', at.child('name'), `one of ${SYSTEMS.join(', ')}`);
  else if (system === 'linux') validateLinux(scope, path);
  else if (system === 'windows') validateWindows(scope, path);
  else scope.problems.notSupported('pod-os', at, system, SYSTEMS);
}

function validateLinux(scope: PodScope, path: FieldPath): void {
  forbid(scope, scope.spec.securityContext, ['windowsOptions'], path.child('securityContext'), 'Linux');
  for (const { container, path: at } of scope.placed) {
    forbid(scope, container.securityContext, ['windowsOptions'], at.child('securityContext'), 'Linux');
  }
}

function validateWindows(scope: PodScope, path: FieldPath): void {
  const { spec } = scope;
  const securityPath = path.child('securityContext');
  forbid(scope, spec.securityContext, POD_SECURITY.filter(isKnownTo(scope)), securityPath, 'Windows');
  if (spec.securityContext?.sysctls?.length) {
    forbid(scope, spec.securityContext, ['sysctls'], securityPath, 'Windows');
  }
  forbid(
    scope,
    spec,
    POD_FIELDS.filter((field) => spec[field] === true),
    path,
    'Windows',
  );
  forbid(scope, spec, ['shareProcessNamespace'], path, 'Windows');
  if (gateIsOn(scope, 'hostUsers')) forbid(scope, spec, ['hostUsers'], path, 'Windows');
  if (gateIsOn(scope, 'podLevelResources')) forbid(scope, spec, ['resources'], path, 'Windows');
  for (const { container, path: at } of scope.placed) {
    forbid(scope, container.securityContext, CONTAINER_SECURITY, at.child('securityContext'), 'Windows');
  }
}

function isKnownTo(scope: PodScope): (field: keyof PodSecurityContext) => boolean {
  return (field) => (field !== 'supplementalGroupsPolicy' && field !== 'seLinuxChangePolicy') || gateIsOn(scope, field);
}

function forbid<Owner extends object>(
  { problems }: PodScope,
  owner: Owner | undefined,
  fields: readonly (keyof Owner & string)[],
  path: FieldPath,
  system: string,
): void {
  for (const field of fields.filter((name) => owner?.[name] != null)) {
    problems.forbidden('pod-os', path.child(field), `cannot be set for a ${system} Pod`);
  }
}
