import type { Entity } from '../entity';
import type { ObjectSet } from './object-set';
import type { Origins } from './origins';
import { controllerOf, namespaceOf } from './reading';

/** A live object of which Git knows nothing, or an owner that live Pods name and that is not listed itself. */
export interface Stranger {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly apiVersion: string;
  /** Whether it is only named by what belongs to it. */
  readonly isNamedOnly: boolean;
}

/** The live objects that belong to workloads of Git, and those that belong to nobody whom Git knows. */
export interface Ownership {
  readonly pods: ReadonlyMap<Entity, readonly Entity[]>;
  readonly jobs: ReadonlyMap<Entity, readonly Entity[]>;
  readonly replicaSets: ReadonlyMap<Entity, readonly Entity[]>;
  /** Pods whose labels a workload selects, and that have no owner. */
  readonly orphans: ReadonlySet<Entity>;
  readonly strangers: readonly Stranger[];
}

/** Sorts what is live by whom it belongs to. */
export function ownershipOf(live: ObjectSet, desired: ObjectSet, origins: Origins): Ownership {
  const pods = new Map<Entity, Entity[]>();
  const jobs = new Map<Entity, Entity[]>();
  const replicaSets = new Map<Entity, Entity[]>();
  const owned = new Map([
    ['Pod', pods],
    ['Job', jobs],
    ['ReplicaSet', replicaSets],
  ]);
  const orphans = new Set<Entity>();
  const strangers = new Map<string, Stranger>();
  const strange = (stranger: Stranger) => {
    const key = [stranger.kind, stranger.namespace, stranger.name].join('\0');
    const known = strangers.get(key);
    if (known === undefined || known.isNamedOnly) strangers.set(key, stranger);
  };
  for (const entity of live.entities) {
    const { apiVersion, kind, name } = entity.identity;
    if (!RUNNING.has(kind)) continue;
    const namespace = namespaceOf(entity);
    if (desired.counterpart(entity) === undefined && !desired.hasNamespace(namespace)) continue;
    const origin = origins.of(entity);
    if (origin === undefined) strange({ apiVersion, kind, name, namespace, isNamedOnly: false });
    else if ('stranger' in origin) {
      const { stranger } = origin;
      if (stranger.kind !== 'Node') strange({ apiVersion: '', ...stranger, namespace, isNamedOnly: true });
    } else {
      const group = owned.get(kind);
      if (group !== undefined) pushTo(group, origin.workload, entity);
      if (origin.by === 'labels' && controllerOf(entity) === undefined) orphans.add(entity);
    }
  }
  return { pods, jobs, replicaSets, orphans, strangers: [...strangers.values()] };
}

/** What makes Pods, and Pods themselves. */
const RUNNING: ReadonlySet<string> = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'ReplicaSet',
  'StatefulSet',
]);

function pushTo(map: Map<Entity, Entity[]>, key: Entity, value: Entity): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
