import { withFields } from '../alter';
import type { DeploymentSpec, DeploymentStrategy } from '../api/deployment';
import { templateDefaults } from './pod-spec';

const REVISIONS = 10;
const PROGRESS_SECONDS = 600;
const SHARE = '25%';

/** A Deployment's spec with the fields that the API server fills in. */
export function deploymentSpecDefaults(spec: Partial<DeploymentSpec>): Partial<DeploymentSpec> {
  return withFields(spec, {
    replicas: spec.replicas ?? 1,
    strategy: strategyDefaults(spec.strategy ?? {}),
    revisionHistoryLimit: spec.revisionHistoryLimit ?? REVISIONS,
    progressDeadlineSeconds: spec.progressDeadlineSeconds ?? PROGRESS_SECONDS,
    template: templateDefaults(spec.template),
  });
}

function strategyDefaults(strategy: DeploymentStrategy): DeploymentStrategy {
  const type = strategy.type || 'RollingUpdate';
  if (type !== 'RollingUpdate') return withFields(strategy, { type });
  const { maxSurge = SHARE, maxUnavailable = SHARE } = strategy.rollingUpdate ?? {};
  return withFields(strategy, { type, rollingUpdate: { maxUnavailable, maxSurge } });
}
