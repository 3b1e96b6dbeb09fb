import type { Answer } from './answer';
import type { Subject } from './subject';
import type { VolumeReport } from './volumes';
import { code, count, names, sentences } from './words';

/** What Kubernetes preserves, replaces, scales and exposes. */
export function promiseAnswers(subject: Subject, volumes: readonly VolumeReport[]): Answer[] {
  const answer = (id: string, question: string, text: string): Answer => ({
    id,
    question,
    sentences: sentences(text),
    open: [],
  });
  return [
    answer('preserve', 'What does Kubernetes preserve?', preservedText(volumes)),
    answer('replace', 'What does it replace?', replacedText(subject)),
    answer('scale', 'What does it scale?', scaledText(subject)),
    answer('expose', 'What does it expose?', exposedText(subject)),
  ];
}

function preservedText(volumes: readonly VolumeReport[]): string {
  const kept = volumes.filter(({ mounts, survival }) => mounts.length > 0 && survival.pod === 'kept');
  return kept.length === 0
    ? 'nothing of what it writes: no volume that it mounts outlives the Pod'
    : `what is in ${names(kept.map(({ name }) => name))}`;
}

function replacedText({ owner }: Subject): string {
  switch (owner.kind) {
    case 'Deployment':
    case 'ReplicaSet':
      return 'Pods that are deleted, evicted or have failed, by new ones with other names';
    case 'StatefulSet':
      return 'Pods that are deleted, evicted or have failed, by new ones with the same names';
    case 'DaemonSet':
      return 'Pods that are deleted, evicted or have failed, on the same node';
    case 'Job':
    case 'CronJob':
      return 'Pods that fail or are deleted, until the work is done or given up';
    case 'Pod':
    case 'PodTemplate':
      return 'nothing: it makes no Pods anew';
  }
}

function scaledText({ autoscalers: [autoscaler], count: { least = 0, words }, owner }: Subject): string {
  switch (owner.kind) {
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
      return autoscaler === undefined
        ? `nothing by itself: it stays at ${count(least, 'Pod')} until somebody changes that`
        : `its Pods, by ${autoscaler.identity.kind} ${code(autoscaler.identity.name)}: ${words}`;
    case 'DaemonSet':
      return 'its Pods with the nodes, one on each eligible node';
    case 'Job':
    case 'CronJob':
      return `nothing by itself: ${words}`;
    case 'Pod':
    case 'PodTemplate':
      return 'nothing';
  }
}

function exposedText({ services }: Subject): string {
  if (services.length === 0) return 'nothing that these objects tell of: no Service among them selects its Pods';
  return `its Pods, through ${services.length === 1 ? 'Service' : 'Services'} ${names(services.map(({ identity }) => identity.name))}`;
}
