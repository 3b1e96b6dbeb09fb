import type { ContainerRule } from '../rule';

/** Nobody sits at the terminal of a replica. */
export const noInteractiveTerminal: ContainerRule = {
  id: 'no-interactive-terminal',
  about: 'container',
  severity: 'info',
  title: 'Workloads keep no terminal open',
  consequence:
    'Programs that see a terminal colour and buffer their logs for a person, or wait for words that nobody types.',
  fix: 'Remove `stdin` and `tty`; `kubectl debug` opens a terminal where one is needed.',
  see: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/',
  *check({ container: { stdin, tty }, path }, { kind }) {
    if (kind === 'Pod') return;
    if (stdin === true) yield { path: path.child('stdin'), found: 'The container keeps its standard input open.' };
    if (tty === true) yield { path: path.child('tty'), found: 'The container asks for a terminal.' };
  },
};
