import { FieldPath } from '../../lib/kube/field-path';
import type { Landscape } from '../landscape';
import type { WorkloadRule } from '../rule';
import type { Workload } from '../workload';

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
  *check(workload, landscape) {
    const { entity } = workload;
    const { namespace } = entity.identity;
    if (namespace !== undefined && namespace !== 'default') return;
    const others = alikeIn(landscape, namespace);
    // Manifests that leave it to whoever installs them all do so: it is one decision, and is said once.
    if (others.isCommon && others.workloads[0] !== workload) return;
    const path = FieldPath.of('metadata').child('namespace');
    const subject = others.isCommon ? subjectOf(workload, others.workloads) : entity.subject;
    const isOne = subject === entity.subject;
    if (namespace === undefined) {
      yield {
        path,
        found: `${subject} ${isOne ? 'names' : 'name'} no namespace.`,
        ...(!isOne && {
          consequence:
            'They run wherever the one who applies them happens to be, under the quota, the policies and the rights of that namespace.',
        }),
      };
    } else {
      yield {
        path,
        found: `${subject} ${isOne ? 'lives' : 'live'} in the namespace \`default\`.`,
        consequence: `${isOne ? 'Its' : 'Their'} quota, policies and rights hold for whatever anybody puts there without a second thought.`,
      };
    }
  },
};

interface Alike {
  readonly workloads: readonly Workload[];
  /** Whether every reviewed workload is like these. */
  readonly isCommon: boolean;
}

const ALIKE = new WeakMap<Landscape, Map<string | undefined, Alike>>();

/** The workloads in the same place; there are many, and each of them asks. */
function alikeIn(landscape: Landscape, namespace: string | undefined): Alike {
  const known = ALIKE.get(landscape) ?? new Map<string | undefined, Alike>();
  ALIKE.set(landscape, known);
  const alike = known.get(namespace) ?? findAlike(landscape, namespace);
  known.set(namespace, alike);
  return alike;
}

function findAlike(landscape: Landscape, namespace: string | undefined): Alike {
  const workloads = landscape.workloads.filter(({ entity }) => entity.identity.namespace === namespace);
  return { workloads, isCommon: workloads.length === landscape.workloads.length };
}

function subjectOf({ entity }: Workload, { length }: readonly Workload[]): string {
  if (length === 1) return entity.subject;
  return length === 2
    ? `${entity.subject} and the other workload`
    : `${entity.subject} and the ${length - 1} other workloads`;
}
