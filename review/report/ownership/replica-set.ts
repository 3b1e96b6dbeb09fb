import { drainTexts } from '../drain';
import { evictionText, isEvicted } from '../node-loss';
import { scaleTexts } from '../scale';
import type { Subject } from '../subject';
import { sentences } from '../words';
import type { OwnerWords } from './owner-words';

/** What a ReplicaSet does with its Pods. */
export function replicaSetWords(subject: Subject): OwnerWords {
  return {
    failure: sentences(
      `it keeps ${subject.count.words} running: one that is deleted, evicted or has failed is replaced by a new one with another name`,
    ),
    deletion: sentences('deleting a Pod makes a new one; deleting the ReplicaSet deletes all of its Pods'),
    rollout: sentences(
      'a changed template holds only for Pods that are made from then on: it does not replace the Pods that run',
    ),
    scale: scaleTexts(subject),
    maintenance: drainTexts(subject),
    nodeLoss: sentences(
      evictionText(subject),
      isEvicted(subject) && 'its replacement is made at once, on another node and under another name',
    ),
    badRollout: sentences(
      'it has no rollouts: a new Pod that is not ready takes no traffic, and nothing goes back by itself',
    ),
  };
}
