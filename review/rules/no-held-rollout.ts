import { FieldPath } from '../../lib/kube/field-path';
import { isExplained } from '../knowledge/reason';
import type { Entity } from '../entity';
import type { WorkloadRule } from '../rule';

/** What is in Git is not what runs. */
export const noHeldRollout: WorkloadRule = {
  id: 'no-held-rollout',
  about: 'workload',
  severity: 'warning',
  title: 'A change of the template reaches the Pods',
  consequence: 'What is merged does not run: fixes wait for somebody who remembers that the rollout is held.',
  fix: 'Remove the field when the rollout may go on, or say beside it what it waits for.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment',
  *check(workload) {
    for (const [path, found] of holdsOf(workload.entity)) {
      if (!isExplained(workload, path)) yield { path, found };
    }
  },
};

function* holdsOf(entity: Entity): Iterable<readonly [FieldPath, string]> {
  const spec = FieldPath.of('spec');
  const partition = entity.read('spec', 'updateStrategy', 'rollingUpdate', 'partition');
  if (entity.read('spec', 'paused') === true) yield [spec.child('paused'), 'The Deployment is paused.'];
  if (entity.read('spec', 'updateStrategy', 'type') === 'OnDelete') {
    yield [spec.child('updateStrategy').child('type'), 'Pods are only made anew when somebody deletes them.'];
  }
  if (typeof partition === 'number' && partition > 0) {
    const path = spec.child('updateStrategy').child('rollingUpdate').child('partition');
    yield [path, `Pods with a number below ${partition} keep the older template.`];
  }
}
