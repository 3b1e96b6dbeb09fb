import { isWindows } from '../knowledge/role';
import { userOf } from '../knowledge/user';
import type { ContainerRule } from '../rule';

/** Root in a container is root for the kernel. */
export const requireNonRoot: ContainerRule = {
  id: 'require-non-root',
  about: 'container',
  severity: 'warning',
  title: 'Containers do not run as root',
  consequence:
    'A hole in the kernel or the runtime lets the process out as root of the node; Pod Security restricted refuses the Pod.',
  fix: 'Write `runAsNonRoot: true` for the Pod, and a numeric `runAsUser` where the image names its user by a word.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  *check(reviewed, workload) {
    if (reviewed.role === 'ephemeral' || isWindows(workload) || workload.spec.hostUsers === false) return;
    const { container, path } = reviewed;
    const { id, isNeverRoot } = userOf(reviewed, workload);
    if (isNeverRoot || container.securityContext?.privileged === true) return;
    const at = path.child('securityContext');
    if (id === 0) yield { path: at.child('runAsUser'), found: `\`${container.name}\` runs as user 0, which is root.` };
    else
      yield {
        path: at.child('runAsNonRoot'),
        found: `Nothing keeps \`${container.name}\` from running as root, if its image says so.`,
      };
  },
};
