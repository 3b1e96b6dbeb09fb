/**
 * The defaults that every Pod gets, each of which only takes privilege away, named after the API's field.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export const SECURE_DEFAULTS = {
  pod: {
    automountServiceAccountToken: false,
  },
  podSecurityContext: {
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containerSecurityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
} as const;

/** The name of a default that a Pod, or the whole App, can do without, given a reason. */
export type DefaultName =
  | keyof typeof SECURE_DEFAULTS.pod
  | keyof typeof SECURE_DEFAULTS.podSecurityContext
  | keyof typeof SECURE_DEFAULTS.containerSecurityContext;
