import { isWindows } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** What a program may write is said in volumes. */
export const requireReadOnlyRoot: ContainerRule = {
  id: 'require-read-only-root',
  about: 'container',
  severity: 'warning',
  title: 'Containers cannot write to their image',
  consequence:
    'Whoever breaks in can change the program and leave tools behind, and files that it writes fill the disk of the node.',
  fix: 'Write `securityContext.readOnlyRootFilesystem: true`, and mount an `emptyDir` where the program has to write, such as `/tmp`.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  *check({ container: { securityContext }, path, role }, workload) {
    if (securityContext?.readOnlyRootFilesystem === true || role === 'ephemeral' || isWindows(workload)) return;
    if (securityContext?.privileged === true) return;
    const said = securityContext?.readOnlyRootFilesystem === false ? 'is false' : 'is left out, which means false';
    yield {
      path: path.child('securityContext').child('readOnlyRootFilesystem'),
      found: `\`readOnlyRootFilesystem\` ${said}.`,
    };
  },
};
