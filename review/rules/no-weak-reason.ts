import { FieldPath } from '../../lib/kube/field-path';
import type { Remark } from '../remark';
import type { WorkloadRule } from '../rule';

/** A reason has to be one that a reviewer can test. */
export const noWeakReason: WorkloadRule = {
  id: 'no-weak-reason',
  about: 'workload',
  severity: 'warning',
  title: 'Reasons say what would break otherwise',
  consequence: 'Nobody can tell later whether the reason still holds, so that what it excuses stays for ever.',
  fix: 'Name what is shared and what would fail without it: a file, a port on localhost, an order of starting.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers',
  *check({ entity, specPath }) {
    for (const remark of entity.remarksWithin(specPath.toString())) {
      const weakness = weaknessOf(remark);
      if (weakness === undefined) continue;
      yield { path: FieldPath.of(remark.path), found: `The reason "${remark.text}" ${weakness}.` };
    }
  },
};

const WEAK: readonly (readonly [RegExp, string])[] = [
  [
    /\b(localhost|loopback)\b.*\b(faster|quicker|latency)\b|\bfaster\b.*\blocalhost\b/i,
    'claims a speed that no measurement is named for',
  ],
  [/\bsame (git )?(repo|repository|team|codebase|project)\b/i, 'is about where the code lives, and not about the Pod'],
  [
    /\b(released?|deployed?|shipped?|versioned) together\b|\bsame release\b/i,
    'is about releases, and two Deployments can be released together',
  ],
  [/\b(easier|simpler|convenient|convenience|more practical)\b/i, 'names a comfort and no need'],
  [
    /\b(best practice|everybody does|always done|historical(ly)?|legacy reasons?|we need it|it is needed|for now)\b/i,
    'says nothing that can be tested',
  ],
];

function weaknessOf({ kind, text, until }: Remark): string | undefined {
  if (kind === 'role') return undefined;
  const [, weakness] = WEAK.find(([phrase]) => phrase.test(text)) ?? [];
  if (weakness !== undefined && until !== undefined && /\bfor now\b/i.test(text)) return undefined;
  return weakness ?? (text.trim().split(/\s+/).length < 3 ? 'is too short to be tested' : undefined);
}
