import type { Quantity } from './scalars';

/** One environment variable of a container. */
export interface EnvVar {
  /**
   * The variable's name; any printable ASCII but `=` from 1.32 on (for good since 1.34), a C identifier with dashes and
   * dots before.
   */
  readonly name: string;
  /**
   * The text itself; `$(NAME)` stands for a variable defined earlier, `$$(NAME)` for the text itself.
   *
   * @default the empty text
   */
  readonly value?: string;
  /** Where the value is read from; not together with `value`. */
  readonly valueFrom?: EnvVarSource;
}

/** The one place an environment variable gets its value from. */
export interface EnvVarSource {
  /** A field of the Pod itself, such as its name or address. */
  readonly fieldRef?: ObjectFieldSelector;
  /** A request or limit of a container of the Pod. */
  readonly resourceFieldRef?: ResourceFieldSelector;
  /** A key of a ConfigMap. */
  readonly configMapKeyRef?: ConfigMapKeySelector;
  /** A key of a Secret. */
  readonly secretKeyRef?: SecretKeySelector;
  /**
   * A key of a file that an init container left in an `emptyDir`.
   *
   * @since 1.34
   * @stage alpha 1.34, beta 1.35
   * @gate EnvFiles
   */
  readonly fileKeyRef?: FileKeySelector;
}

/** A field of the Pod that its containers can read. */
export interface ObjectFieldSelector {
  /**
   * The API version in which the field is named.
   *
   * @default `v1`
   */
  readonly apiVersion?: string;
  /** The field, such as `metadata.name`, `metadata.labels['app']`, `spec.nodeName` or `status.podIP`. */
  readonly fieldPath: string;
}

/** A request or limit of a container, as a number. */
export interface ResourceFieldSelector {
  /**
   * The container; required in volumes.
   *
   * @default the container of the environment variable
   */
  readonly containerName?: string;
  /** The request or limit, such as `limits.memory` or `requests.cpu`. */
  readonly resource: string;
  /**
   * The unit of the number, such as `1Mi` or `1m`; the result is rounded up.
   *
   * @default `1`: whole cores and bytes
   */
  readonly divisor?: Quantity;
}

/** A key of a ConfigMap. */
export interface ConfigMapKeySelector {
  /**
   * The ConfigMap's name, in the Pod's namespace.
   *
   * @default empty, which names nothing
   */
  readonly name?: string;
  /** The key. */
  readonly key: string;
  /**
   * Whether the Pod starts without the ConfigMap or the key; the variable is then not set.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A key of a Secret. */
export interface SecretKeySelector {
  /**
   * The Secret's name, in the Pod's namespace.
   *
   * @default empty, which names nothing
   */
  readonly name?: string;
  /** The key. */
  readonly key: string;
  /**
   * Whether the Pod starts without the Secret or the key; the variable is then not set.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A key of a file of `NAME=value` lines in a volume of the Pod. */
export interface FileKeySelector {
  /** The volume, an `emptyDir`. */
  readonly volumeName: string;
  /** The file's path inside the volume, relative and without `..`. */
  readonly path: string;
  /** The key in the file, at most 128 characters. */
  readonly key: string;
  /**
   * Whether the container starts without the file or the key; the variable is then not set.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A whole ConfigMap or Secret as environment variables. */
export interface EnvFromSource {
  /**
   * A text put before every key.
   *
   * @default nothing
   */
  readonly prefix?: string;
  /** The ConfigMap; not together with `secretRef`. */
  readonly configMapRef?: ConfigMapEnvSource;
  /** The Secret; not together with `configMapRef`. */
  readonly secretRef?: SecretEnvSource;
}

/** A ConfigMap whose keys become environment variables. */
export interface ConfigMapEnvSource {
  /**
   * The ConfigMap's name, in the Pod's namespace.
   *
   * @default empty, which names nothing
   */
  readonly name?: string;
  /**
   * Whether the Pod starts without the ConfigMap.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A Secret whose keys become environment variables. */
export interface SecretEnvSource {
  /**
   * The Secret's name, in the Pod's namespace.
   *
   * @default empty, which names nothing
   */
  readonly name?: string;
  /**
   * Whether the Pod starts without the Secret.
   *
   * @default false
   */
  readonly optional?: boolean;
}
