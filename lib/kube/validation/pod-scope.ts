import type { ObjectMeta } from '../api/meta';
import type { PodSpec } from '../api/pod';
import type { Volume } from '../api/volume';
import type { PlacedContainer } from '../containers';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { isOn, type Gate } from './gates';

/** What must be known beside a Pod spec to judge it. */
export interface PodContext {
  /** The version whose API server is asked. */
  readonly version: KubernetesVersion;
  /**
   * What holds the spec: a bare `pod`, or the `template` of an owner. The server is laxer with templates: a blank
   * image, an absent host port or a token volume without a service account pass there.
   */
  readonly holder: 'pod' | 'template';
  /** The metadata beside the spec: the name decides about claims of ephemeral volumes, annotations about profiles. */
  readonly metadata?: ObjectMeta | undefined;
}

/** A Pod under judgement: the list that collects, the context, and what the parts must know of one another. */
export interface PodScope extends PodContext {
  readonly problems: ProblemList;
  /** The spec, defaulted; even the fields that the API requires may be missing in it. */
  readonly spec: Partial<PodSpec>;
  /** Every container of the Pod with its role and place, in the server's order. */
  readonly placed: readonly PlacedContainer[];
  /** The volumes that stood their own test, by name: the server takes the others for missing when it checks mounts. */
  readonly volumes: ReadonlyMap<string, Volume>;
  /** The names under `spec.resourceClaims`. */
  readonly claimNames: ReadonlySet<string>;
}

/** Whether the target's API server looks at a gated field at all. */
export function gateIsOn(scope: Pick<PodScope, 'version'>, gate: Gate): boolean {
  return isOn(gate, scope.version);
}

/** Whether the Pod asks for a user namespace of its own, with a server that knows the field. */
export function hasOwnUsers(scope: Pick<PodScope, 'version' | 'spec'>): boolean {
  return gateIsOn(scope, 'hostUsers') && scope.spec.hostUsers === false;
}
