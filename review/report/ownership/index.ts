import type { Answer } from '../answer';
import type { Subject } from '../subject';
import { sentence } from '../words';
import { cronJobWords } from './cron-job';
import { daemonSetWords } from './daemon-set';
import { deploymentWords } from './deployment';
import { jobWords } from './job';
import type { OwnerWords } from './owner-words';
import { podWords } from './pod';
import { podTemplateWords } from './pod-template';
import { replicaSetWords } from './replica-set';
import { statefulSetWords } from './stateful-set';

export type { OwnerWords } from './owner-words';

/** What the owner of a workload does with its Pods. */
export function ownerWordsOf(subject: Subject): OwnerWords {
  const { owner } = subject;
  switch (owner.kind) {
    case 'Deployment':
      return deploymentWords(subject, owner.spec);
    case 'StatefulSet':
      return statefulSetWords(subject, owner.spec);
    case 'DaemonSet':
      return daemonSetWords(subject, owner.spec);
    case 'ReplicaSet':
      return replicaSetWords(subject);
    case 'Job':
      return jobWords(subject, owner.job);
    case 'CronJob':
      return cronJobWords(subject, owner.spec, owner.job);
    case 'Pod':
      return podWords(subject);
    case 'PodTemplate':
      return podTemplateWords();
  }
}

/** The five questions of ownership. */
export function ownershipAnswers(subject: Subject, words: OwnerWords): Answer[] {
  const ask = (id: string, question: string, sentences: readonly string[], open: readonly string[] = []): Answer => ({
    id,
    question,
    sentences,
    open,
  });
  return [
    ask('owner-failure', 'Who replaces a Pod that has failed?', words.failure),
    ask('owner-deletion', 'What does deletion delete?', words.deletion),
    ask('owner-rollout', 'How does a new version roll out?', words.rollout),
    ask('owner-scale', 'How many Pods are there, and who changes that?', words.scale, unknownScale(subject)),
    ask('owner-maintenance', 'What does maintenance of a node do to it?', words.maintenance),
  ];
}

/** An autoscaler without readable bounds leaves open how many Pods there may be. */
function unknownScale({ autoscalers, count: { least, most } }: Subject): string[] {
  const [autoscaler] = autoscalers;
  const isRead = autoscaler === undefined || most !== least || autoscaler.read('spec', 'maxReplicas') === most;
  return isRead || most === 0
    ? []
    : [sentence(`how many Pods its ${autoscaler.identity.kind} may make cannot be read`)];
}
