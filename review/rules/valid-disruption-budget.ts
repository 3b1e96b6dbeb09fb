import { FieldPath } from '../../lib/kube/field-path';
import { podRangeOf } from '../knowledge/pod-range';
import { isFieldRefused } from '../knowledge/field-refused';
import type { Entity } from '../entity';
import type { Landscape } from '../landscape';
import { podsOf } from '../report/rolling-update';
import type { Fault, ObjectRule } from '../rule';

/** A budget that allows nothing stops whoever drains nodes. */
export const validDisruptionBudget: ObjectRule = {
  id: 'valid-disruption-budget',
  about: 'object',
  kinds: ['PodDisruptionBudget'],
  severity: 'warning',
  title: 'A PodDisruptionBudget lets one Pod go at least',
  consequence: 'No node that runs one of the Pods can be drained: upgrades of the cluster stop, or are forced.',
  fix: 'Write `maxUnavailable: 1`; it stays right when the number of replicas changes.',
  see: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors',
  *check(budget, landscape) {
    const most = budget.read('spec', 'maxUnavailable');
    const least = budget.read('spec', 'minAvailable');
    if (most === undefined && least === undefined) {
      yield { path: FieldPath.of('spec'), found: 'The budget has neither `maxUnavailable` nor `minAvailable`.' };
    }
    for (const [field, value] of Object.entries({ maxUnavailable: most, minAvailable: least })) {
      if (typeof value === 'string' && !/^\d+%$/.test(value)) yield { ...REFUSED, ...textFault(field, value) };
    }
    if (isAmount(most) && isNothing(most)) {
      yield { path: SPEC.child('maxUnavailable'), found: `\`maxUnavailable: ${most}\` lets no Pod go.` };
    } else if (isAmount(least)) {
      const pods = podsCountedBy(budget, landscape);
      const needed = pods === undefined ? undefined : podsOf(least, pods, 'up');
      const isAll = /^100%$/.test(String(least)) || (needed !== undefined && pods !== undefined && needed >= pods);
      const place = SPEC.child('minAvailable');
      if (!isAll || isFieldRefused(budget, place, landscape)) return;
      const all = pods === undefined ? 'every Pod' : pods === 1 ? 'the one Pod that there is' : `all ${pods} Pods`;
      yield { path: place, found: `\`minAvailable: ${least}\` asks for ${all}.` };
    }
  },
};

const SPEC = FieldPath.of('spec');

const REFUSED = {
  severity: 'error',
  consequence: 'The API server refuses the budget, and without one a drain may take all Pods at once.',
  fix: 'Write the number without quotation marks, or a percentage such as `25%`.',
} as const;

function textFault(field: string, value: string): Fault {
  return { path: SPEC.child(field), found: `\`${field}: "${value}"\` is a text, and no percentage.` };
}

/** The Pods that there are at the least; undefined where some are not counted here, or none are reviewed. */
function podsCountedBy(budget: Entity, landscape: Landscape): number | undefined {
  const ranges = landscape
    .selected(budget.read('spec', 'selector'), budget)
    .map((workload) => podRangeOf(workload, landscape)?.least);
  const known = ranges.filter((pods) => pods !== undefined);
  const all = known.reduce((sum, pods) => sum + pods, 0);
  return known.length < ranges.length || all === 0 ? undefined : all;
}

function isAmount(value: unknown): value is string | number {
  return typeof value === 'number' || typeof value === 'string';
}

function isNothing(value: string | number): boolean {
  return value === 0 || /^0+%$/.test(String(value));
}
