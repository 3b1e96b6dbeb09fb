import { commandLineOf, neverEnds } from '../../../lib/kube/command-line';
import { secondsUntilFailure } from '../../../lib/kube/lifecycle';
import { commandPath } from '../../knowledge/script';
import { containerWord, kubectl } from '../../report/handles';
import { programText } from '../program-text';
import { actionText } from '../../report/probe-words';
import { nameOf, restartPolicyOf } from '../../report/subject';
import { code, seconds } from '../../report/words';
import type { ReviewedContainer } from '../../workload';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';

/** What holds up the start of a Pod, one init container or sidecar after the other. */
export function startCauses(scene: Scene): Cause[] {
  const { workload } = scene.subject;
  const steps = workload.containers.filter(({ role }) => role === 'init' || role === 'sidecar');
  return steps.flatMap((each, position) => stepCauses(each, `${position + 1} of ${steps.length}`, scene));
}

function stepCauses(placed: ReviewedContainer, which: string, scene: Scene): Cause[] {
  const { handles, subject } = scene;
  const name = code(nameOf(placed));
  const logs = kubectl('logs', handles, handles.pod, '-c', containerWord(nameOf(placed)));
  if (placed.role === 'sidecar') return gateCauses(placed, which, scene);
  if (neverEnds(commandLineOf(placed.container)))
    return [
      cause('certain', `${name} (${which}) never ends: what comes after it never starts`, commandPath(placed), logs),
    ];
  const then =
    restartPolicyOf(placed, subject.spec) === 'Never'
      ? 'when it fails, the Pod has failed'
      : 'when it fails, it is started again, and what comes after it waits';
  return [
    cause(
      'likely',
      `${name} (${which}) has not ended well: it runs ${programText(placed)}; ${then}`,
      commandPath(placed),
      logs,
    ),
  ];
}

/** A sidecar lets the next one start as soon as it has started itself. */
function gateCauses(placed: ReviewedContainer, which: string, { handles, warnings }: Scene): Cause[] {
  const { lifecycle, startupProbe } = placed.container;
  const name = code(nameOf(placed));
  const hook = lifecycle?.postStart;
  return [
    ...(startupProbe === undefined
      ? []
      : [
          cause(
            'likely',
            `sidecar ${name} (${which}) has not started: ${actionText(startupProbe, placed.container)} has to succeed before what comes after it starts, and after ${seconds(secondsUntilFailure(startupProbe))} without success it is killed and started again`,
            placed.path.child('startupProbe'),
            warnings,
          ),
        ]),
    ...(hook === undefined
      ? []
      : [
          cause(
            'possible',
            `the \`postStart\` hook of sidecar ${name} (${which}) has not ended, and what comes after it waits`,
            placed.path.child('lifecycle').child('postStart'),
            kubectl('logs', handles, handles.pod, '-c', containerWord(nameOf(placed))),
          ),
        ]),
  ];
}
