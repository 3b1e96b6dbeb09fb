import type { Answer } from './answer';
import type { OwnerWords } from './ownership';
import { containerWord, handlesOf, kubectl } from './handles';
import { isCritical, priorityOf } from './qos';
import { withoutLimit } from './resources';
import { lifeOf, nameOf, type Subject } from './subject';
import { stateText, type VolumeReport } from './volumes';
import { code, sentences } from './words';

/** The recovery story: a lost node, a rollout that fails, a leak of memory. */
export function recoveryAnswers(subject: Subject, words: OwnerWords, volumes: readonly VolumeReport[]): Answer[] {
  const hasContainers = subject.workload.containers.length > 0;
  return [
    {
      id: 'recovery-node',
      question: 'If its node disappears, who makes the replacement, and what state moves?',
      sentences: [...words.nodeLoss, ...(subject.owner.kind === 'PodTemplate' ? [] : [stateText(volumes)])],
      open: [],
    },
    {
      id: 'recovery-rollout',
      question: 'If a rollout fails, what stops traffic, and what brings the old version back?',
      sentences: words.badRollout,
      open: [],
    },
    {
      id: 'recovery-leak',
      question: 'If it leaks memory, does the node survive, and does evidence remain?',
      sentences: sentences(hasContainers && leakText(subject), evidenceText(subject)),
      open: sentences(!hasContainers && 'it has no container'),
    },
  ];
}

function leakText(subject: Subject): string {
  const { resources } = subject.workload;
  if (!resources.unlimited.includes('memory')) return 'the node survives: memory limits stop the leak inside the Pod';
  return `a leak in ${withoutLimit(subject, 'memory', 'or')} takes memory from the node until the kernel kills a process or the kubelet evicts ${isCritical(priorityOf(subject)) ? 'another Pod, since this one is critical' : 'a Pod, not necessarily this one'}`;
}

function evidenceText(subject: Subject): string | undefined {
  const { running, spec, workload } = subject;
  const [first] = running;
  if (first === undefined) return undefined;
  const handles = handlesOf(subject);
  const logs = kubectl('logs', handles, handles.pod, '-c', containerWord(nameOf(subject.apps[0] ?? first)));
  if (lifeOf(subject) !== 'lasting' && spec.restartPolicy === 'Never') {
    return `the Pod that has failed stays with its exit code and its logs: ${code(logs)}`;
  }
  const previous = `${code(`${logs} --previous`)} prints what it wrote`;
  if (!workload.resources.unlimited.includes('memory'))
    return `after a restart the last state says \`OOMKilled\`, and ${previous}`;
  const evicted = isCritical(priorityOf(subject)) ? '' : '; a Pod that is evicted may take its logs along';
  return `after a restart ${previous}${evicted}`;
}
