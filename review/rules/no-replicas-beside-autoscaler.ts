import { FieldPath } from '../../lib/kube/field-path';
import { isScaled } from '../knowledge/pod-range';
import type { WorkloadRule } from '../rule';

/** Who applies the manifest and who scales it write the same field. */
export const noReplicasBesideAutoscaler: WorkloadRule = {
  id: 'no-replicas-beside-autoscaler',
  about: 'workload',
  severity: 'warning',
  title: 'What is scaled by an autoscaler does not say how many replicas there are',
  consequence:
    'Each time the manifest is applied the Pods drop to this number, under load too, until the autoscaler adds them again.',
  fix: 'Leave `replicas` out; the autoscaler keeps `minReplicas` at least.',
  see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  *check(workload, landscape) {
    const replicas = workload.entity.read('spec', 'replicas');
    // At 0 the autoscaler is switched off.
    if (typeof replicas !== 'number' || replicas === 0 || !isScaled(workload, landscape)) return;
    yield {
      path: FieldPath.of('spec').child('replicas'),
      found: `\`replicas: ${replicas}\` stands beside an autoscaler.`,
    };
  },
};
