import type { FieldPath } from '../../lib/kube/field-path';
import { asksForDevice, demandedLabels } from '../knowledge/affinity';
import { isExplained } from '../knowledge/reason';
import { code, list } from '../report/words';
import type { WorkloadRule } from '../rule';
import type { Workload } from '../workload';

/** A hard rule is only worth what it is for. */
export const requirePlacementReason: WorkloadRule = {
  id: 'require-placement-reason',
  about: 'workload',
  severity: 'info',
  title: 'A hard rule about nodes says why',
  consequence:
    'When no node of this kind is free the Pods wait for ever, and nobody knows whether the rule may be given up.',
  fix: 'Write the reason beside the field, or prefer such nodes instead of demanding them.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
  *check(workload) {
    const labels = demandedLabels(workload);
    // Nodes with a device are asked for by whoever asks for the device.
    if (labels.length === 0 || workload.kind === 'PodTemplate' || asksForDevice(workload)) return;
    const names = list(labels.map(code));
    for (const path of placesOf(workload)) {
      if (!isExplained(workload, path)) yield { path, found: `Only nodes with certain values of ${names} will do.` };
    }
  },
};

function placesOf({ spec, specPath }: Workload): readonly FieldPath[] {
  const affinity = specPath.child('affinity').child('nodeAffinity');
  // One place is enough where both say the same.
  return Object.keys(spec.nodeSelector ?? {}).length > 0
    ? [specPath.child('nodeSelector')]
    : [affinity.child('requiredDuringSchedulingIgnoredDuringExecution')];
}
