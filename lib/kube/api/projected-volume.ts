import type { ObjectFieldSelector, ResourceFieldSelector } from './env';
import type { LabelSelector } from './meta';
import type { Int32, Int64 } from './scalars';

/**
 * Several sources in one directory.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
 */
export interface ProjectedVolumeSource {
  /**
   * The sources; no two of them may write the same path.
   *
   * @atomic
   */
  readonly sources?: readonly VolumeProjection[];
  /**
   * The permission bits of the files, 0 to 0777 octal; JSON writes them as decimals.
   *
   * @default 420, which is 0644 octal
   */
  readonly defaultMode?: Int32;
}

/** The one source behind an entry of a projected volume. */
export interface VolumeProjection {
  /** The keys of a ConfigMap. */
  readonly configMap?: ConfigMapProjection;
  /** The keys of a Secret. */
  readonly secret?: SecretProjection;
  /** Fields of the Pod itself. */
  readonly downwardAPI?: DownwardAPIProjection;
  /** A token of the Pod's ServiceAccount. */
  readonly serviceAccountToken?: ServiceAccountTokenProjection;
  /**
   * Certificates of authorities that the cluster trusts.
   *
   * @since 1.29
   * @stage alpha 1.29, beta 1.33 off
   * @gate ClusterTrustBundleProjection
   */
  readonly clusterTrustBundle?: ClusterTrustBundleProjection;
  /**
   * A private key and a certificate for the Pod.
   *
   * @since 1.34
   * @stage alpha 1.34, beta 1.35 off
   * @gate PodCertificateRequest
   */
  readonly podCertificate?: PodCertificateProjection;
}

/** A key and the file it becomes. */
export interface KeyToPath {
  /** The key. */
  readonly key: string;
  /** The file's path inside the volume, relative and without `..`. */
  readonly path: string;
  /**
   * The permission bits of the file, 0 to 0777 octal; JSON writes them as decimals.
   *
   * @default the volume's `defaultMode`
   */
  readonly mode?: Int32;
}

/** The keys of a ConfigMap as files. */
export interface ConfigMapProjection {
  /**
   * The ConfigMap's name, in the Pod's namespace.
   *
   * @default empty, which names nothing
   */
  readonly name?: string;
  /**
   * The keys that become files, and where.
   *
   * @default every key under its own name
   * @atomic
   */
  readonly items?: readonly KeyToPath[];
  /**
   * Whether the Pod starts without the ConfigMap or its keys.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** The keys of a Secret as files. */
export interface SecretProjection {
  /**
   * The Secret's name, in the Pod's namespace; here it is not called `secretName`.
   *
   * @default empty, which names nothing
   */
  readonly name?: string;
  /**
   * The keys that become files, and where.
   *
   * @default every key under its own name
   * @atomic
   */
  readonly items?: readonly KeyToPath[];
  /**
   * Whether the Pod starts without the Secret or its keys.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Fields of the Pod itself as files. */
export interface DownwardAPIProjection {
  /**
   * The files.
   *
   * @atomic
   */
  readonly items?: readonly DownwardAPIVolumeFile[];
}

/** One file with a field of the Pod; exactly one of the two references is set. */
export interface DownwardAPIVolumeFile {
  /** The file's path inside the volume, relative and without `..`. */
  readonly path: string;
  /** A field of the Pod: its name, namespace, UID, labels or annotations. */
  readonly fieldRef?: ObjectFieldSelector;
  /** A request or limit of a container, which must be named. */
  readonly resourceFieldRef?: ResourceFieldSelector;
  /**
   * The permission bits of the file, 0 to 0777 octal; JSON writes them as decimals.
   *
   * @default the volume's `defaultMode`
   */
  readonly mode?: Int32;
}

/** A token of the Pod's ServiceAccount for one audience; the kubelet renews it. */
export interface ServiceAccountTokenProjection {
  /** The file's path inside the volume. */
  readonly path: string;
  /**
   * Who shall accept the token.
   *
   * @default the API server
   */
  readonly audience?: string;
  /**
   * Seconds the token is valid, at least 600.
   *
   * @default 3600
   */
  readonly expirationSeconds?: Int64;
}

/** Certificates from ClusterTrustBundles, by name or by signer, in one PEM file. */
export interface ClusterTrustBundleProjection {
  /** One bundle; not with `signerName` or `labelSelector`. */
  readonly name?: string;
  /** The signer whose bundles are taken; not with `name`. */
  readonly signerName?: string;
  /**
   * Which of the signer's bundles are taken.
   *
   * @default none of them
   */
  readonly labelSelector?: LabelSelector;
  /** The file's path inside the volume. */
  readonly path: string;
  /**
   * Whether the Pod starts when no bundle is found.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A private key that the node makes and a certificate that a signer issues for it. */
export interface PodCertificateProjection {
  /** The signer that is asked. */
  readonly signerName: string;
  /** The kind of key. */
  readonly keyType: 'RSA3072' | 'RSA4096' | 'ECDSAP256' | 'ECDSAP384' | 'ECDSAP521' | 'ED25519';
  /**
   * Seconds the certificate may at most be valid, 3600 to 7862400.
   *
   * @default 86400
   */
  readonly maxExpirationSeconds?: Int32;
  /** The file for key and certificates together, which programs can read in one step. */
  readonly credentialBundlePath?: string;
  /** The file for the key alone. */
  readonly keyPath?: string;
  /** The file for the certificates alone. */
  readonly certificateChainPath?: string;
  /**
   * Notes for the signer, with keys that have a domain.
   *
   * @since 1.35
   */
  readonly userAnnotations?: Readonly<Record<string, string>>;
}
