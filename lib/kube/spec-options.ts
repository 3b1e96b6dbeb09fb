import type { FieldPath } from './field-path';
import type { KubernetesVersion } from './version';

/** Which cluster a Pod's spec is meant for, and where the spec stands. */
export interface SpecOptions {
  /**
   * The version of the cluster: native sidecars count from 1.29 on, resources of the Pod itself from 1.34 on.
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
