import { FieldPath } from '../../lib/kube/field-path';
import { podRangeOf } from '../knowledge/pod-range';
import { isExplained } from '../knowledge/reason';
import { clientServicesOf } from '../knowledge/traffic';
import { ownerOf } from '../report/owner';
import { rollingUpdateOf } from '../report/rolling-update';
import type { Landscape } from '../landscape';
import type { WorkloadRule } from '../rule';
import type { Workload } from '../workload';

/** A rolling update may be told to take all Pods away at once. */
export const noFullOutageRollout: WorkloadRule = {
  id: 'no-full-outage-rollout',
  about: 'workload',
  severity: 'error',
  title: 'A rollout leaves Pods that serve',
  consequence: 'At each rollout there is a time in which nobody answers.',
  fix: 'Write `maxUnavailable: 0` and `maxSurge: 1`, so that a new Pod is ready before an old one goes.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment',
  *check(workload, landscape) {
    const [service] = clientServicesOf(workload, landscape);
    if (service === undefined) return;
    const path = FieldPath.of('spec').child('strategy');
    if (!takesAllAway(workload, landscape) || isExplained(workload, path)) return;
    yield {
      path: path.child('rollingUpdate').child('maxUnavailable'),
      ...(workload.replicas === 1 && { severity: 'warning' }),
      found: `A rollout takes every Pod away at once that ${service.title} sends its clients to.`,
    };
  },
};

function takesAllAway(workload: Workload, landscape: Landscape): boolean {
  const owner = ownerOf(workload);
  const pods = podRangeOf(workload, landscape)?.least ?? 0;
  const { surge = 0, unavailable = 0 } = (owner.kind === 'Deployment' && rollingUpdateOf(owner.spec, pods)) || {};
  // What is added first takes the place of what goes.
  return pods > 0 && unavailable >= pods && surge < pods;
}
