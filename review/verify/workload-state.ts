import { fieldOf, listOf, textOf, type Entity } from '../entity';
import { code, sentence } from '../report/words';
import type { WorkloadFacts } from './facts';
import { cronJobMismatches, jobEndOf, jobMismatches, runMismatches } from './job-state';
import { livePodOf, type LivePod } from './live-pod';
import type { Mismatch } from './mismatch';
import { ownerMismatches } from './owner-state';
import { podMismatches } from './pod-state';
import { podsMismatches } from './pods-together';
import { rolloutOf } from './rollout';

/** A workload of Git with everything that is live of it. */
export interface LiveWorkload {
  readonly desired: Entity;
  readonly facts: WorkloadFacts;
  /** The object itself in the cluster; undefined where it is not listed. */
  readonly owner: Entity | undefined;
  readonly pods: readonly Entity[];
  /** The Jobs of a CronJob. */
  readonly jobs: readonly Entity[];
  /** The ReplicaSets of a Deployment. */
  readonly replicaSets: readonly Entity[];
  readonly orphans: ReadonlySet<Entity>;
  /** The Job that a Pod works for; undefined where it is not listed. */
  readonly jobOf: (pod: Entity) => Entity | undefined;
}

/** What of a workload is not as its manifest promises: the owner, its Jobs, its Pods together and each alone. */
export function workloadMismatches(workload: LiveWorkload): readonly Mismatch[] {
  const { facts, owner, pods } = workload;
  const rollout = owner && rolloutOf(owner);
  const read = pods.map((pod) => [pod, livePodOf(pod)] as const);
  return [
    ...(owner && rollout ? ownerMismatches(owner, rollout, facts) : []),
    ...jobsOf(workload),
    ...podsMismatches({
      facts,
      owner,
      pods: read.map(([, pod]) => pod),
      rollout,
      replicaSets: workload.replicaSets,
      template: templateOf(owner),
    }),
    ...read.flatMap(([entity, pod]) => [
      ...(workload.orphans.has(entity) ? [orphan(pod, facts)] : []),
      ...podMismatches(pod, { facts, jobSucceeded: hasSucceeded(entity, workload) }),
    ]),
  ];
}

function jobsOf({ desired, facts, jobs, owner }: LiveWorkload): readonly Mismatch[] {
  if (facts.object.kind === 'Job') return owner === undefined ? [] : jobMismatches(owner, facts);
  if (facts.object.kind !== 'CronJob') return [];
  const isTold = desired.read('spec', 'suspend') !== undefined;
  return owner === undefined ? runMismatches(jobs) : cronJobMismatches(owner, jobs, isTold);
}

/** Where the Job is not listed, another Pod that has succeeded speaks for it. */
function hasSucceeded(pod: Entity, { jobOf, pods }: LiveWorkload): boolean {
  const job = jobOf(pod);
  if (job !== undefined) return jobEndOf(job) === 'complete';
  return pods.some((each) => each.read('status', 'phase') === 'Succeeded');
}

/** The images of the template that the owner has in the cluster, by container. */
function templateOf(owner: Entity | undefined): ReadonlyMap<string, string> {
  const spec = owner?.read('spec', 'template', 'spec');
  const containers = [...listOf(fieldOf(spec, 'initContainers')), ...listOf(fieldOf(spec, 'containers'))];
  return new Map(containers.map((each) => [textOf(fieldOf(each, 'name')), textOf(fieldOf(each, 'image'))]));
}

function orphan({ object }: LivePod, facts: WorkloadFacts): Mismatch {
  const text = `Pod ${code(object.name)} has the labels that ${facts.object.kind} ${code(facts.object.name)} selects, and no owner: nobody replaces it`;
  return {
    severity: 'warning',
    topic: 'owner',
    object,
    ...(facts.owner !== undefined && { expected: facts.owner }),
    sentence: sentence(text),
  };
}
