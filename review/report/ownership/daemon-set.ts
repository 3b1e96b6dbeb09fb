import type { DaemonSetSpec } from '../../../lib/kube/api/daemon-set';
import type { IntOrString } from '../../../lib/kube/api/scalars';
import { evictionText } from '../node-loss';
import { rolloutGateOf } from '../rollout-gate';
import type { Subject } from '../subject';
import { code, count, sentences } from '../words';
import type { OwnerWords } from './owner-words';

/** What a DaemonSet does with its Pods. */
export function daemonSetWords(subject: Subject, spec: DaemonSetSpec): OwnerWords {
  return {
    failure: sentences(
      'it keeps one Pod running on each eligible node: one that is deleted, evicted or has failed is replaced on the same node',
    ),
    deletion: sentences(
      'deleting a Pod makes a new one on the same node; deleting the DaemonSet deletes all of its Pods',
    ),
    rollout: sentences(rolloutText(spec)),
    scale: sentences('the nodes decide: a new eligible node gets a Pod, and it cannot be scaled otherwise'),
    maintenance: sentences(
      'a drain leaves its Pods where they are (`--ignore-daemonsets`), and a cordoned node keeps its Pod: they end with the node',
    ),
    nodeLoss: sentences(
      evictionText(subject),
      'nothing takes its place elsewhere: every other eligible node has its own Pod',
    ),
    badRollout: badRolloutTexts(subject, spec),
  };
}

function rolloutText({ updateStrategy }: DaemonSetSpec): string {
  if (updateStrategy?.type === 'OnDelete') {
    return 'a changed template holds only for Pods that somebody deletes from then on (`OnDelete`)';
  }
  const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
  if (!isNothing(maxSurge)) {
    return `the new Pod starts beside the old one, on ${nodes(maxSurge)} at a time, and the old one ends when the new one is available`;
  }
  return `the old Pod ends before the new one starts, on ${nodes(maxUnavailable)} at a time: what it does is missing there meanwhile`;
}

function badRolloutTexts(subject: Subject, { updateStrategy }: DaemonSetSpec): string[] {
  if (updateStrategy?.type === 'OnDelete') return sentences('only Pods that somebody has deleted can be broken by it');
  const { by, instead } = rolloutGateOf(subject);
  const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
  const width = isNothing(maxSurge) ? maxUnavailable : maxSurge;
  return sentences(
    by === 'readiness'
      ? `the rollout stands still when ${nodes(width)} ${width === 1 ? 'has' : 'have'} a new Pod that is not ready`
      : instead,
    'nothing rolls it back by itself',
  );
}

function nodes(width: IntOrString): string {
  return typeof width === 'number' ? count(width, 'node') : `${code(width)} of the nodes`;
}

function isNothing(width: IntOrString): boolean {
  return width === 0 || width === '0%';
}
