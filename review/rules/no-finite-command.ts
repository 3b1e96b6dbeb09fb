import { finiteSignOf, isBareShell } from '../knowledge/finite-command';
import { commandPath } from '../knowledge/script';
import { isLongRunning } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** An owner that keeps Pods running starts anew what has done its work. */
export const noFiniteCommand: ContainerRule = {
  id: 'no-finite-command',
  about: 'container',
  severity: 'warning',
  title: 'What ends is a Job',
  consequence: 'As soon as it has done its work it is started again, at ever longer intervals, and counts as crashing.',
  fix: 'Make it a Job, or a CronJob where it is to run again at its time.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
  *check(reviewed, workload) {
    if (reviewed.role !== 'app' || !isLongRunning(workload)) return;
    const { command = [], args = [], image = '', name, stdin } = reviewed.container;
    if (command.length + args.length === 0 && stdin !== true && isBareShell(image)) {
      yield {
        path: reviewed.path.child('image'),
        found: `\`${name}\` has no command, and without input the shell of \`${image}\` ends at once.`,
        fix: 'Write the `command` that it is to run.',
      };
    }
    if (workload.kind === 'Pod') return;
    const sign = finiteSignOf(reviewed);
    if (sign === undefined) return;
    yield {
      path: commandPath(reviewed),
      found: `\`${name}\` looks like something that ends: \`${sign}\`.`,
    };
  },
};
