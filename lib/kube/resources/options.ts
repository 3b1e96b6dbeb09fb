import type { FieldPath } from '../field-path';
import type { KubernetesVersion } from '../version';

/** Which server computes, and where the spec stands. */
export interface ResourcesOptions {
  /**
   * The version whose API server computes: Pod-level resources count from 1.34 on, native sidecars from 1.29 on.
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
