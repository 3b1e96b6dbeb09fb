import type { StatefulSetSpec, StatefulSetUpdateStrategy } from '../api/stateful-set';
import { claimDefaults } from './persistent-volume-claim';
import { templateDefaults } from './pod-spec';

const REVISIONS = 10;

/** A StatefulSet's spec with the fields that the API server fills in. */
export function statefulSetSpecDefaults(spec: Partial<StatefulSetSpec>): Partial<StatefulSetSpec> {
  const { persistentVolumeClaimRetentionPolicy: retention, volumeClaimTemplates } = spec;
  return {
    ...spec,
    podManagementPolicy: spec.podManagementPolicy || 'OrderedReady',
    updateStrategy: strategyDefaults(spec.updateStrategy ?? {}),
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: retention?.whenDeleted || 'Retain',
      whenScaled: retention?.whenScaled || 'Retain',
    },
    replicas: spec.replicas ?? 1,
    revisionHistoryLimit: spec.revisionHistoryLimit ?? REVISIONS,
    template: templateDefaults(spec.template),
    ...(volumeClaimTemplates && { volumeClaimTemplates: volumeClaimTemplates.map(claimDefaults) }),
  };
}

/** A rolling update is filled in where no type was written; one without its details stays without. */
function strategyDefaults(strategy: StatefulSetUpdateStrategy): StatefulSetUpdateStrategy {
  const type = strategy.type || 'RollingUpdate';
  const rollingUpdate = strategy.rollingUpdate ?? (strategy.type ? undefined : {});
  if (type !== 'RollingUpdate' || rollingUpdate === undefined) return { ...strategy, type };
  return { ...strategy, type, rollingUpdate: { ...rollingUpdate, partition: rollingUpdate.partition ?? 0 } };
}
