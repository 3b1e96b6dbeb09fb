import { commandLineOf } from '../../lib/kube/command-line';
import { isLongRunning, isRunning } from '../knowledge/role';
import { codeOf, commandPath } from '../knowledge/script';
import type { ContainerRule } from '../rule';

/** A container that only sleeps was left over from an experiment. */
export const noIdleContainer: ContainerRule = {
  id: 'no-idle-container',
  about: 'container',
  severity: 'warning',
  title: 'Containers do something',
  consequence: 'Every replica pays for a container that does nothing, and offers a shell to whoever gets in.',
  fix: 'Remove the container; to look around use `kubectl debug`, which adds one for the time it is needed.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/',
  *check(reviewed, workload) {
    if (!isRunning(reviewed) || !isLongRunning(workload) || workload.kind === 'Pod') return;
    const line = commandLineOf(reviewed.container);
    const code = codeOf(reviewed)
      .trim()
      .replace(/^\S*sh (-\w+ )*/, '')
      .replace(/;?\s*$/, '');
    if (line.length === 0 || !IDLE.some((shape) => shape.test(code))) return;
    yield {
      path: commandPath(reviewed),
      found: `The container does nothing but \`${code.replace(/\s+/g, ' ').slice(0, 60)}\`.`,
    };
  },
};

const IDLE = [
  /^(exec )?(\S*\/)?sleep (inf(inity)?|\d{3,}|\d+[mhd])$/,
  /^(exec )?(\S*\/)?tail -[fF] \/dev\/null$/,
  /^(while (true|:|\[ 1 \])|until false)\s*;?\s*do\s+sleep \w+\s*;?\s*done$/,
];
