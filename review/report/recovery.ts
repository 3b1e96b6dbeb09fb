import type { Answer } from './answer';
import type { OwnerWords } from './ownership';
import { withoutLimit } from './resources';
import { isLasting, nameOf, type Subject } from './subject';
import { stateText, type VolumeReport } from './volumes';
import { code, names, sentences } from './words';

/** The recovery story: a lost node, a rollout that fails, a leak of memory. */
export function recoveryAnswers(subject: Subject, words: OwnerWords, volumes: readonly VolumeReport[]): Answer[] {
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
      sentences: sentences(leakText(subject), evidenceText(subject)),
      open: [],
    },
  ];
}

function leakText(subject: Subject): string {
  const { resources } = subject.workload;
  if (!resources.unlimited.includes('memory')) return 'the node survives: memory limits stop the leak inside the Pod';
  return `a leak in ${withoutLimit(subject, 'memory')} takes memory from the node until the kernel kills a process or the kubelet evicts a Pod, not necessarily this one`;
}

function evidenceText(subject: Subject): string | undefined {
  const { owner, running, spec, workload } = subject;
  const [first] = running;
  if (first === undefined) return undefined;
  const { namespace, name } = workload.entity.identity;
  const inNamespace = namespace === undefined ? '' : ` -n ${namespace}`;
  const pod = owner.kind === 'Pod' ? name : 'POD';
  const target = subject.apps[0] ?? first;
  if (!isLasting(subject) && spec.restartPolicy === 'Never') {
    return `the Pod that has failed stays with its exit code and its logs: ${code(`kubectl logs${inNamespace} ${pod} -c ${nameOf(target)}`)}`;
  }
  return `after a restart the last state says \`OOMKilled\` and ${code(`kubectl logs${inNamespace} ${pod} -c ${nameOf(target)} --previous`)} prints what it wrote; an evicted Pod takes its logs along when it is deleted`;
}

/** What Kubernetes preserves, replaces, scales and exposes. */
export function promiseAnswers(subject: Subject, words: OwnerWords, volumes: readonly VolumeReport[]): Answer[] {
  const kept = volumes.filter(({ survival }) => survival.pod === 'kept').map(({ name }) => name);
  const services = subject.services.map(({ identity }) => identity.name);
  const answer = (id: string, question: string, sentences: readonly string[]): Answer => ({
    id,
    question,
    sentences,
    open: [],
  });
  return [
    answer(
      'preserve',
      'What does Kubernetes preserve?',
      sentences(
        kept.length === 0 ? 'nothing of what it writes: no volume outlives the Pod' : `what is in ${names(kept)}`,
      ),
    ),
    answer('replace', 'What does it replace?', words.failure.slice(0, 1)),
    answer('scale', 'What does it scale?', words.scale.slice(0, 1)),
    answer(
      'expose',
      'What does it expose?',
      sentences(
        services.length === 0
          ? 'nothing that these objects tell of: no Service among them selects its Pods'
          : `its Pods, through ${services.length === 1 ? 'Service' : 'Services'} ${names(services)}`,
      ),
    ),
  ];
}
