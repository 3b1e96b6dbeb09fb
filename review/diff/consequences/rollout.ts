import { notice, danger, type Consequence } from '../consequence';
import { changesWithin, shown, type WorkloadChange } from '../change';
import { listOf, type Entity } from '../../entity';
import type { Landscape } from '../../landscape';
import type { Workload } from '../../workload';
import { ownerOf } from '../../report/owner';
import { rollingUpdateOf, type RollingUpdate } from '../../report/rolling-update';
import { isRefused } from './refusal';

/** Whether Pods are replaced, and how. */
export function* rolloutConsequences(change: WorkloadChange): Generator<Consequence> {
  const { is, after } = change;
  const strategies = changesWithin(change, 'spec.strategy', 'spec.updateStrategy');
  if (strategies.length > 0) {
    const sentence = `Rollouts of ${after.title} go another way from now on: ${strategyOf(change)}`;
    yield isOutage(change) ? danger('rollout', sentence) : notice('rollout', sentence);
  }
  yield* paceConsequences(change);
  yield* holdConsequences(change);
  if (is.kind === 'Pod' || is.kind === 'Job' || changesWithin(change, is.path.toString()).length === 0) return;
  if (isRefused(change)) return;
  if (is.kind === 'CronJob') yield notice('rollout', `${after.title} runs like this from its next run on.`);
  else if (isPaused(after)) {
    yield notice('rollout', `${after.title} is paused: no Pod is replaced before it is resumed.`);
  } else if (is.kind === 'Deployment' && isRecreated(change)) {
    yield danger('rollout', `Every Pod of ${after.title} is stopped before new ones start: nobody serves meanwhile.`);
  } else if (isOnDelete(after)) {
    yield notice('rollout', `Pods of ${after.title} are replaced only as somebody deletes them.`);
  } else if (OWNERS.has(is.kind))
    yield notice('rollout', `Every Pod of ${after.title} is replaced: ${strategyOf(change)}`);
  else yield notice('rollout', `Pods that ${after.title} starts from now on are made like this.`);
}

/** Whether a changed template replaces the Pods that are there, with nobody's help. */
export function replacesPods(entity: Entity): boolean {
  return OWNERS.has(entity.identity.kind) && !isOnDelete(entity) && !isPaused(entity);
}

const OWNERS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** When a new Pod counts, and when a rollout counts as failed. */
function* paceConsequences(change: WorkloadChange): Generator<Consequence> {
  const { title } = change.after;
  for (const { before = 0, after = 0 } of changesWithin(change, 'spec.minReadySeconds')) {
    const times = `${shown(after)} s instead of ${shown(before)} s`;
    yield notice('rollout', `A new Pod of ${title} counts as available when it has been ready for ${times}.`);
  }
  for (const { before, after } of changesWithin(change, 'spec.progressDeadlineSeconds')) {
    const times = `${shown(after)} s without progress instead of ${shown(before)} s`;
    yield notice('rollout', `A rollout of ${title} is reported as failed after ${times}.`);
  }
}

/** A new Pod beside the old one waits for a volume that one node, or one Pod, holds. */
function* holdConsequences(change: WorkloadChange): Generator<Consequence> {
  const { after, is, was, landscapes } = change;
  if (is.kind !== 'Deployment' || isRecreated(change)) return;
  const held = heldClaims(is, landscapes.after);
  const heldBefore =
    change.before.read('spec', 'strategy', 'type') === 'Recreate' ? [] : heldClaims(was, landscapes.before);
  for (const claim of held.filter((each) => !heldBefore.includes(each))) {
    yield danger(
      'rollout',
      `A rollout of ${after.title} can hang: a new Pod on another node waits for the claim \`${claim}\`, which is for one node, as long as an old Pod holds it.`,
    );
  }
}

function heldClaims({ entity, spec }: Workload, landscape: Landscape): readonly string[] {
  const claims = (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? []);
  return claims.filter((name) => {
    const modes = listOf(landscape.find('PersistentVolumeClaim', name, entity)?.read('spec', 'accessModes'));
    return modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
  });
}

function isRecreated({ after }: WorkloadChange): boolean {
  return after.read('spec', 'strategy', 'type') === 'Recreate';
}

function isOnDelete(entity: Entity): boolean {
  return entity.read('spec', 'updateStrategy', 'type') === 'OnDelete';
}

function isPaused(entity: Entity): boolean {
  return entity.identity.kind === 'Deployment' && entity.read('spec', 'paused') === true;
}

/** Whether a rollout may leave no Pod that serves. */
function isOutage(change: WorkloadChange): boolean {
  if (change.is.kind !== 'Deployment') return false;
  const pods = change.is.replicas ?? 0;
  return isRecreated(change) || (pods > 0 && updateOf(change)?.unavailable === pods);
}

function updateOf({ is }: WorkloadChange): RollingUpdate | undefined {
  const owner = ownerOf(is);
  return owner.kind === 'Deployment' ? rollingUpdateOf(owner.spec, is.replicas ?? 0) : undefined;
}

function strategyOf(change: WorkloadChange): string {
  const { after, is } = change;
  if (is.kind === 'Deployment') {
    if (isRecreated(change)) return 'all at once, old before new.';
    if (isOutage(change)) return 'all old ones may stop before a new one can serve.';
    return updateOf(change)?.surge === 0 ? 'old ones stop before new ones start.' : 'new ones start as old ones stop.';
  }
  if (isOnDelete(after)) return 'a Pod is replaced only when somebody deletes it.';
  return is.kind === 'StatefulSet' ? 'one after the other, from the last to the first.' : 'node after node.';
}
