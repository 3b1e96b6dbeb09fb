import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { inRankedOrder } from './order';

/**
 * All objects of an App in the order in which a cluster takes them: what others need by their kind (namespaces, custom
 * resource definitions, accounts, configuration) first, then everything else, then what runs. Dependencies go before kinds.
 *
 * @throws Error where dependencies go round in a ring, or lead out of the App.
 */
export function inApplyOrder(app: IConstruct): ApiObject[] {
  return inRankedOrder(app, ({ kind }) => RANKS.get(kind) ?? OTHERS);
}

const TIERS: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition'],
  ['ResourceQuota', 'LimitRange', 'PriorityClass', 'RuntimeClass', 'StorageClass'],
  ['ServiceAccount'],
  ['Role', 'ClusterRole'],
  ['RoleBinding', 'ClusterRoleBinding'],
  ['NetworkPolicy'],
  ['ConfigMap'],
  ['Secret', 'ExternalSecret', 'SealedSecret'],
  ['PersistentVolume'],
  ['PersistentVolumeClaim'],
  ['Service'],
];

/** What is in no tier stands between what is needed first and what runs. */
const OTHERS = TIERS.length;

const RUNNING: readonly (readonly string[])[] = [
  ['DaemonSet', 'StatefulSet', 'Deployment', 'ReplicaSet', 'Job', 'CronJob', 'Pod'],
  ['HorizontalPodAutoscaler', 'PodDisruptionBudget', 'Ingress'],
  ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'APIService'],
];

const RANKS: ReadonlyMap<string, number> = new Map(
  [...TIERS, [], ...RUNNING].flatMap((kinds, rank) => kinds.map((kind): [string, number] => [kind, rank])),
);
