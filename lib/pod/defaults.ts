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

/** Whether a name is that of a secure default. */
export function isDefaultName(name: string): name is DefaultName {
  return Object.values(SECURE_DEFAULTS).some((defaults) => Object.hasOwn(defaults, name));
}

/** Every secure default, in words for a message. */
export const DEFAULT_NAMES = Object.values(SECURE_DEFAULTS)
  .flatMap((defaults) => Object.keys(defaults))
  .join(', ');

/** The name of a default that a Pod, or the whole App, can do without, given a reason. */
export type DefaultName =
  | keyof typeof SECURE_DEFAULTS.pod
  | keyof typeof SECURE_DEFAULTS.podSecurityContext
  | keyof typeof SECURE_DEFAULTS.containerSecurityContext;
