import type { Entity } from '../entity';
import { selectsLabels } from '../selector';
import type { Workload } from '../workload';
import type { ObjectSet } from './object-set';
import { controllerOf, namespaceOf, type OwnerReference } from './reading';

/** The workload that made a Pod, or a Job: what Git has of it, or what the object itself says. */
export type Origin =
  | { readonly workload: Entity; readonly by: 'owner' | 'labels' }
  /** A known owner that Git does not have. */
  | { readonly stranger: OwnerReference }
  /** Nobody: the object stands for itself, and Git does not have it. */
  | undefined;

/** Finds what made a live object: by its owners, else by the labels that workloads select. */
export class Origins {
  constructor(
    private readonly desired: ObjectSet,
    private readonly live: ObjectSet,
    private readonly workloads: readonly Workload[],
  ) {}

  /** The workload of Git that a live Pod or Job belongs to. */
  of(entity: Entity): Origin {
    const own = this.desired.counterpart(entity);
    if (own !== undefined) return { workload: own, by: 'owner' };
    const owner = controllerOf(entity);
    const root = owner && this.rootOf(owner, entity, OWNERS_ABOVE);
    if (root?.isKnown === true) {
      const found = this.desired.find(root.kind, namespaceOf(entity), root.name);
      return found === undefined ? { stranger: root } : { workload: found, by: 'owner' };
    }
    const [selecting] = entity.identity.kind === 'Pod' ? this.selecting(entity) : [];
    if (selecting !== undefined) return { workload: selecting.entity, by: 'labels' };
    return root && { stranger: root };
  }

  /** The uppermost owner; not known where a ReplicaSet or a Job is not listed and its name does not tell whose it is. */
  private rootOf(owner: OwnerReference, below: Entity, steps: number): OwnerReference & { readonly isKnown: boolean } {
    const namespace = namespaceOf(below);
    const listed = this.live.find(owner.kind, namespace, owner.name);
    const above = listed && controllerOf(listed);
    if (listed !== undefined && above !== undefined && steps > 0) return this.rootOf(above, listed, steps - 1);
    const isOurs = this.desired.find(owner.kind, namespace, owner.name) !== undefined;
    if (listed !== undefined || isOurs) return { ...owner, isKnown: true };
    if (owner.kind === 'ReplicaSet') return this.byHash(owner, below);
    return owner.kind === 'Job' ? this.byRun(owner, namespace) : { ...owner, isKnown: true };
  }

  /** A Deployment calls its ReplicaSets by its own name and the hash of the template. */
  private byHash(owner: OwnerReference, below: Entity): OwnerReference & { readonly isKnown: boolean } {
    const end = `-${below.labels['pod-template-hash'] ?? ''}`;
    if (end.length === 1 || !owner.name.endsWith(end)) return { ...owner, isKnown: false };
    return { kind: 'Deployment', name: owner.name.slice(0, -end.length), isKnown: true };
  }

  /** A CronJob calls its Jobs by its own name and the minute. */
  private byRun(owner: OwnerReference, namespace: string): OwnerReference & { readonly isKnown: boolean } {
    const name = /^(.+)-\d+$/.exec(owner.name)?.[1];
    const isOurs = name !== undefined && this.desired.find('CronJob', namespace, name) !== undefined;
    return isOurs ? { kind: 'CronJob', name, isKnown: true } : { ...owner, isKnown: false };
  }

  private selecting(pod: Entity): readonly Workload[] {
    return this.workloads.filter(
      ({ entity }) =>
        SELECTING.has(entity.identity.kind) &&
        namespaceOf(entity) === namespaceOf(pod) &&
        selectsLabels(entity.read('spec', 'selector'), pod.labels),
    );
  }
}

/** More owners above one another than there ever are; whoever owns itself ends here. */
const OWNERS_ABOVE = 4;

/** A Job's Pods are found by its own label, which only the cluster knows. */
const SELECTING: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet']);
