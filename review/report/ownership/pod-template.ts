import { sentences } from '../words';
import type { OwnerWords } from './owner-words';

/** A template makes no Pods, so that there is nothing to own. */
export function podTemplateWords(): OwnerWords {
  const nothing = sentences('it is a template: whoever makes Pods from it decides');
  return {
    failure: nothing,
    deletion: sentences('deleting it touches no Pod'),
    rollout: nothing,
    scale: nothing,
    maintenance: nothing,
    nodeLoss: nothing,
    badRollout: nothing,
  };
}
