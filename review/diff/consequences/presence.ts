import { fieldOf, listOf, textOf, type Entity } from '../../entity';
import { danger, notice, type Consequence } from '../consequence';
import type { Change } from '../change';

/** What follows from an object that is new, gone, or goes by another name. */
export function* presenceConsequences({ before, after }: Change): Generator<Consequence> {
  if (before === undefined && after !== undefined) yield arrivalOf(after);
  if (before !== undefined && after === undefined) yield deletionOf(before);
  if (before === undefined || after === undefined) return;
  const { identity: was } = before;
  const { identity: is } = after;
  if (was.name === is.name && was.namespace === is.namespace) return;
  yield danger(
    'recreation',
    `${before.title} becomes ${after.title}: Kubernetes ${was.namespace === is.namespace ? 'knows no renaming' : 'moves nothing between namespaces'}, so one is deleted and another created.`,
  );
  if (LOSES_DATA.has(was.kind)) yield deletionOf(before);
}

/** What an object decides from now on. */
function arrivalOf(entity: Entity): Consequence {
  if (entity.identity.kind === 'NetworkPolicy')
    return danger('traffic', `${entity.title} is new: what it does not allow to the Pods that it selects is refused.`);
  if (entity.identity.kind !== 'HorizontalPodAutoscaler') return notice('rollout', `${entity.title} is new.`);
  const target = entity.read('spec', 'scaleTargetRef');
  const name = `${textOf(fieldOf(target, 'kind'))} \`${textOf(fieldOf(target, 'name'))}\``;
  return notice('scale', `${entity.title} is new: it decides from now on how many Pods ${name} has.`);
}

/** What is lost with an object. */
function deletionOf(entity: Entity): Consequence {
  const sentence = LOSS[entity.identity.kind]?.(entity) ?? 'it is deleted where deletions are applied.';
  return danger(LOSES_DATA.has(entity.identity.kind) ? 'data' : 'deletion', `${entity.title} is gone: ${sentence}`);
}

const LOSES_DATA: ReadonlySet<string> = new Set(['PersistentVolumeClaim', 'StatefulSet', 'Namespace']);

const STOPS = (): string => 'its Pods are stopped, and nobody replaces them.';

const LOSS: Readonly<Record<string, (entity: Entity) => string>> = {
  ConfigMap: () => 'Pods that still refer to it do not start any more.',
  CronJob: () => 'it runs no more, and the Jobs it has started are deleted with it.',
  DaemonSet: () => 'its Pods are stopped on every node.',
  Deployment: STOPS,
  HorizontalPodAutoscaler: () => 'the number of replicas stays where it is.',
  Ingress: () => 'requests from outside no longer get in by it.',
  Job: () => 'its Pods are deleted, and their logs with them.',
  Namespace: () => 'everything in it is deleted with it, volumes included.',
  NetworkPolicy: () => 'what only it has allowed is refused, and what only it has refused is allowed.',
  PersistentVolumeClaim: () => 'its volume is deleted with it, unless the reclaim policy of the volume is Retain.',
  Pod: STOPS,
  PodDisruptionBudget: () => 'drains of nodes may take all Pods at once.',
  Secret: () => 'Pods that still refer to it do not start any more.',
  Service: () => 'its name no longer resolves, and who calls it fails.',
  ServiceAccount: () => 'new Pods that run as it are refused.',
  StatefulSet: (entity) => `its Pods are stopped. ${claimsOf(entity)}`,
};

function claimsOf(entity: Entity): string {
  const claims = listOf(entity.read('spec', 'volumeClaimTemplates'));
  if (claims.length === 0) return 'It has no volumes of its own.';
  const policy = textOf(fieldOf(entity.read('spec', 'persistentVolumeClaimRetentionPolicy'), 'whenDeleted'));
  return policy === 'Delete'
    ? 'The volumes of its Pods are deleted with it (`whenDeleted: Delete`).'
    : 'The volumes of its Pods stay behind and have to be deleted by hand.';
}
