import type { LocalObjectReference, ObjectMeta, ObjectReference } from './meta';

/**
 * Who a Pod is for the API server.
 *
 * @apiVersion v1
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export interface ServiceAccount {
  /** Always `v1`. */
  readonly apiVersion?: string;
  /** Always `ServiceAccount`. */
  readonly kind?: string;
  /** The account's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /**
   * Whether Pods get a token unless they say otherwise.
   *
   * @default true
   */
  readonly automountServiceAccountToken?: boolean;
  /**
   * Secrets with credentials for registries, for Pods that name none.
   *
   * @atomic
   */
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  /**
   * The Secrets that Pods of this account may mount, where that is enforced.
   *
   * @listMapKey name
   */
  readonly secrets?: readonly ObjectReference[];
}
