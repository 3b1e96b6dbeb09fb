import type { JobSpec } from '../../../lib/kube/api/job';
import { drainTexts } from '../drain';
import { evictionText, isEvicted } from '../node-loss';
import type { Subject } from '../subject';
import { count, list, seconds, sentences, times } from '../words';
import type { OwnerWords } from './owner-words';

/** What a Job does with its Pods. */
export function jobWords(subject: Subject, job: Partial<JobSpec>): OwnerWords {
  return {
    failure: sentences(...retryTexts(subject, job)),
    end: sentences(deadlineText(subject, job)),
    deletion: sentences(
      `deleting a Pod that has not ended ${isTriedOnce(job) ? 'is a failure, and the end of the Job' : 'makes a new one'}; deleting the Job deletes its Pods and their logs`,
      ttlText(job),
    ),
    rollout: sentences('the template of a Job cannot be changed: a new version is a new Job'),
    scale: sentences(...doneTexts(job), job.suspend === true && 'it is suspended: no Pod runs before it is resumed'),
    maintenance: [...drainTexts(subject), ...sentences(disruptionText(job))],
    nodeLoss: sentences(evictionText(subject), isEvicted(subject) && replacementText(job)),
    badRollout: sentences('it has no rollouts: another version is another Job, and this one ends as it began'),
  };
}

/** When a Job has done its work, and how many Pods work on it at a time. */
export function doneTexts({ completionMode, completions, parallelism = 1, successPolicy }: Partial<JobSpec>): string[] {
  const atATime = `, ${count(Math.min(parallelism, completions ?? parallelism), 'Pod')} at a time`;
  const end =
    completions === undefined
      ? `it is done when one of its Pods has ended well and all others have ended${atATime}`
      : completionMode === 'Indexed'
        ? `it is done when a Pod has ended well for each of ${completions} ${completions === 1 ? 'index' : 'indexes'}${atATime}`
        : `it is done when ${completions === 1 ? 'a Pod has' : `${completions} Pods have`} ended well${atATime}`;
  return [end, ...(successPolicy === undefined ? [] : ['its `successPolicy` may declare it done earlier'])];
}

function retryTexts({ spec }: Subject, job: Partial<JobSpec>): string[] {
  const { backoffLimit = 6, podFailurePolicy } = job;
  const inPlace = spec.restartPolicy === 'OnFailure';
  const evidence = inPlace
    ? 'when it gives up, the Pod that still runs is deleted, and its logs with it'
    : backoffLimit > 0 && 'every try is a new Pod, and those that have failed stay for their logs';
  const policy =
    podFailurePolicy &&
    `its \`podFailurePolicy\` of ${count(podFailurePolicy.rules.length, 'rule')} decides first which failures count`;
  return [limitText(job, inPlace), evidence, policy].filter((text): text is string => typeof text === 'string');
}

/** In place the restarts count as failures do; a limit of one more is not reached by restarts alone. */
function limitText({ backoffLimit = 6, backoffLimitPerIndex }: Partial<JobSpec>, inPlace: boolean): string {
  if (backoffLimitPerIndex !== undefined) return `each index may be tried ${times(backoffLimitPerIndex + 1)}`;
  if (isTriedOnce({ backoffLimit })) return 'it is tried once: the first failure is the end of the Job';
  const failed = `${backoffLimit + 1} of its Pods have failed`;
  return inPlace
    ? `the Job has failed when containers of its running Pods have been started again ${times(backoffLimit)} in all, or ${failed}`
    : `the Job has failed when ${failed}`;
}

function deadlineText({ owner, spec }: Subject, { activeDeadlineSeconds: own }: Partial<JobSpec>): string {
  const ofPod = spec.activeDeadlineSeconds;
  const job = owner.kind === 'CronJob' ? 'a run' : 'the Job';
  const parts = [
    ...(own === undefined ? [] : [`after ${seconds(own)} ${job} is ended and has failed, whatever it is doing`]),
    ...(ofPod === undefined ? [] : [`a Pod that has been active for ${seconds(ofPod)} is ended and has failed`]),
  ];
  return parts.length === 0 ? `nothing ends ${job} when it hangs: there is no \`activeDeadlineSeconds\`` : list(parts);
}

function ttlText({ ttlSecondsAfterFinished: ttl }: Partial<JobSpec>): string {
  return ttl === undefined
    ? 'when it has ended, it stays with its Pods and logs until somebody deletes it'
    : `it is deleted with its Pods and logs ${ttl === 0 ? 'as soon as it has ended' : `${seconds(ttl)} after it has ended`}`;
}

function isTriedOnce({ backoffLimit, backoffLimitPerIndex }: Partial<JobSpec>): boolean {
  return backoffLimit === 0 && backoffLimitPerIndex === undefined;
}

/** Whether a Pod that is evicted, or lost with its node, is no failure. */
function forgivesDisruptions({ podFailurePolicy }: Partial<JobSpec>): boolean {
  const forgives = podFailurePolicy?.rules.some(
    ({ action, onPodConditions = [] }) =>
      action === 'Ignore' && onPodConditions.some(({ type }) => type === 'DisruptionTarget'),
  );
  return forgives === true;
}

function disruptionText(job: Partial<JobSpec>): string {
  if (forgivesDisruptions(job))
    return 'an evicted Pod does not count as a failure (`podFailurePolicy`), and a new one starts from the beginning';
  return isTriedOnce(job)
    ? 'an evicted Pod counts as a failure, and the first is the end of the Job'
    : 'an evicted Pod counts as a failure, and its replacement starts from the beginning';
}

function replacementText(job: Partial<JobSpec>): string {
  if (isTriedOnce(job) && !forgivesDisruptions(job))
    return 'that is a failure, and the first is the end of the Job: nothing replaces it';
  return job.podReplacementPolicy === 'Failed'
    ? 'a new one is made when the old one is known to have ended (`podReplacementPolicy: Failed`)'
    : 'a new one is made at once, unless the Job has failed by then; the old one may still be running on its node';
}
