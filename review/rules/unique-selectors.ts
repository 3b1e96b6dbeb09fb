import { FieldPath } from '../../lib/kube/field-path';
import { listOf } from '../entity';
import type { Landscape } from '../landscape';
import type { WorkloadRule } from '../rule';
import type { Workload } from '../workload';

/** Owners find their Pods by labels, and so does everything that counts them. */
export const uniqueSelectors: WorkloadRule = {
  id: 'unique-selectors',
  about: 'workload',
  severity: 'warning',
  title: 'Every owner selects its own Pods alone',
  consequence:
    'Budgets, autoscalers, policies and `kubectl` take the Pods of both for those of one, and an owner may take over what is not its own.',
  fix: 'Give each a label of its own, such as `app.kubernetes.io/component`, and select by it.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  *check(workload, landscape) {
    if (!SELECTING.has(workload.kind)) return;
    const other = firstOther(workload, landscape);
    if (other === undefined) return;
    yield {
      path: FieldPath.of('spec').child('selector'),
      found: `The selector finds the Pods of ${other.entity.title}, too.`,
    };
  },
};

const SELECTING: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet']);

function firstOther(workload: Workload, landscape: Landscape): Workload | undefined {
  return landscape
    .selected(workload.entity.read('spec', 'selector'), workload.entity)
    .find((other) => other !== workload && SELECTING.has(other.kind) && !isTheSame(other, workload));
}

/** The same object in another file, or what another object has made. */
function isTheSame({ entity, kind }: Workload, workload: Workload): boolean {
  const isCopy = kind === workload.kind && entity.identity.name === workload.entity.identity.name;
  return isCopy || listOf(entity.read('metadata', 'ownerReferences')).length > 0;
}
