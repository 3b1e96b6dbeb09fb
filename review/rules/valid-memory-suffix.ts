import type { FieldPath } from '../../lib/kube/field-path';
import { printBytes, tryQuantity } from '../../lib/kube/quantity';
import type { Quantity } from '../../lib/kube/api/scalars';
import type { Fault, WorkloadRule } from '../rule';

/** `M` is not `Mi`: programs count memory in powers of two. */
export const validMemorySuffix: WorkloadRule = {
  id: 'valid-memory-suffix',
  about: 'workload',
  severity: 'info',
  title: 'Memory is counted in Mi and Gi',
  consequence:
    'The amount is five to ten percent smaller than the same number of mebi- or gibibytes, and a heap sized for those is killed.',
  fix: 'Write a binary suffix, such as `512Mi` or `2Gi`.',
  see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
  *check({ containers, specPath, written }) {
    for (const { path, role, written: container } of containers) {
      if (role === 'ephemeral') continue;
      const at = path.child('resources');
      yield* faultIn(container.resources?.requests?.['memory'], at.child('requests').child('memory'));
      yield* faultIn(container.resources?.limits?.['memory'], at.child('limits').child('memory'), 'warning');
    }
    for (const [position, { emptyDir }] of (written.volumes ?? []).entries()) {
      const at = specPath.child('volumes').index(position).child('emptyDir').child('sizeLimit');
      yield* faultIn(emptyDir?.sizeLimit, at);
    }
  },
};

function* faultIn(amount: Quantity | undefined, path: FieldPath, severity?: 'warning'): Iterable<Fault> {
  const [, number = '', suffix = ''] = /^\s*([0-9.]+)([kMGTP])\s*$/.exec(String(amount)) ?? [];
  const decimal = tryQuantity(String(amount));
  const binary = tryQuantity(`${number}${suffix.toUpperCase()}i`);
  if (suffix === '' || decimal === undefined || binary === undefined) return;
  const meant = `${number}${suffix.toUpperCase()}i`;
  yield {
    path,
    ...(severity !== undefined && { severity }),
    found: `\`${String(amount).trim()}\` is ${printBytes(decimal)}; \`${meant}\` would be ${printBytes(binary)}.`,
    fix: `Write \`${meant}\`, if powers of two are meant.`,
  };
}
