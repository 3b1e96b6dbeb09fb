import type { CronJobSpec } from '../../lib/kube/api/cron-job';
import type { DaemonSetSpec } from '../../lib/kube/api/daemon-set';
import type { DeploymentSpec } from '../../lib/kube/api/deployment';
import type { JobSpec } from '../../lib/kube/api/job';
import type { ReplicaSetSpec } from '../../lib/kube/api/replica-set';
import type { StatefulSetSpec } from '../../lib/kube/api/stateful-set';
import { jobSpecDefaults } from '../../lib/kube/defaults/job';
import type { Workload } from '../workload';

/** What makes the Pods of a workload, with its spec as the API server holds it. */
export type Owner =
  | { readonly kind: 'Deployment'; readonly spec: DeploymentSpec }
  | { readonly kind: 'StatefulSet'; readonly spec: StatefulSetSpec }
  | { readonly kind: 'DaemonSet'; readonly spec: DaemonSetSpec }
  | { readonly kind: 'ReplicaSet'; readonly spec: ReplicaSetSpec }
  | { readonly kind: 'Job'; readonly job: Partial<JobSpec> }
  | { readonly kind: 'CronJob'; readonly spec: CronJobSpec; readonly job: Partial<JobSpec> }
  /** Nobody: the Pod stands for itself. */
  | { readonly kind: 'Pod' }
  /** A template that makes no Pods by itself. */
  | { readonly kind: 'PodTemplate' };

/** The owner that a workload is. A Job of a CronJob has what the server fills in when it is made. */
export function ownerOf({ held, kind, target }: Workload): Owner {
  // What is held was read field by field against the table of its kind and filled in as the server fills it in.
  const { spec = {} } = held as { readonly spec?: object };
  switch (kind) {
    case 'Deployment':
      return { kind, spec: spec as DeploymentSpec };
    case 'StatefulSet':
      return { kind, spec: spec as StatefulSetSpec };
    case 'DaemonSet':
      return { kind, spec: spec as DaemonSetSpec };
    case 'ReplicaSet':
      return { kind, spec: spec as ReplicaSetSpec };
    case 'Job':
      return { kind, job: spec };
    case 'CronJob': {
      const cron = spec as CronJobSpec;
      return { kind, spec: cron, job: jobSpecDefaults(cron.jobTemplate.spec ?? {}, target) };
    }
    case 'Pod':
      return { kind };
    default:
      return { kind: 'PodTemplate' };
  }
}
