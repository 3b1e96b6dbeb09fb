import { FieldPath } from '../../lib/kube/field-path';
import { isScaled } from '../knowledge/pod-range';
import { isExplained } from '../knowledge/reason';
import { clientServicesOf } from '../knowledge/traffic';
import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** What there is once is not there while it moves. */
export const noSingleReplica: WorkloadRule = {
  id: 'no-single-replica',
  about: 'workload',
  severity: 'info',
  title: 'What serves clients is there more than once',
  consequence: 'While its node is drained, lost or short of memory, nobody answers.',
  fix: 'Write `replicas: 2` or more, or say beside the field why there may be one only.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#creating-a-deployment',
  *check(workload, landscape) {
    const path = FieldPath.of('spec').child('replicas');
    if (workload.kind !== 'Deployment' || workload.replicas !== 1) return;
    if (isScaled(workload, landscape) || isExplained(workload, path)) return;
    // What keeps its data in a claim cannot simply be there twice.
    if (volumeUses(workload).some(({ volume }) => volume.persistentVolumeClaim !== undefined)) return;
    const [service] = clientServicesOf(workload, landscape);
    if (service === undefined) return;
    yield { path, found: `${service.title} sends its clients to a single Pod.` };
  },
};
