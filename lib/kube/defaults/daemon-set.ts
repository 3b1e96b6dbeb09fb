import type { DaemonSetSpec, DaemonSetUpdateStrategy } from '../api/daemon-set';
import { templateDefaults } from './pod-spec';

const REVISIONS = 10;

/** A DaemonSet's spec with the fields that the API server fills in. */
export function daemonSetSpecDefaults(spec: Partial<DaemonSetSpec>): Partial<DaemonSetSpec> {
  return {
    ...spec,
    updateStrategy: strategyDefaults(spec.updateStrategy ?? {}),
    revisionHistoryLimit: spec.revisionHistoryLimit ?? REVISIONS,
    template: templateDefaults(spec.template),
  };
}

function strategyDefaults(strategy: DaemonSetUpdateStrategy): DaemonSetUpdateStrategy {
  const type = strategy.type || 'RollingUpdate';
  if (type !== 'RollingUpdate') return { ...strategy, type };
  const { maxSurge = 0, maxUnavailable = 1 } = strategy.rollingUpdate ?? {};
  return { ...strategy, type, rollingUpdate: { maxUnavailable, maxSurge } };
}
