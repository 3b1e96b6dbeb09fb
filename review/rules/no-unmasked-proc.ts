import type { ContainerRule } from '../rule';

/** The runtime hides what the kernel tells and takes by `/proc`. */
export const noUnmaskedProc: ContainerRule = {
  id: 'no-unmasked-proc',
  about: 'container',
  severity: 'warning',
  title: 'The runtime keeps its mask over /proc',
  consequence: 'The process can read and write settings of the kernel that other containers never see.',
  fix: 'Remove `procMount`; only containers that run containers need it.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  *check({ container: { securityContext }, path }) {
    if (securityContext?.procMount !== 'Unmasked') return;
    yield { path: path.child('securityContext').child('procMount'), found: '`procMount` is `Unmasked`.' };
  },
};
