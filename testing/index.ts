import type { PodSecurityLevel } from '../lib/kube/pod-security';
import type { QosClass } from '../lib/kube/resources';
import type { KubernetesVersion } from '../lib/kube/version';
import { toMatchManifests } from './match-manifests';
import { toBeAcceptedBy, toHaveQosClass, toPassPodSecurity, toStartInOrder } from './pod-matchers';

export { containerIn, find, findAll } from './find';
export type { FindOptions, KindOf } from './find';
export type { KindTypes, OtherObject } from './kinds';
export { manifestSerializer } from './serializer';
export type { PlainObject, Subject } from './subject';
export type { MatcherContext, Verdict } from './verdict';

/** Matchers for Jest and Vitest: `expect.extend(podMatchers)`. */
export const podMatchers = {
  toMatchManifests,
  toPassPodSecurity,
  toHaveQosClass,
  toStartInOrder,
  toBeAcceptedBy,
};

/** What `expect(…)` can do once it is extended, for the types of Jest or Vitest to inherit. */
export interface PodMatchers<Result> {
  /** An App writes what a folder holds, from the folder of the test file. */
  toMatchManifests(folder: string): Result;
  /** Every Pod passes a level of the Pod Security Standards. */
  toPassPodSecurity(level: PodSecurityLevel, version?: KubernetesVersion): Result;
  /** Every Pod has this QoS class. */
  toHaveQosClass(qosClass: QosClass, version?: KubernetesVersion): Result;
  /** The containers of every Pod start in this order. */
  toStartInOrder(names: readonly string[], version?: KubernetesVersion): Result;
  /** An API server of this version accepts every object. */
  toBeAcceptedBy(version: KubernetesVersion): Result;
}
