import { isMap } from '../../lib/kube/schema/walk';
import { fieldOf, listOf } from '../entity';
import type { Entity } from '../entity';
import type { Landscape } from '../landscape';
import { code, list } from '../report/words';
import type { WorkloadRule } from '../rule';

/** A quota on an amount makes the amount compulsory. */
export const requireQuotaAmounts: WorkloadRule = {
  id: 'require-quota-amounts',
  about: 'workload',
  severity: 'error',
  title: 'Where a ResourceQuota counts, every container says how much',
  consequence: 'The owner is accepted and no Pod of it is ever made: the quota refuses what it cannot count.',
  fix: 'Write the amount, or a LimitRange with a default for the namespace.',
  see: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/#how-kubernetes-resourcequotas-work',
  *check(workload, landscape) {
    const { entity, written } = workload;
    if (written.resources !== undefined || landscape.beside('ResourceQuota', entity).length === 0) return;
    const counted = countedBeside(entity, landscape);
    for (const [quota, field, resource] of counted) {
      // The server takes the limit for the request where that is missing.
      const without = workload.containers.filter(({ container: { resources }, role }) => {
        const amount =
          resources?.[field]?.[resource] ?? (field === 'requests' ? resources?.limits?.[resource] : undefined);
        return role !== 'ephemeral' && amount === undefined;
      });
      const [first] = without;
      if (first === undefined) continue;
      const names = list(without.map(({ container }) => code(container.name)));
      yield {
        path: first.path.child('resources').child(field).child(resource),
        found: `ResourceQuota \`${quota.identity.name}\` counts \`${field}.${resource}\`, and ${names} ${without.length === 1 ? 'has' : 'have'} none.`,
      };
    }
  },
};

type Counted = readonly [quota: Entity, field: 'requests' | 'limits', resource: string];

/** What the quotas of a namespace count and no LimitRange fills in. */
function countedBeside(entity: Entity, landscape: Landscape): readonly Counted[] {
  const filled = landscape.beside('LimitRange', entity).flatMap((range) =>
    listOf(range.read('spec', 'limits'))
      .filter((limit) => fieldOf(limit, 'type') === 'Container')
      .flatMap((limit) => keysOf(fieldOf(limit, 'default'), fieldOf(limit, 'defaultRequest'), fieldOf(limit, 'max'))),
  );
  const quotas = landscape
    .beside('ResourceQuota', entity)
    .filter((quota) => quota.read('spec', 'scopes') === undefined && quota.read('spec', 'scopeSelector') === undefined);
  return quotas.flatMap((quota) =>
    keysOf(quota.read('spec', 'hard')).flatMap((key): Counted[] => {
      const [, field = 'requests', resource = ''] = /^(?:(requests|limits)\.)?(cpu|memory)$/.exec(key) ?? [];
      if (resource === '' || filled.includes(resource)) return [];
      return [[quota, field === 'limits' ? 'limits' : 'requests', resource]];
    }),
  );
}

function keysOf(...maps: readonly unknown[]): readonly string[] {
  return maps.flatMap((map) => (isMap(map) ? Object.keys(map) : []));
}
