import { tryImage } from '../../lib/kube/image';
import { knownProgramIn } from '../knowledge/known-program';
import { isLongRunning, isRunning } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** Tools to look around are brought along when they are needed. */
export const noDebugContainer: ContainerRule = {
  id: 'no-debug-container',
  about: 'container',
  severity: 'warning',
  title: 'Tools for debugging are not shipped',
  consequence:
    'Whoever breaks into the Pod finds a shell, network tools and the credentials of the workload side by side.',
  fix: 'Remove it from the manifest, and run `kubectl debug` when something is to be looked at.',
  see: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/#ephemeral-container',
  *check(reviewed, workload) {
    const { image = '', name } = reviewed.container;
    if (!isRunning(reviewed) || !isLongRunning(workload) || workload.kind === 'Pod') return;
    const isToolbox = knownProgramIn(image)?.kind === 'toolbox';
    const isDebugTag = /(^|[-.])debug($|[-.])/.test(tryImage(image)?.tag ?? '');
    const isNamed = /^(debug|debugger|netshoot|toolbox)(-|$)/.test(name);
    if (!isToolbox && !isDebugTag && !isNamed) return;
    yield { path: reviewed.path.child('image'), found: `\`${name}\` runs \`${image}\`, which is for debugging.` };
  },
};
