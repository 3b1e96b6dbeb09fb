import type { Int64, Time } from './scalars';

/**
 * What every object carries beside its own fields: its name, its labels and the marks of whoever manages it.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
 */
export interface ObjectMeta {
  /**
   * The object's name, one of its kind in a namespace; it never changes. For a Pod template it is ignored: the owner
   * names its Pods.
   */
  readonly name?: string;
  /** A prefix to which the server adds five random characters when `name` is left out. */
  readonly generateName?: string;
  /**
   * The namespace the object lives in; it never changes.
   *
   * @default the namespace of the request
   */
  readonly namespace?: string;
  /** Short marks by which selectors find the object: Services, owners, policies and queries. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Free notes for people and tools; no selector sees them. All keys and values together hold at most 256 KiB. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Names of whoever must clean up before the object really goes; while one is left, a deleted object stays. */
  readonly finalizers?: readonly string[];
  /**
   * The objects this one belongs to; it is garbage-collected when the last of them is gone.
   *
   * @listMapKey uid
   */
  readonly ownerReferences?: readonly OwnerReference[];
  /**
   * The identity the server gave to this very object, different from any earlier one of the same name. Set by the
   * server.
   */
  readonly uid?: string;
  /** An opaque mark of the stored state, sent back to detect that somebody else wrote in between. Set by the server. */
  readonly resourceVersion?: string;
  /** Counts the changes of the desired state. Set by the server. */
  readonly generation?: Int64;
  /** When the server stored the object. Set by the server. */
  readonly creationTimestamp?: Time;
  /** When the object shall be gone, set once somebody asked to delete it. Set by the server. */
  readonly deletionTimestamp?: Time;
  /** Seconds the object may still take to end after its deletion was asked for. Set by the server. */
  readonly deletionGracePeriodSeconds?: Int64;
  /**
   * Who set which fields, kept for server-side apply. Set by the server.
   *
   * @atomic
   */
  readonly managedFields?: readonly ManagedFieldsEntry[];
  /**
   * A URL of the object that the server no longer fills in.
   *
   * @deprecated empty since 1.20
   */
  readonly selfLink?: string;
}

/** The fields that one writer set in one way at one time. */
export interface ManagedFieldsEntry {
  /** The writer, such as `kubectl` or a controller's name. */
  readonly manager?: string;
  /** How the fields were written: applied as a whole or updated. */
  readonly operation?: 'Apply' | 'Update';
  /** The API version in which the fields are named. */
  readonly apiVersion?: string;
  /** The subresource that was written, empty for the object itself. */
  readonly subresource?: string;
  /** When the entry last changed. */
  readonly time?: Time;
  /** The format of the set of fields; `FieldsV1` is the only one. */
  readonly fieldsType?: string;
  /** The set of fields as a tree of their names. */
  readonly fieldsV1?: unknown;
}

/** An object that another belongs to, in the same namespace or without one. */
export interface OwnerReference {
  /** The owner's API group and version. */
  readonly apiVersion: string;
  /** The owner's kind. */
  readonly kind: string;
  /** The owner's name. */
  readonly name: string;
  /** The owner's UID; an owner of the same name made later is another one. */
  readonly uid: string;
  /**
   * Whether this owner is the one that manages the object; at most one is.
   *
   * @default false
   */
  readonly controller?: boolean;
  /**
   * Whether a foreground deletion of the owner waits until this object is gone.
   *
   * @default false
   */
  readonly blockOwnerDeletion?: boolean;
}

/**
 * Chooses objects by their labels: every condition must hold, and an empty selector matches everything.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export interface LabelSelector {
  /** Labels that must be there with exactly these values. */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Conditions on labels that an exact value cannot express.
   *
   * @atomic
   */
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

/** One condition on one label. */
export interface LabelSelectorRequirement {
  /** The label's key. */
  readonly key: string;
  /** How the label is compared; `NotIn` also matches objects without the label. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /**
   * The values for `In` and `NotIn`; empty for the others.
   *
   * @atomic
   */
  readonly values?: readonly string[];
}

/** An object of a known kind in the same namespace, by name. */
export interface LocalObjectReference {
  /**
   * The object's name.
   *
   * @default empty, which names nothing
   */
  readonly name?: string;
}

/** An object of any kind in the same namespace. */
export interface TypedLocalObjectReference {
  /**
   * The kind's API group.
   *
   * @default the core group
   */
  readonly apiGroup?: string;
  /** The object's kind. */
  readonly kind: string;
  /** The object's name. */
  readonly name: string;
}

/** An object of any kind, possibly in another namespace. */
export interface TypedObjectReference {
  /**
   * The kind's API group.
   *
   * @default the core group
   */
  readonly apiGroup?: string;
  /** The object's kind. */
  readonly kind: string;
  /** The object's name. */
  readonly name: string;
  /**
   * The object's namespace; another one than the claim's needs a ReferenceGrant there.
   *
   * @default the namespace of the referring object
   * @stage alpha 1.26
   * @gate CrossNamespaceVolumeDataSource
   */
  readonly namespace?: string;
}

/** An object, or a part of one, wherever it is. */
export interface ObjectReference {
  /** The object's API group and version. */
  readonly apiVersion?: string;
  /** The object's kind. */
  readonly kind?: string;
  /** The object's name. */
  readonly name?: string;
  /** The object's namespace. */
  readonly namespace?: string;
  /** The object's UID. */
  readonly uid?: string;
  /** The version of the object that is meant. */
  readonly resourceVersion?: string;
  /** The part of the object that is meant, such as `spec.containers{web}`. */
  readonly fieldPath?: string;
}

/** Something that is so, is not so or is not known of an object. */
export interface Condition {
  /** What the condition speaks of. */
  readonly type: string;
  /** Whether it is so. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** The `metadata.generation` that the condition was judged on. */
  readonly observedGeneration?: Int64;
  /** When the status last changed. */
  readonly lastTransitionTime: Time;
  /** Why, as one word for programs. */
  readonly reason: string;
  /** Why, as a sentence for people. */
  readonly message: string;
}
