import type {
  ConfigMapKeySelector,
  EnvFromSource,
  EnvVar,
  EnvVarSource,
  FileKeySelector,
  SecretKeySelector,
} from '../api/env';
import type { FieldPath } from '../field-path';
import { ENV_FIELDS, validateFieldRef, validateResourceFieldRef } from './downward-api';
import { checkConfigKey, checkDnsLabel, checkDnsSubdomain, checkDnsSubdomainPrefix, checkEnvName } from './name-checks';
import { checkNoBacksteps } from './path-checks';
import { gateIsOn, type PodScope } from './pod-scope';
import { requireText } from './value-checks';
import { sourceNames } from './volume-sources';

/** What a whole environment is taken from, and what the value of one variable is. */
const OBJECTS = ['configMapRef', 'secretRef'] as const;
const KEYS = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const;

/** The environment of one container. A name may come twice: the last one wins, and the server only warns. */
export function validateEnv(scope: PodScope, env: readonly EnvVar[], path: FieldPath): void {
  env.forEach((variable, position) => {
    const at = path.index(position);
    if (!variable.name) {
      requireText(scope.problems, variable.name, at.child('name'), 'the name of the variable');
    } else {
      checkEnvName(scope.problems, variable.name, scope.version, at.child('name'));
    }
    if (variable.valueFrom != null) validateValueFrom(scope, variable, variable.valueFrom, at.child('valueFrom'));
  });
}

/** The ConfigMaps and Secrets that a container takes its environment from. */
export function validateEnvFrom(scope: PodScope, sources: readonly EnvFromSource[], path: FieldPath): void {
  sources.forEach((source, position) => {
    const at = path.index(position);
    if (source.prefix) {
      checkEnvName(scope.problems, source.prefix, scope.version, at.child('prefix'));
    }
    const given = OBJECTS.filter((field) => source[field] != null);
    for (const field of given) validateEnvFromName(scope, source[field]?.name, at.child(field).child('name'));
    // The server names the list and not the entry.
    requireOne(scope, given, OBJECTS, 'env-from-sources', path);
  });
}

function validateEnvFromName(scope: PodScope, name: string | undefined, path: FieldPath): void {
  requireText(scope.problems, name, path, 'the name of the object to read');
  if (name) checkDnsSubdomainPrefix(scope.problems, name, path);
}

function validateValueFrom(scope: PodScope, variable: EnvVar, source: EnvVarSource, path: FieldPath): void {
  const fileKeyRef = gateIsOn(scope, 'fileKeyRef') ? source.fileKeyRef : undefined;
  if (source.fieldRef != null) validateFieldRef(scope, source.fieldRef, ENV_FIELDS, path.child('fieldRef'));
  if (source.resourceFieldRef != null) {
    validateResourceFieldRef(scope, source.resourceFieldRef, path.child('resourceFieldRef'));
  }
  if (source.configMapKeyRef != null) validateKeyRef(scope, source.configMapKeyRef, path.child('configMapKeyRef'));
  if (source.secretKeyRef != null) validateKeyRef(scope, source.secretKeyRef, path.child('secretKeyRef'));
  if (fileKeyRef != null) validateFileKeyRef(scope, fileKeyRef, path.child('fileKeyRef'));

  const given = KEYS.filter((field) => (field === 'fileKeyRef' ? fileKeyRef : source[field]) != null);
  if (variable.value && given.length > 0) {
    scope.problems.invalid('env-sources', path, '', 'cannot stand beside a value: keep one of value and valueFrom');
  } else {
    requireOne(scope, given, KEYS, 'env-sources', path);
  }
}

function validateKeyRef(scope: PodScope, ref: ConfigMapKeySelector | SecretKeySelector, path: FieldPath): void {
  checkDnsSubdomain(scope.problems, ref.name, path.child('name'));
  if (!ref.key) requireText(scope.problems, ref.key, path.child('key'), 'the key to read');
  else checkConfigKey(scope.problems, ref.key, path.child('key'));
}

function validateFileKeyRef(scope: PodScope, ref: FileKeySelector, path: FieldPath): void {
  if (!ref.key) requireText(scope.problems, ref.key, path.child('key'), 'the variable to take from the file');
  else checkEnvName(scope.problems, ref.key, scope.version, path.child('key'));
  if (!ref.path) requireText(scope.problems, ref.path, path.child('path'), 'the file in the volume');
  else checkNoBacksteps(scope.problems, ref.path, path.child('path'));
  validateFileVolume(scope, ref.volumeName, path.child('volumeName'));
}

function validateFileVolume({ problems, spec }: PodScope, name: string | undefined, path: FieldPath): void {
  if (!name) {
    requireText(problems, name, path, 'the emptyDir volume that holds the file');
    return;
  }
  checkDnsLabel(problems, name, path);
  const volume = (spec.volumes ?? []).find((candidate) => candidate.name === name);
  if (volume === undefined) {
    problems.notFound('unknown-volume', path, name, 'must be a volume under spec.volumes');
  } else if (volume.emptyDir == null && sourceNames(volume).length > 0) {
    problems.invalid('env-file-volume', path, name, 'must be an emptyDir volume');
  }
}

function requireOne(
  scope: PodScope,
  given: readonly string[],
  known: readonly string[],
  code: string,
  path: FieldPath,
): void {
  if (given.length === 1) return;
  const detail =
    given.length === 0
      ? `must have one of ${known.join(', ')}`
      : `must have one source, but has ${given.join(' and ')}`;
  scope.problems.invalid(code, path, '', detail);
}
