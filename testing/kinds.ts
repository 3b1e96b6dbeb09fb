import type { CronJob } from '../lib/kube/api/cron-job';
import type { DaemonSet } from '../lib/kube/api/daemon-set';
import type { Deployment } from '../lib/kube/api/deployment';
import type { Job } from '../lib/kube/api/job';
import type { Pod } from '../lib/kube/api/pod';
import type { Service } from '../lib/kube/api/service';
import type { StatefulSet } from '../lib/kube/api/stateful-set';

/** The types of objects by their kind. */
export interface KindTypes {
  readonly CronJob: CronJob;
  readonly DaemonSet: DaemonSet;
  readonly Deployment: Deployment;
  readonly Job: Job;
  readonly Pod: Pod;
  readonly Service: Service;
  readonly StatefulSet: StatefulSet;
}

/** An object of any other kind. */
export interface OtherObject extends Readonly<Record<string, unknown>> {
  readonly metadata: { readonly name: string; readonly namespace?: string };
}
