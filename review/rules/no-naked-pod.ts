import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** An experiment of ours says when it ends, which excuses it until then. */
export const noNakedPod: WorkloadRule = {
  id: 'no-naked-pod',
  about: 'workload',
  severity: 'error',
  title: 'Every Pod has an owner',
  consequence: 'When it is deleted or evicted, or its node is lost, nothing makes it anew.',
  fix: 'Write a Deployment for what serves, a Job for what ends, a DaemonSet for what every node needs; for an experiment say until when.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/#pods-and-controllers',
  *check({ entity, kind, metadata, spec }) {
    if (kind !== 'Pod' || isMadeByOthers(entity.annotations) || (metadata.ownerReferences ?? []).length > 0) return;
    const ends = spec.restartPolicy === 'Never' || spec.restartPolicy === 'OnFailure';
    yield {
      path: OWNERS,
      ...(ends && { severity: 'warning' }),
      found: `${entity.subject} stands for itself.`,
    };
  },
};

const OWNERS = FieldPath.of('metadata').child('ownerReferences');

/** A test of Helm, or what a kubelet reads from its own folder. */
function isMadeByOthers(annotations: Readonly<Record<string, string>>): boolean {
  return Object.keys(annotations).some((key) => key === 'helm.sh/hook' || key.startsWith('kubernetes.io/config.'));
}
