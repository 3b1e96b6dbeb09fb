import type { WorkloadRule } from '../rule';

/** The namespaces of the node belong to the node. */
export const noHostNamespaces: WorkloadRule = {
  id: 'no-host-namespaces',
  about: 'workload',
  severity: 'error',
  title: 'Pods have namespaces of their own',
  consequence:
    'The containers see and reach what belongs to the node and to other Pods: processes and their variables, memory, or ports on localhost.',
  fix: 'Remove the field; an agent of the node that needs it says why in an exception.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  *check({ kind, spec, specPath }) {
    for (const [field, what] of SHARED) {
      if (spec[field] !== true) continue;
      const isAgent = field === 'hostNetwork' && kind === 'DaemonSet';
      yield {
        path: specPath.child(field),
        ...(isAgent && { severity: 'warning' }),
        found: `\`${field}: true\` shares the ${what} of the node.`,
      };
    }
  },
};

const SHARED = [
  ['hostPID', 'processes'],
  ['hostIPC', 'shared memory'],
  ['hostNetwork', 'network'],
] as const;
