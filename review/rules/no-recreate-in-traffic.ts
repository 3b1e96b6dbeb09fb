import { FieldPath } from '../../lib/kube/field-path';
import { isExplained } from '../knowledge/reason';
import { clientServicesOf } from '../knowledge/traffic';
import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** `Recreate` stops all Pods before it starts the first new one. */
export const noRecreateInTraffic: WorkloadRule = {
  id: 'no-recreate-in-traffic',
  about: 'workload',
  severity: 'warning',
  title: 'What serves clients is rolled out bit by bit',
  consequence: 'At each rollout nobody answers from the end of the old Pods to the readiness of the new ones.',
  fix: 'Write `type: RollingUpdate`, or say beside `strategy` why two versions must never run at once.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#recreate-deployment',
  *check(workload, landscape) {
    const path = FieldPath.of('spec').child('strategy').child('type');
    if (workload.kind !== 'Deployment' || workload.entity.read('spec', 'strategy', 'type') !== 'Recreate') return;
    // A volume of one node, or of one writer, has to be let go first.
    if (volumeUses(workload).some(({ volume }) => volume.persistentVolumeClaim ?? volume.hostPath)) return;
    const [service] = clientServicesOf(workload, landscape);
    if (service === undefined || isExplained(workload, path)) return;
    yield { path, found: `All Pods that ${service.title} sends its clients to end before a new one starts.` };
  },
};
