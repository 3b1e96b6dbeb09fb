import type { ObjectMeta } from './meta';
import type { Time } from './scalars';

/**
 * A part of the cluster in which names are unique, and for which rules hold.
 *
 * @apiVersion v1
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
 */
export interface Namespace {
  /** Always `v1`. */
  readonly apiVersion?: string;
  /** Always `Namespace`. */
  readonly kind?: string;
  /** The namespace's name, and the labels by which Pod Security and policies know it. */
  readonly metadata?: ObjectMeta;
  /** What must be done before it is gone. */
  readonly spec?: NamespaceSpec;
  /** Whether it is there. Set by the cluster. */
  readonly status?: NamespaceStatus;
}

/** What must be done before a namespace is gone. */
export interface NamespaceSpec {
  /**
   * Who must have cleaned up before it is gone.
   *
   * @atomic
   */
  readonly finalizers?: readonly string[];
}

/** Whether a namespace is there. */
export interface NamespaceStatus {
  /** Whether it is there or on its way out. */
  readonly phase?: string;
  /**
   * What keeps it from going.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly NamespaceCondition[];
}

/** What keeps a namespace from going. */
export interface NamespaceCondition {
  /** What is said. */
  readonly type: string;
  /** Whether it holds. */
  readonly status: string;
  /** When that last changed. */
  readonly lastTransitionTime?: Time;
  /** Why, in one word. */
  readonly reason?: string;
  /** Why, in a sentence. */
  readonly message?: string;
}
