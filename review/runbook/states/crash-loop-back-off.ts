import { amountText } from '../../report/amounts';
import { localhostOf } from '../../report/localhost';
import { ownerWordsOf } from '../../report/ownership';
import { lifeOf, nameOf, type Subject } from '../../report/subject';
import { code, list, names, sentences } from '../../report/words';
import { callCauses, exitCauses, lastLogs, refusalCauses } from '../causes/crash';
import { killCauses } from '../causes/probes';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';
import type { Chapter } from '../state';

/** A container ends again and again. */
export const crashLoopBackOff: Chapter = {
  state: 'CrashLoopBackOff',
  aliases: ['Error', 'BackOff', 'PostStartHookError', 'Completed'],
  meaning: ({ subject }) =>
    lifeOf(subject) !== 'lasting' && subject.spec.restartPolicy === 'Never'
      ? [
          ...sentences(
            'its containers are not started again in place: one that fails shows `Error`, and the Pod has failed with it',
          ),
          ...(lifeOf(subject) === 'finite' ? triesTexts(subject) : []),
        ]
      : [
          ...sentences(
            'a reason why a container waits, and no phase: the phase stays `Running`, or `Pending` while init containers fail',
            'it is the pause between two starts: 10 s after the first failure, doubled with each up to 5 min, and forgotten when the container has run for 10 min',
            'the container starts again in the same Pod: same node, same IP, same volumes, and its own files anew',
          ),
          ...(lifeOf(subject) === 'finite' ? ownerWordsOf(subject).failure : []),
        ],
  causes: (scene) => {
    const { running } = scene.subject;
    return [
      ...running.flatMap((placed) => exitCauses(placed, scene)),
      ...running.flatMap((placed) => killCauses(placed, scene)),
      ...running.flatMap((placed) => refusalCauses(placed, scene)),
      ...memoryCauses(scene),
      ...callCauses(localhostOf(scene.subject), scene),
      ...initCauses(scene),
    ];
  },
};

/** An init container crashes under a name of its own. */
function initCauses(scene: Scene): Cause[] {
  const { inits } = scene.subject;
  const [first] = inits;
  if (first === undefined) return [];
  const text = `${names(inits.map(nameOf), 'or')} fails before the application starts, shown as \`Init:CrashLoopBackOff\` or \`Init:Error\``;
  return [cause('possible', text, first.path, lastLogs(scene, first))];
}

/** A Job pauses between its Pods as the kubelet does between two starts. */
function triesTexts(subject: Subject): string[] {
  const { owner } = subject;
  const isTriedAgain = 'job' in owner && owner.job.backoffLimit !== 0;
  return [
    ...ownerWordsOf(subject).failure,
    ...sentences(isTriedAgain && 'the next try comes after 10 s, then 20 s, up to 6 min'),
  ];
}

function memoryCauses(scene: Scene): Cause[] {
  const { workload } = scene.subject;
  const limited = workload.resources.containers.flatMap(({ limits, name, path, role }) => {
    const limit = limits.get('memory');
    const isRunning = role === 'app' || role === 'sidecar';
    return isRunning && limit !== undefined && limit.sign() > 0 ? [{ limit, name: name || '(no name)', path }] : [];
  });
  const [first] = limited;
  if (first === undefined) return [];
  const each = limited.map(({ limit, name }) => `${code(name)} at ${amountText('memory', limit)}`);
  return [
    cause(
      'possible',
      `it runs into its memory limit, and its last state says \`OOMKilled\`: ${list(each)}`,
      `${first.path}.resources.limits.memory`,
      scene.describePod,
    ),
  ];
}
