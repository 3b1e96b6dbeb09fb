import type { KubernetesVersion } from '../version';

/** What the judgement of scheduling fields depends on beside the fields. */
export interface SchedulingContext {
  /** The version whose API server is asked. */
  readonly version: KubernetesVersion;
  /**
   * The labels of a bare Pod; undefined for a template. The server merges `matchLabelKeys` into the selectors of a
   * Pod before it validates, and leaves templates as they are.
   */
  readonly podLabels?: Readonly<Record<string, string>> | undefined;
}
