import type { Container, EphemeralContainer } from '../lib/kube/api/container';
import type { ObjectMeta } from '../lib/kube/api/meta';
import type { PodSpec } from '../lib/kube/api/pod';
import { containersOf, type PlacedContainer } from '../lib/kube/containers';
import { withDefaults } from '../lib/kube/defaults/defaults';
import { FieldPath } from '../lib/kube/field-path';
import { madePodSpec } from '../lib/kube/held-pod-spec';
import { startPlanOfHeld, stopPlanOfHeld, type StartPlan, type StopPlan } from '../lib/kube/lifecycle';
import { tryPodOf } from '../lib/kube/pod-of';
import { podSecurityLevel, type PodSecurityLevel } from '../lib/kube/pod-security';
import { tryReadableObject } from '../lib/kube/readable';
import { effectiveResources, qosOfHeld, type EffectiveResources, type QosVerdict } from '../lib/kube/resources';
import type { KubernetesVersion } from '../lib/kube/version';
import type { Entity } from './entity';

/** A container under review. */
export interface ReviewedContainer extends PlacedContainer {
  /** The container as it is written: what the API server fills in is not there. */
  readonly written: Container | EphemeralContainer;
}

/**
 * An object that runs Pods, as far as it can be read: what cannot is left out, and the judgement speaks of it. What takes
 * time to compute is computed when it is asked for, once.
 */
export class Workload {
  /** The object with what the API server fills in. */
  readonly held: object;
  /** The Pod's own metadata: the template's, where there is one. */
  readonly metadata: ObjectMeta;
  /** The Pod's spec with what the API server fills in. */
  readonly spec: PodSpec;
  /** The Pod's spec as it is written. */
  readonly written: PodSpec;
  /** Where the Pod's metadata and spec stand: the root for a Pod, `spec.template` for a Deployment. */
  readonly path: FieldPath;
  readonly specPath: FieldPath;
  /** Init containers and sidecars, regular containers, ephemeral ones, in this order. */
  readonly containers: readonly ReviewedContainer[];

  private constructor(
    readonly entity: Entity,
    readonly target: KubernetesVersion,
    readable: object,
  ) {
    this.held = withDefaults(readable, { target });
    const pod = tryPodOf(this.held);
    this.path = pod?.path ?? FieldPath.root;
    this.specPath = this.path.child('spec');
    this.metadata = pod?.metadata ?? {};
    this.spec = pod?.spec ?? NO_CONTAINERS;
    this.written = tryPodOf(readable)?.spec ?? NO_CONTAINERS;
    const written = containersOf(this.written, this.specPath).map(({ container }) => container);
    this.containers = containersOf(this.spec, this.specPath).map((placed, position) => ({
      written: written[position] ?? placed.container,
      ...placed,
    }));
  }

  /** The workload that an object is, or undefined where it runs no Pods. */
  static tryOf(entity: Entity, target: KubernetesVersion): Workload | undefined {
    const readable = tryReadableObject(entity.object, target);
    if (readable === undefined || tryPodOf(readable) === undefined) return undefined;
    return new Workload(entity, target, readable);
  }

  get kind(): string {
    return this.entity.identity.kind;
  }

  /** The labels of its Pods, by which Services and policies find them. */
  get podLabels(): Readonly<Record<string, string>> {
    return this.metadata.labels ?? {};
  }

  /** Whether its Pods run to an end: those of a Job or a CronJob. */
  get isFinite(): boolean {
    return this.kind === 'Job' || this.kind === 'CronJob';
  }

  /**
   * How many Pods the object itself asks for; undefined where it does not say a number: a DaemonSet's are as many as there
   * are nodes, a Job's as its parallelism.
   */
  get replicas(): number | undefined {
    if (this.kind === 'Pod') return 1;
    const replicas = this.entity.read('spec', 'replicas') ?? 1;
    return REPLICATED.has(this.kind) && typeof replicas === 'number' ? replicas : undefined;
  }

  get qos(): QosVerdict {
    return (this.#qos ??= qosOfHeld(this.podSpec, this.specPath));
  }

  get resources(): EffectiveResources {
    return (this.#resources ??= effectiveResources(this.written, this.target, this.specPath));
  }

  get podSecurity(): PodSecurityLevel {
    return (this.#podSecurity ??= podSecurityLevel(this.metadata, this.written, this.target));
  }

  get start(): StartPlan {
    return (this.#start ??= startPlanOfHeld(this.podSpec, this.specPath));
  }

  get stop(): StopPlan {
    return (this.#stop ??= stopPlanOfHeld(this.podSpec, this.specPath));
  }

  /** The spec of the Pods themselves: the owner's template leaves some of it to them. */
  private get podSpec(): PodSpec {
    return (this.#podSpec ??= madePodSpec(this.spec, this.target));
  }

  #podSpec: PodSpec | undefined;
  #qos: QosVerdict | undefined;
  #resources: EffectiveResources | undefined;
  #podSecurity: PodSecurityLevel | undefined;
  #start: StartPlan | undefined;
  #stop: StopPlan | undefined;
}

const NO_CONTAINERS: PodSpec = { containers: [] };
const REPLICATED: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet']);
