import type { CronJobSpec } from '../../../lib/kube/api/cron-job';
import type { JobSpec } from '../../../lib/kube/api/job';
import { cronSentence } from '../../../lib/kube/cron';
import type { Subject } from '../subject';
import { code, count, list, seconds, sentences } from '../words';
import { doneTexts, jobWords } from './job';
import type { OwnerWords } from './owner-words';

/** What a CronJob does with its Jobs and their Pods. */
export function cronJobWords(subject: Subject, spec: CronJobSpec, job: Partial<JobSpec>): OwnerWords {
  const words = jobWords(subject, job);
  return {
    ...words,
    failure: [
      ...words.failure,
      ...sentences('a run that has failed is not made up for: the next is the next one in the schedule'),
    ],
    deletion: sentences(
      'deleting the CronJob deletes its Jobs, the running ones too, with their Pods and logs',
      keptText(spec, job),
    ),
    rollout: sentences('a changed template holds from the next run on: a Job that runs ends as it began'),
    scale: sentences(
      scheduleText(spec),
      overlapText(spec),
      lateText(spec),
      ...doneTexts(job).map((text) => text.replace(/^it is/, 'a run is')),
    ),
    badRollout: sentences('it has no rollouts: a broken version shows at the next run, which fails by itself'),
  };
}

/** The history keeps so many of each kind, and the time to live none of them longer. */
function keptText(
  { failedJobsHistoryLimit: bad = 1, successfulJobsHistoryLimit: good = 3 }: CronJobSpec,
  { ttlSecondsAfterFinished: ttl }: Partial<JobSpec>,
): string {
  if (ttl === 0 || (good === 0 && bad === 0)) return 'a run is deleted with its Pods and logs as soon as it has ended';
  const long = ttl === undefined ? '' : ` for ${seconds(ttl)} at most`;
  if (good > 0 && bad > 0)
    return `the last ${count(good, 'Job')} that ended well and the last ${bad} that failed are kept with their logs${long}`;
  const [kept, gone] = good > 0 ? ['ended well', 'failed'] : ['failed', 'ended well'];
  const most = Math.max(good, bad);
  return `the last ${most === 1 ? 'Job' : count(most, 'Job')} that ${kept} ${most === 1 ? 'is' : 'are'} kept with ${most === 1 ? 'its' : 'their'} logs${long}, and none that ${gone}`;
}

/** When a CronJob runs, in words. */
export function scheduleText({ schedule, suspend, timeZone }: CronJobSpec): string {
  const words = cronSentence(schedule);
  const zone = timeZone === undefined ? 'in the time zone of the control plane' : `in time zone ${code(timeZone)}`;
  const runs = words === undefined ? `its schedule ${code(schedule)} cannot be read` : `it runs ${words} ${zone}`;
  return suspend === true ? `it is suspended and does not run; otherwise ${runs}` : runs;
}

function overlapText({ concurrencyPolicy }: CronJobSpec): string {
  switch (concurrencyPolicy) {
    case 'Forbid':
      return 'a run that is due while another goes on is left out (`Forbid`)';
    case 'Replace':
      return 'a run that is due while another goes on ends that one and takes its place (`Replace`)';
    default:
      return 'a run that is due while another goes on runs beside it (`Allow`)';
  }
}

function lateText({ startingDeadlineSeconds: deadline }: CronJobSpec): string | undefined {
  return deadline === undefined
    ? undefined
    : list([`a run that cannot start within ${seconds(deadline)} of its time is left out`]);
}
