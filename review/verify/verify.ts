import { DEFAULT_TARGET, type KubernetesVersion } from '../../lib/kube/version';
import { Entity, fieldOf, textOf, type Identity } from '../entity';
import { SEVERITIES, type Severity } from '../finding';
import { Landscape } from '../landscape';
import { subjectOf } from '../report/subject';
import { Surroundings } from '../report/surroundings';
import type { Source } from '../source';
import type { Workload } from '../workload';
import { driftMismatches } from './drift';
import { factsOfSubject, type WorkloadFacts } from './facts';
import { livePodOf, type LivePod } from './live-pod';
import type { Mismatch } from './mismatch';
import { ObjectSet } from './object-set';
import { Origins } from './origins';
import { ownershipOf, type Ownership } from './ownership';
import { ambiguous, missing, unknown } from './presence';
import { controllerOf, namespaceOf } from './reading';
import { workloadMismatches } from './workload-state';

/** How what runs is compared with what Git says. */
export interface VerifyOptions {
  /** The Kubernetes version of the cluster. @default 1.35 */
  readonly target?: KubernetesVersion;
}

/** An object of one side or both, with everything in which they are not the same. */
export interface ObjectVerification {
  readonly object: Identity;
  /** Where Git has it; left out for what only the cluster has. */
  readonly file?: string;
  readonly line?: number;
  /** `otherwise` where there is an error or a warning, `unknown` for what Git does not have. */
  readonly standing: 'as promised' | 'otherwise' | 'missing' | 'unknown';
  /** What a workload promises. */
  readonly expected?: WorkloadFacts;
  /** The live Pods of a workload. */
  readonly pods: readonly LivePod[];
  /** The gravest first. */
  readonly mismatches: readonly Mismatch[];
}

/** An object that the list cannot tell of: of a kind, or in a namespace, that was not asked for. */
export interface Uncompared {
  readonly object: Identity;
  readonly because: 'kind' | 'namespace';
}

/** What runs, held against what Git says. */
export interface Verification {
  readonly target: KubernetesVersion;
  /** In Git's order, what only the cluster has last. */
  readonly objects: readonly ObjectVerification[];
  readonly uncompared: readonly Uncompared[];
  readonly totals: Readonly<Record<Severity, number>>;
}

/**
 * Compares live objects, as `kubectl get -o json` prints them, with those that Git has: whether everything is there, runs
 * as its manifest promises and is still what was applied. No object makes it throw, and nothing is asked of a cluster.
 */
export function verify(
  live: readonly Source[],
  desired: readonly Source[],
  { target = DEFAULT_TARGET }: VerifyOptions = {},
): Verification {
  const landscape = new Landscape(desired.filter(isObject), target);
  const run = new Verifying(landscape, new ObjectSet(live.filter(isObject).map((source) => new Entity(source))));
  const told = landscape.entities.map((entity) => run.object(entity));
  const objects = [...told.flatMap((each) => ('because' in each ? [] : [each])), ...run.strangers()];
  const all = objects.flatMap(({ mismatches }) => mismatches);
  const of = (severity: Severity) => all.filter((mismatch) => mismatch.severity === severity).length;
  return {
    target,
    objects,
    uncompared: told.flatMap((each) => ('because' in each ? [each] : [])),
    totals: { error: of('error'), warning: of('warning'), info: of('info') },
  };
}

function isObject({ object, unreadable }: Source): boolean {
  return unreadable === undefined && textOf(fieldOf(object, 'kind')) !== '';
}

/** One comparison: what both sides are, looked up by each object. */
class Verifying {
  private readonly desired: ObjectSet;
  private readonly around: Surroundings;
  private readonly ownership: Ownership;

  constructor(
    private readonly landscape: Landscape,
    private readonly live: ObjectSet,
  ) {
    this.desired = new ObjectSet(landscape.entities);
    this.around = new Surroundings(landscape);
    this.ownership = ownershipOf(live, this.desired, new Origins(this.desired, live, landscape.workloads));
  }

  /** Compares an object that Git has. */
  object(entity: Entity): ObjectVerification | Uncompared {
    const first = this.desired.counterpart(entity);
    if (first !== undefined && first !== entity) return verification(entity, [], [ambiguous(entity, first)]);
    const workload = this.landscape.workloadOf(entity);
    const facts = workload && this.factsOf(workload);
    const owned = this.ownership.pods.get(entity) ?? [];
    const pods = owned.map(livePodOf);
    const live = this.live.counterpart(entity);
    const because = live === undefined && owned.length === 0 ? this.blindFor(entity, facts) : undefined;
    if (because !== undefined) return { object: entity.identity, because };
    const isGone = live === undefined && this.live.hasKindOf(entity);
    const gone = isGone ? [missing(entity)] : [];
    const state = facts === undefined || (isGone && owned.length === 0) ? [] : this.stateOf(entity, facts, live, owned);
    const isScaled = workload !== undefined && this.isScaled(workload);
    const drift = live === undefined ? [] : driftMismatches(entity, live, { target: this.landscape.target, isScaled });
    return verification(entity, pods, [...gone, ...state, ...drift], facts);
  }

  /** What runs beside the objects of Git, in their namespaces. */
  strangers(): readonly ObjectVerification[] {
    return this.ownership.strangers.map((stranger) => {
      const mismatch = unknown(stranger);
      return { object: mismatch.object, standing: 'unknown', pods: [], mismatches: [mismatch] };
    });
  }

  /** What a workload promises; its number is not Git's where an autoscaler that only the cluster has decides on it. */
  private factsOf(workload: Workload): WorkloadFacts {
    const facts = factsOfSubject(subjectOf(workload, this.around));
    if (facts.pods.autoscaler !== undefined || !this.isScaled(workload)) return facts;
    return { ...facts, pods: { per: facts.pods.per } };
  }

  private isScaled(workload: Workload): boolean {
    if (this.landscape.autoscalersOf(workload).length > 0) return true;
    const { kind, name } = workload.entity.identity;
    return this.live.entities.some((entity) => {
      const target = entity.identity.kind === 'HorizontalPodAutoscaler' && entity.read('spec', 'scaleTargetRef');
      const isSame = fieldOf(target, 'kind') === kind && fieldOf(target, 'name') === name;
      return isSame && namespaceOf(entity) === namespaceOf(workload.entity);
    });
  }

  private stateOf(
    desired: Entity,
    facts: WorkloadFacts,
    owner: Entity | undefined,
    pods: readonly Entity[],
  ): readonly Mismatch[] {
    const { jobs: allJobs, orphans, replicaSets: allReplicaSets } = this.ownership;
    const jobs = allJobs.get(desired) ?? [];
    const replicaSets = allReplicaSets.get(desired) ?? [];
    const jobOf = (pod: Entity) => {
      const reference = controllerOf(pod);
      return reference && this.live.find(reference.kind, namespaceOf(pod), reference.name);
    };
    return workloadMismatches({ desired, facts, owner, pods, jobs, replicaSets, orphans, jobOf });
  }

  /** Why the list says nothing of an object; Pods tell of a workload that is not listed itself. */
  private blindFor(entity: Entity, facts: WorkloadFacts | undefined): Uncompared['because'] | undefined {
    const arePodsTold = facts !== undefined && facts.life !== 'finite' && this.live.hasKind('Pod');
    if (!this.live.hasKindOf(entity) && !arePodsTold) return 'kind';
    return this.live.hasNamespace(namespaceOf(entity)) ? undefined : 'namespace';
  }
}

function verification(
  entity: Entity,
  pods: readonly LivePod[],
  mismatches: readonly Mismatch[],
  expected?: WorkloadFacts,
): ObjectVerification {
  const line = entity.lineOf('');
  const inOrder = SEVERITIES.flatMap((severity) => mismatches.filter((mismatch) => mismatch.severity === severity));
  const isMissing = mismatches.some(({ severity, topic }) => topic === 'missing' && severity === 'error');
  const isWell = inOrder.every(({ severity }) => severity === 'info');
  return {
    object: entity.identity,
    ...(entity.source.file !== undefined && { file: entity.source.file }),
    ...(line !== undefined && { line }),
    standing: isMissing ? 'missing' : isWell ? 'as promised' : 'otherwise',
    ...(expected && { expected }),
    pods,
    mismatches: inOrder,
  };
}
