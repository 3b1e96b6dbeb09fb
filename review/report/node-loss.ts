import type { Subject } from './subject';
import { secondsOnLostNode } from './tolerations';
import { seconds } from './words';

/** What becomes of the Pods on a node that is lost, as the beginning of a story that the owner goes on with. */
export function evictionText({ owner, spec }: Subject): string {
  if (owner.kind === 'DaemonSet')
    return 'a Pod on a lost node stays bound to it, since a DaemonSet tolerates that for ever';
  const gone = secondsOnLostNode(spec.tolerations ?? [], 'node.kubernetes.io/unreachable');
  const unready = secondsOnLostNode(spec.tolerations ?? [], 'node.kubernetes.io/not-ready');
  if (gone === undefined) return 'a Pod on a node that cannot be reached stays bound to it: it tolerates that for ever';
  const sooner = unready === gone ? 'not ready or unreachable' : 'unreachable';
  return `a Pod on a lost node is marked for deletion ${gone === 0 ? 'as soon as' : `${seconds(gone)} after`} the node is found ${sooner}`;
}

/** Whether Pods on a node that cannot be reached are ever evicted from it. */
export function isEvicted({ owner, spec }: Subject): boolean {
  if (owner.kind === 'DaemonSet') return false;
  return secondsOnLostNode(spec.tolerations ?? [], 'node.kubernetes.io/unreachable') !== undefined;
}
