import { groupedBy } from '../../lib/kube/groups';
import { secondsToNotice } from '../../lib/kube/lifecycle';
import type { ReviewedContainer } from '../workload';
import { amountText } from './amounts';
import type { Answer } from './answer';
import { actionText, failuresText } from './probe-words';
import { lifeOf, nameOf, restartPolicyOf, type Subject } from './subject';
import { code, list, names, seconds, sentences } from './words';

/** What happens if it fails? */
export function failureAnswer(subject: Subject, ended: readonly string[]): Answer {
  return {
    id: 'failure',
    question: 'What happens if it fails?',
    sentences: [
      ...sentences(
        ...restartTexts(subject),
        ...(subject.inits.length > 0 ? [initText(subject)] : []),
        ...subject.running.flatMap((each) => ruleTexts(each)),
        ...subject.running.map((each) => livenessText(each, subject)),
        hangText(subject),
        memoryText(subject),
      ),
      ...ended,
    ],
    open: sentences(subject.running.length + subject.inits.length === 0 && 'it has no container that could fail'),
  };
}

/** Containers with one policy share a sentence. */
function restartTexts(subject: Subject): string[] {
  const groups = groupedBy(subject.running, (each) => restartPolicyOf(each, subject.spec));
  return [...groups].map(([policy, members]) =>
    isForAll(members, subject) && policy === 'Never'
      ? 'no container is started again in place, however it ends'
      : `${whoText(members, subject)} ${RESTARTS[policy] ?? `follows the restart policy ${code(policy)}, which Kubernetes does not know`}`,
  );
}

function whoText(members: readonly ReviewedContainer[], subject: Subject): string {
  if (isForAll(members, subject) && subject.inits.length === 0) return 'each container';
  return members.length === 1 ? names(members.map(nameOf)) : `each of ${names(members.map(nameOf))}`;
}

function isForAll(members: readonly ReviewedContainer[], { running }: Subject): boolean {
  return members.length > 1 && members.length === running.length;
}

/** The first restart is at once; the kubelet forgets the count when a container has run for 10 minutes. */
const BACK_OFF = ': at once the first time, then after 10 s, 20 s and so on up to 5 min';

const RESTARTS: Readonly<Record<string, string>> = {
  Always: `is started again in place whenever it ends${BACK_OFF}`,
  OnFailure: `is started again in place when it ends with an error${BACK_OFF}`,
  Never: 'is not started again in place, however it ends',
};

function initText({ inits, spec }: Subject): string {
  const never = inits.filter((each) => restartPolicyOf(each, spec) === 'Never');
  const again = inits.filter((each) => restartPolicyOf(each, spec) !== 'Never');
  const parts = [
    ...(again.length === 0
      ? []
      : [`${names(again.map(nameOf), 'or')} fails, it is started again, and what comes after it waits`]),
    ...(never.length === 0 ? [] : [`${names(never.map(nameOf), 'or')} fails, the Pod has failed`]),
  ];
  return `when ${list(parts, 'and when')}`;
}

function ruleTexts({ container, ...placed }: ReviewedContainer): string[] {
  return (container.restartPolicyRules ?? []).map(({ action, exitCodes }) => {
    const codes = (exitCodes?.values ?? []).map(String);
    const which =
      exitCodes === undefined
        ? 'whatever its exit code'
        : `after exit code ${exitCodes.operator === 'NotIn' ? 'other than ' : ''}${list(codes, 'or')}`;
    const what =
      action === 'RestartAllContainers' ? 'all containers of the Pod are started again' : 'it is started again';
    return `when ${code(nameOf({ ...placed, container }))} ends ${which}, ${what}, whatever its policy`;
  });
}

function livenessText(placed: ReviewedContainer, { spec }: Subject): string | undefined {
  const { livenessProbe: probe } = placed.container;
  if (probe === undefined) return undefined;
  const name = code(nameOf(placed));
  const then = restartPolicyOf(placed, spec) === 'Never' ? 'killed' : 'killed and started again';
  return `${name} is ${then} when ${actionText(probe, placed.container)} ${failuresText(probe)}, at most ${seconds(secondsToNotice(probe))} after it stops answering`;
}

/** A Job that hangs is told by its deadline, which its owner speaks of. */
function hangText(subject: Subject): string | undefined {
  const silent = subject.apps.filter(({ container }) => container.livenessProbe === undefined);
  if (silent.length === 0 || lifeOf(subject) !== 'lasting') return undefined;
  return `nothing restarts ${names(silent.map(nameOf), 'or')} when it hangs without ending: there is no liveness probe`;
}

function memoryText({ spec, workload }: Subject): string | undefined {
  if (spec.resources?.limits?.['memory'] !== undefined) return undefined;
  const limited = workload.resources.containers.flatMap(({ limits, name, role }) => {
    const limit = limits.get('memory');
    if (limit === undefined || limit.sign() <= 0 || role === 'init' || role === 'ephemeral') return [];
    return [`${code(name || '(no name)')} at ${amountText('memory', limit)}`];
  });
  if (limited.length === 0) return undefined;
  return `the kernel kills what uses more memory than its limit (OOMKilled, exit code 137): ${list(limited)}`;
}
