import type { Int64 } from './scalars';

/**
 * Several objects in one document, of any kinds.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#collections
 */
export interface List {
  /** Always `v1`. */
  readonly apiVersion?: string;
  /** Always `List`. */
  readonly kind?: string;
  /** What a server says of a list that it returns. */
  readonly metadata?: ListMeta;
  /** The objects, each with its own apiVersion and kind. */
  readonly items: readonly unknown[];
}

/** What a server says of a list that it returns. */
export interface ListMeta {
  /** The state that the list shows. */
  readonly resourceVersion?: string;
  /** The mark with which the rest of the list is asked for. */
  readonly continue?: string;
  /** How many objects are left, where the server knows. */
  readonly remainingItemCount?: Int64;
  /**
   * A URL of the list that the server no longer fills in.
   *
   * @deprecated empty since 1.20
   */
  readonly selfLink?: string;
  /**
   * Which part of the objects the list shows, where only a part was asked for.
   *
   * @since 1.36
   * @stage alpha 1.36
   * @gate ShardedListAndWatch
   */
  readonly shardInfo?: ShardInfo;
}

/** Which part of all objects a list shows. */
export interface ShardInfo {
  /** The part, in the words of the request. */
  readonly selector: string;
}
