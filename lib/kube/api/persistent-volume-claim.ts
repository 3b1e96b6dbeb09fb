import type { LabelSelector, ObjectMeta, TypedLocalObjectReference, TypedObjectReference } from './meta';
import type { Quantity, Time } from './scalars';

/**
 * A claim on lasting storage.
 *
 * @apiVersion v1
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/
 */
export interface PersistentVolumeClaim {
  /** Always `v1`. */
  readonly apiVersion?: string;
  /** Always `PersistentVolumeClaim`. */
  readonly kind?: string;
  /** The claim's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** What storage is wanted. */
  readonly spec?: PersistentVolumeClaimSpec;
  /** What storage there is. Set by the cluster. */
  readonly status?: PersistentVolumeClaimStatus;
}

/** The claim that is made for a Pod's ephemeral volume. */
export interface PersistentVolumeClaimTemplate {
  /** Labels and annotations of the claim. */
  readonly metadata?: ObjectMeta;
  /** What storage is wanted. */
  readonly spec: PersistentVolumeClaimSpec;
}

/** A claim on lasting storage. */
export interface PersistentVolumeClaimVolumeSource {
  /** The PersistentVolumeClaim, in the Pod's namespace. */
  readonly claimName: string;
  /**
   * Whether every mount of the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A claim that is made for the Pod, named after Pod and volume, and deleted with it. */
export interface EphemeralVolumeSource {
  /** The claim; required. */
  readonly volumeClaimTemplate?: PersistentVolumeClaimTemplate;
}

/** What storage is wanted. */
export interface PersistentVolumeClaimSpec {
  /**
   * Who may mount the volume at the same time.
   *
   * @atomic
   */
  readonly accessModes?: readonly AccessMode[];
  /**
   * The StorageClass that makes the volume; the empty name asks for a volume without a class.
   *
   * @default the cluster's default class
   */
  readonly storageClassName?: string;
  /**
   * Whether the volume is a directory or a raw device.
   *
   * @default `Filesystem`
   */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /** How much is wanted. */
  readonly resources?: VolumeResourceRequirements;
  /** Which existing volumes would do. */
  readonly selector?: LabelSelector;
  /** The volume the claim is bound to. Set by the cluster, or to ask for one volume. */
  readonly volumeName?: string;
  /** A snapshot or claim of the same namespace whose content the volume starts with. */
  readonly dataSource?: TypedLocalObjectReference;
  /** Any object whose content the volume starts with; it may be in another namespace. */
  readonly dataSourceRef?: TypedObjectReference;
  /**
   * The VolumeAttributesClass with settings that may change later.
   *
   * @default none
   * @since 1.29
   * @stage alpha 1.29, beta 1.31 off, stable 1.34
   * @gate VolumeAttributesClass
   */
  readonly volumeAttributesClassName?: string;
}

/** Who may mount a volume at the same time: one node, many nodes for reading, many nodes, or one Pod. */
export type AccessMode = 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod';

/** How much storage is wanted. */
export interface VolumeResourceRequirements {
  /** How much is needed at least; `storage`, in bytes. */
  readonly requests?: Readonly<Record<string, Quantity>>;
  /** How much is allowed at most; `storage`, in bytes. */
  readonly limits?: Readonly<Record<string, Quantity>>;
}

/** What storage a claim got. */
export interface PersistentVolumeClaimStatus {
  /** Whether a volume is bound to the claim. */
  readonly phase?: 'Pending' | 'Bound' | 'Lost';
  /**
   * What the volume can do.
   *
   * @atomic
   */
  readonly accessModes?: readonly AccessMode[];
  /** How much the volume holds. */
  readonly capacity?: Readonly<Record<string, Quantity>>;
  /**
   * What is so and what is not, such as a running resize.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly PersistentVolumeClaimCondition[];
  /**
   * How much is set aside, which may be more than the volume holds yet.
   *
   * @stage alpha 1.23, beta 1.32, stable 1.34
   * @gate RecoverVolumeExpansionFailure
   */
  readonly allocatedResources?: Readonly<Record<string, Quantity>>;
  /**
   * How far a resize has come, for each resource.
   *
   * @since 1.28
   * @stage alpha 1.28, beta 1.32, stable 1.34
   * @gate RecoverVolumeExpansionFailure
   */
  readonly allocatedResourceStatuses?: Readonly<Record<string, string>>;
  /**
   * The VolumeAttributesClass that is in force.
   *
   * @since 1.29
   * @stage alpha 1.29, beta 1.31 off, stable 1.34
   * @gate VolumeAttributesClass
   */
  readonly currentVolumeAttributesClassName?: string;
  /**
   * How far a change of the class has come.
   *
   * @since 1.29
   * @stage alpha 1.29, beta 1.31 off, stable 1.34
   * @gate VolumeAttributesClass
   */
  readonly modifyVolumeStatus?: ModifyVolumeStatus;
}

/** Something that is so, is not so or is not known of a claim. */
export interface PersistentVolumeClaimCondition {
  /** What the condition speaks of. */
  readonly type: string;
  /** Whether it is so. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** When it was last looked at. */
  readonly lastProbeTime?: Time;
  /** When the status last changed. */
  readonly lastTransitionTime?: Time;
  /** Why, as one word for programs. */
  readonly reason?: string;
  /** Why, as a sentence for people. */
  readonly message?: string;
}

/** How far a change of a volume's attributes has come. */
export interface ModifyVolumeStatus {
  /** How far it has come. */
  readonly status: 'Pending' | 'InProgress' | 'Infeasible';
  /** The class that is wanted. */
  readonly targetVolumeAttributesClassName?: string;
}
