import { tryImage } from '../../lib/kube/image';
import { commandPath, codeOf } from '../knowledge/script';
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
    const code = codeOf(reviewed).trim();
    const [sign] = FINITE.exec(code) ?? [];
    if (sign === undefined || GOES_ON.test(code)) return;
    yield {
      path: commandPath(reviewed),
      found: `\`${name}\` looks like something that ends: \`${sign.trim()}\`.`,
    };
  },
};

/** Whether an image is a distribution, or a shell alone: it runs nothing by itself. */
function isBareShell(image: string): boolean {
  const { registry, repository = '' } = tryImage(image) ?? {};
  return registry === 'docker.io' && SHELLS.has(repository.replace(/^library\//, ''));
}

const SHELLS: ReadonlySet<string> = new Set(
  'almalinux alpine amazonlinux archlinux bash busybox centos debian fedora oraclelinux photon rockylinux ubuntu'.split(
    ' ',
  ),
);

/** A whole command that ends by nature; inside of a longer script it may be one step of many. */
const FINITE =
  /(^|\s)--(once|one-shot|oneshot|run-once|exit-when-done)(?=[\s]|$)|^(\S+\s+)?(\S*\/)?(pg_dump(all)?|mysqldump|mongodump|pg_restore|flyway|liquibase|alembic)(?=\s|$)[^;&|\n]*$|^(python3? manage\.py|bin\/rails|rails|rake|bundle exec (rake|rails)|npx|npm run|yarn|\S*migrate\S*)\s+(db:migrate|migrate|migrations?:run|prisma migrate deploy)\b[^;&|\n]*$/;

const GOES_ON = /\bwhile\b|\bsleep\b|\bcron(d)?\b|\bexec\b|--(watch|daemon|serve|interval|schedule)/;
