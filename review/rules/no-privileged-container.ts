import type { ContainerRule } from '../rule';

/** A privileged container is root on the node. */
export const noPrivilegedContainer: ContainerRule = {
  id: 'no-privileged-container',
  about: 'container',
  severity: 'error',
  title: 'Containers are not privileged',
  consequence: 'Whoever breaks into the container owns the node, and every Pod and credential on it.',
  fix: 'Set `securityContext.privileged: false`, and add the one capability or device that is needed.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  *check({ container: { name, securityContext }, path }) {
    if (securityContext?.privileged !== true) return;
    yield { path: path.child('securityContext').child('privileged'), found: `\`${name}\` is privileged.` };
  },
};
