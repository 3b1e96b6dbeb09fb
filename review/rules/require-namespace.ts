import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** The namespace decides about quotas, policies and rights. */
export const requireNamespace: WorkloadRule = {
  id: 'require-namespace',
  about: 'workload',
  severity: 'info',
  title: 'Workloads name the namespace that they live in',
  consequence:
    'It runs wherever the one who applies it happens to be, under the quota, the policies and the rights of that namespace.',
  fix: 'Write `metadata.namespace` with a namespace of its own.',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#working-with-namespaces',
  *check({ entity }) {
    const { namespace } = entity.identity;
    if (namespace !== undefined && namespace !== 'default') return;
    const path = FieldPath.of('metadata').child('namespace');
    if (namespace === undefined) yield { path, found: `${entity.subject} names no namespace.` };
    else {
      yield {
        path,
        found: `${entity.subject} lives in the namespace \`default\`.`,
        consequence: 'Its quota, policies and rights hold for whatever anybody puts there without a second thought.',
      };
    }
  },
};
