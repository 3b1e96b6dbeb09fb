import type { PodSecurityCheck } from '../check';

/** A Pod must not share the network, processes or IPC of its node. */
export const hostNamespaces: PodSecurityCheck = {
  id: 'hostNamespaces',
  level: 'baseline',
  judge: ({ spec, specPath }) => {
    const shared = FIELDS.filter((field) => spec[field] === true);
    if (shared.length === 0) return undefined;
    return {
      reason: 'host namespaces',
      detail: shared.map((field) => `${field}=true`).join(', '),
      places: shared.map((field) => ({ path: specPath.child(field).toString() })),
    };
  },
};

const FIELDS = ['hostNetwork', 'hostPID', 'hostIPC'] as const;
