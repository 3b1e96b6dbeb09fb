import { code, count, sentences } from '../../report/words';
import { refusalCauses } from '../causes/crash';
import { startCauses } from '../causes/init';
import type { Chapter } from '../state';

/** The containers before the application have not done their work. */
export const init: Chapter = {
  state: 'Init',
  aliases: ['PodInitializing', 'Init:Error', 'Init:CrashLoopBackOff'],
  meaning: ({ subject: { inits, sidecars, workload } }) => {
    const steps = inits.length + sidecars.length;
    if (steps === 0) return sentences('it has no init containers and no sidecars: this state does not occur');
    const order = workload.containers.filter(({ role }) => role === 'init' || role === 'sidecar');
    return sentences(
      `the phase is \`Pending\`, and the column STATUS counts what is through: ${code(`Init:0/${steps}`)}${steps === 1 ? '' : ` up to ${code(`Init:${steps - 1}/${steps}`)}`}`,
      `${count(steps, 'container')} ${steps === 1 ? 'starts' : 'start one after the other'} before the application: ${order.map(({ container }) => code(container.name)).join(', then ')}`,
      'what stands after `Init:` is the reason of the one that is in the way, and means what it means elsewhere',
    );
  },
  causes: (scene) => [...startCauses(scene), ...scene.subject.inits.flatMap((placed) => refusalCauses(placed, scene))],
};
