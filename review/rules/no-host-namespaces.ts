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
    for (const { consequence, field, what } of SHARED) {
      if (spec[field] !== true) continue;
      const isAgent = field === 'hostNetwork' && kind === 'DaemonSet';
      yield {
        path: specPath.child(field),
        ...(isAgent && { severity: 'warning' }),
        found: `\`${field}: true\` shares the ${what} of the node.`,
        consequence,
      };
    }
  },
};

const SHARED = [
  {
    field: 'hostPID',
    what: 'processes',
    consequence:
      'The containers see every process of the node and of its other Pods, and as root read their variables and end them.',
  },
  {
    field: 'hostIPC',
    what: 'inter-process communication',
    consequence: 'The containers reach shared memory and queues of the node and of other Pods that share them.',
  },
  {
    field: 'hostNetwork',
    what: 'network',
    consequence:
      'The containers take ports of the node, reach what listens on its localhost, and most network plugins apply no NetworkPolicy to them.',
  },
] as const;
