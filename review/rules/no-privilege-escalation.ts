import { isWindows } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** A program must not become more than it was started as. */
export const noPrivilegeEscalation: ContainerRule = {
  id: 'no-privilege-escalation',
  about: 'container',
  severity: 'warning',
  title: 'Programs cannot gain privileges',
  consequence: 'A set-uid program in the image makes root of any process; Pod Security restricted refuses the Pod.',
  fix: 'Write `securityContext.allowPrivilegeEscalation: false`.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  *check({ container: { securityContext }, path, role }, workload) {
    const { allowPrivilegeEscalation, capabilities, privileged } = securityContext ?? {};
    if (allowPrivilegeEscalation === false || role === 'ephemeral' || isWindows(workload)) return;
    // The API server refuses the field beside these.
    if (privileged === true || capabilities?.add?.some((name) => /^(CAP_)?SYS_ADMIN$/.test(name)) === true) return;
    const found =
      allowPrivilegeEscalation === true
        ? '`allowPrivilegeEscalation` is true.'
        : '`allowPrivilegeEscalation` is left out, which means true.';
    yield { path: path.child('securityContext').child('allowPrivilegeEscalation'), found };
  },
};
