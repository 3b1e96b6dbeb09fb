import type { ObjectMeta } from './meta';
import type { PodSpec } from './pod';

/**
 * A stored Pod template; nothing runs because of it.
 *
 * @apiVersion v1
 */
export interface PodTemplate {
  /** Always `v1`. */
  readonly apiVersion?: string;
  /** Always `PodTemplate`. */
  readonly kind?: string;
  /** The object's own name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** The template. */
  readonly template?: PodTemplateSpec;
}

/** What an owner makes its Pods from. */
export interface PodTemplateSpec {
  /** Labels and annotations of the Pods; their names come from the owner. */
  readonly metadata?: ObjectMeta;
  /** What shall run in each of them. */
  readonly spec?: PodSpec;
}
