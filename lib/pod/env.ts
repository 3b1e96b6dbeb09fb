import type { EnvFromSource, EnvVar, EnvVarSource } from '../kube/api/env';
import type { Because, Except } from './reason';

/** An object named outright, or something that has a name: a construct, for example. */
export type Named = string | { readonly name: string };

/** Where a variable's value comes from when the Pod starts. */
export interface EnvFrom {
  readonly valueFrom: EnvVarSource;
}

/**
 * The variables of a container by name: a literal, or a source. Declared order is kept, since `$(VAR)` looks back. A
 * literal that looks like a secret takes an exception, and any variable a reason.
 */
export type Env = Readonly<Record<string, EnvValue | Because<EnvValue>>>;

type EnvValue = NonNullable<EnvVar['value']> | Except<string> | EnvFrom;

/** One key of a Secret. A running container does not see later changes, and the value stands in /proc/1/environ. */
export function secretKey(secret: Named, key: string, options: { readonly optional?: boolean } = {}): EnvFrom {
  return { valueFrom: { secretKeyRef: { name: nameOf(secret), key, ...options } } };
}

/** One key of a ConfigMap. A running container does not see later changes. */
export function configMapKey(configMap: Named, key: string, options: { readonly optional?: boolean } = {}): EnvFrom {
  return { valueFrom: { configMapKeyRef: { name: nameOf(configMap), key, ...options } } };
}

/**
 * A field of the Pod itself: `metadata.name`, `status.podIP`, `spec.nodeName`, `metadata.labels['app']`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
 */
export function fieldRef(fieldPath: string): EnvFrom {
  return { valueFrom: { fieldRef: { fieldPath } } };
}

/**
 * A request or limit of a container: `limits.memory`, in units of the divisor.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
 */
export function resourceFieldRef(
  resource: string,
  options: { readonly containerName?: string; readonly divisor?: string } = {},
): EnvFrom {
  return { valueFrom: { resourceFieldRef: { resource, ...options } } };
}

/**
 * One variable of an env file that an init container left on a volume.
 *
 * @since Kubernetes 1.34, on by default from 1.35
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-via-file/
 */
export function fileKey(
  volumeName: string,
  path: string,
  key: string,
  options: { readonly optional?: boolean } = {},
): EnvFrom {
  return { valueFrom: { fileKeyRef: { volumeName, path, key, ...options } } };
}

/** What may be said of a whole Secret or ConfigMap taken as variables. */
export interface AllKeysOptions {
  /** Put before every key. */
  readonly prefix?: string;
  /** Whether the container may start when the object is missing. @default false */
  readonly optional?: boolean;
}

/** Every key of a Secret as a variable. */
export function allSecretKeys(secret: Named, { prefix, ...reference }: AllKeysOptions = {}): EnvFromSource {
  return { ...(prefix === undefined ? {} : { prefix }), secretRef: { name: nameOf(secret), ...reference } };
}

/** Every key of a ConfigMap as a variable. */
export function allConfigMapKeys(configMap: Named, { prefix, ...reference }: AllKeysOptions = {}): EnvFromSource {
  return { ...(prefix === undefined ? {} : { prefix }), configMapRef: { name: nameOf(configMap), ...reference } };
}

/**
 * The name of an object given either way.
 *
 * @throws TypeError where it is given neither way.
 */
export function nameOf(object: Named): string {
  const given: unknown = object;
  if (typeof object === 'string') return object;
  if (typeof given === 'object' && given !== null && 'name' in given) return object.name;
  throw new TypeError('an object is named by a string, or by something that has a name');
}
