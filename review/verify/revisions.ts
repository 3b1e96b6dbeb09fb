import { textOf, type Entity } from '../entity';
import { code, count, list } from '../report/words';
import { numberOf } from './reading';

/**
 * How a Deployment that is not listed goes from one ReplicaSet to the next, as the end of a sentence; undefined where
 * only one of them has Pods.
 */
export function revisionsText(replicaSets: readonly Entity[]): string | undefined {
  const inUse = replicaSets
    .filter((each) => wantedBy(each) > 0 || numberOf(each.read('status', 'replicas')) > 0)
    .sort((one, other) => revisionOf(other) - revisionOf(one));
  const [newest, ...older] = inUse;
  if (newest === undefined || older.length === 0) return undefined;
  const ready = numberOf(newest.read('status', 'readyReplicas'));
  const old = older.map((each) => `${code(each.identity.name)} still has ${numberOf(each.read('status', 'replicas'))}`);
  return `the rollout is under way or stuck: the newest ReplicaSet ${code(newest.identity.name)} has ${ready} of ${count(wantedBy(newest), 'Pod')} ready, and ${list(old)}`;
}

function wantedBy(replicaSet: Entity): number {
  return numberOf(replicaSet.read('spec', 'replicas'));
}

/** Deployments count their ReplicaSets in an annotation. */
function revisionOf(replicaSet: Entity): number {
  return Number.parseInt(textOf(replicaSet.annotations['deployment.kubernetes.io/revision']), 10) || 0;
}
