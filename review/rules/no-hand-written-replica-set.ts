import { FieldPath } from '../../lib/kube/field-path';
import { listOf } from '../entity';
import type { ObjectRule } from '../rule';

/** What keeps Pods without rolling them out. */
export const noHandWrittenReplicaSet: ObjectRule = {
  id: 'no-hand-written-replica-set',
  about: 'object',
  kinds: ['ReplicaSet', 'ReplicationController'],
  severity: 'warning',
  title: 'Deployments make ReplicaSets, and nobody else does',
  consequence: 'A change of the template reaches no running Pod, and there is no rollout and no way back.',
  fix: 'Write a Deployment with the same template: it makes the ReplicaSets.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#alternatives-to-replicaset',
  *check(entity) {
    if (listOf(entity.read('metadata', 'ownerReferences')).length > 0) return;
    const { kind, name } = entity.identity;
    yield { path: FieldPath.of('kind'), found: `\`${name}\` is a ${kind} without a Deployment.` };
  },
};
