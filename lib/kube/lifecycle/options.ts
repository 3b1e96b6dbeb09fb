import type { FieldPath } from '../field-path';
import type { KubernetesVersion } from '../version';

/** Which cluster runs the Pod, and where its spec stands. */
export interface LifecycleOptions {
  /**
   * The version of the cluster: native sidecars exist from 1.29 on.
   *
   * @default 1.35
   */
  readonly target?: KubernetesVersion;
  /**
   * The place of the spec in its object, for the paths in the answer: `spec.template.spec` in a Deployment.
   *
   * @default `spec`
   */
  readonly path?: FieldPath;
}
