import { budgetTexts, drainTexts, scratchTexts } from '../drain';
import { handlesOf, kubectl } from '../handles';
import { evictionText, isEvicted } from '../node-loss';
import { lifeOf, type Subject } from '../subject';
import { code, seconds, sentences } from '../words';
import type { OwnerWords } from './owner-words';

/** What becomes of a Pod that no owner makes anew. */
export function podWords(subject: Subject): OwnerWords {
  const owner = (subject.workload.metadata.ownerReferences ?? []).find(({ controller }) => controller === true);
  if (owner !== undefined) return ownedWords(subject, `${owner.kind} ${code(owner.name)}`);
  const handles = handlesOf(subject);
  return {
    failure: sentences(
      'it is a Pod without an owner: when it is deleted or evicted, or its node is lost, nothing makes a new one',
    ),
    end: sentences(
      subject.spec.activeDeadlineSeconds !== undefined &&
        `after ${seconds(subject.spec.activeDeadlineSeconds)} it is ended and has failed`,
    ),
    deletion: sentences(`it is gone for good: ${code(kubectl('delete pod', handles, handles.pod))} is the end of it`),
    rollout: sentences(
      'there is no rollout: apart from its images hardly a field can be changed, and a new version means to delete it and to make another',
    ),
    scale: sentences('it cannot be scaled: another Pod is another object with another name'),
    maintenance: [
      ...sentences('`kubectl drain` refuses to touch it without `--force`, and with it the Pod is gone for good'),
      ...budgetTexts(subject),
      ...scratchTexts(subject),
    ],
    nodeLoss: sentences(evictionText(subject), isEvicted(subject) && 'nothing replaces it'),
    badRollout: sentences(
      lifeOf(subject) === 'lasting'
        ? 'it has no rollouts: whoever replaces it has to look whether the new one works'
        : 'it has no rollouts: it runs once, as it is',
    ),
  };
}

/** A Pod as it is read from a cluster, with the owner that made it. */
function ownedWords(subject: Subject, owner: string): OwnerWords {
  return {
    failure: sentences(`it belongs to ${owner}, which decides whether a new one is made`),
    deletion: sentences(`it belongs to ${owner}, which decides whether a new one is made`),
    rollout: sentences(`${owner} rolls out other versions: nothing here says how`),
    scale: sentences(`${owner} scales it: nothing here says how`),
    maintenance: drainTexts(subject),
    nodeLoss: sentences(evictionText(subject), `${owner} decides whether a new one is made`),
    badRollout: sentences(`${owner} decides: nothing here says how`),
  };
}
