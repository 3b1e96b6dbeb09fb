import type { ContainerRule } from '../rule';

/** A failed attempt should leave its last words. */
export const requireTerminationMessage: ContainerRule = {
  id: 'require-termination-message',
  about: 'container',
  severity: 'info',
  title: 'Jobs that retry in place keep the reason of a failure',
  consequence:
    'The next attempt takes the place of the failed one, and after two of them no log tells why the first failed.',
  fix: 'Write `terminationMessagePolicy: FallbackToLogsOnError`, which keeps the end of the log in the status of the Pod.',
  see: 'https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/#customizing-the-termination-message',
  *check({ container: { terminationMessagePolicy }, path, role, written }, { isFinite, spec }) {
    if (!isFinite || spec.restartPolicy !== 'OnFailure' || role !== 'app') return;
    if (terminationMessagePolicy === 'FallbackToLogsOnError' || written.terminationMessagePath !== undefined) return;
    yield {
      path: path.child('terminationMessagePolicy'),
      found: 'The container is tried again in place, and only what it writes to `/dev/termination-log` is kept.',
    };
  },
};
