import type { Container } from '../../lib/kube/api/container';
import type { PodSpec } from '../../lib/kube/api/pod';
import type { Entity } from '../entity';
import type { ReviewedContainer, Workload } from '../workload';
import { ownerOf, type Owner } from './owner';
import { podCountOf, type PodCount } from './pod-count';
import type { Budget, Surroundings } from './surroundings';

/** A workload with everything that its sentences are made of. */
export interface Subject {
  readonly workload: Workload;
  readonly around: Surroundings;
  readonly owner: Owner;
  readonly count: PodCount;
  readonly spec: PodSpec;
  readonly inits: readonly ReviewedContainer[];
  readonly sidecars: readonly ReviewedContainer[];
  readonly apps: readonly ReviewedContainer[];
  /** What runs as long as the Pod does: sidecars and regular containers, in the order in which they start. */
  readonly running: readonly ReviewedContainer[];
  /** The Services that select its Pods. */
  readonly services: readonly Entity[];
  readonly autoscalers: readonly Entity[];
  readonly budgets: readonly Budget[];
}

/** Collects what is said of a workload, its own fields and those of others. */
export function subjectOf(workload: Workload, around: Surroundings): Subject {
  const owner = ownerOf(workload);
  const autoscalers = around.landscape.autoscalersOf(workload);
  const withRole = (role: ReviewedContainer['role']) => workload.containers.filter((each) => each.role === role);
  const sidecars = withRole('sidecar');
  const apps = withRole('app');
  return {
    workload,
    around,
    owner,
    count: podCountOf(owner, autoscalers),
    spec: workload.spec,
    inits: withRole('init'),
    sidecars,
    apps,
    running: [...sidecars, ...apps],
    services: around.landscape.servicesOf(workload),
    autoscalers,
    budgets: around.budgetsOf(workload),
  };
}

/**
 * How long the Pods are meant to run: `lasting` until somebody stops them, `finite` until their work is done, and `once`
 * for a Pod that is not started again when it ends, whether it is meant to end or not.
 */
export type Life = 'lasting' | 'finite' | 'once';

/** How long the Pods of a workload are meant to run. */
export function lifeOf({ owner, spec }: Subject): Life {
  if (owner.kind === 'Job' || owner.kind === 'CronJob') return 'finite';
  return spec.restartPolicy === 'Always' ? 'lasting' : 'once';
}

/** The name of a container as the report shows it. */
export function nameOf({ container }: { readonly container: Pick<Container, 'name'> }): string {
  return container.name || '(no name)';
}

/** When a container that has ended is started again. */
export function restartPolicyOf(
  { container, role }: ReviewedContainer,
  spec: PodSpec,
): 'Always' | 'OnFailure' | 'Never' {
  if (role === 'sidecar') return 'Always';
  const policy = container.restartPolicy ?? spec.restartPolicy ?? 'Always';
  return role === 'init' && policy === 'Always' ? 'OnFailure' : policy;
}
