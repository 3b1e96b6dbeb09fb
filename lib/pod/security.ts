import type { Capabilities, PodSecurityContext, SeccompProfile, SecurityContext } from '../kube/api/security';
import type { Except, Without } from './reason';

/**
 * A container's security context. What is left out is filled in so that Pod Security *restricted* passes; what
 * loosens it takes `except(value, why)`, and what leaves a default out `without(why)`.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export interface ContainerSecurity
  extends Omit<SecurityContext, keyof GuardedContainerSecurity>, GuardedContainerSecurity {}

/**
 * The Pod's security context. What is left out is filled in so that Pod Security *restricted* passes; what loosens it
 * takes `except(value, why)`, and what leaves a default out `without(why)`.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export interface PodSecurity extends Omit<PodSecurityContext, keyof GuardedPodSecurity>, GuardedPodSecurity {}

interface GuardedContainerSecurity {
  /** @default false */
  readonly allowPrivilegeEscalation?: false | Except<boolean> | Without;
  /** @default false */
  readonly privileged?: false | Except<boolean>;
  /** @default true: declare what must be writable with `scratch` */
  readonly readOnlyRootFilesystem?: true | Except<boolean> | Without;
  /** @default the Pod's, which is true */
  readonly runAsNonRoot?: true | Except<boolean> | Without;
  /** @default `{ drop: ['ALL'] }` */
  readonly capabilities?: SafeCapabilities | Except<Capabilities> | Without;
  /** @default the Pod's, which is `RuntimeDefault` */
  readonly seccompProfile?: SafeSeccomp | Except<SeccompProfile>;
  /** @default 'Default' */
  readonly procMount?: 'Default' | Except<string>;
  /** The numeric user; 0 needs an exception. @default the image's user */
  readonly runAsUser?: number | Except<number>;
}

interface GuardedPodSecurity {
  /** @default true */
  readonly runAsNonRoot?: true | Except<boolean> | Without;
  /** @default `{ type: 'RuntimeDefault' }` */
  readonly seccompProfile?: SafeSeccomp | Except<SeccompProfile> | Without;
  /** The numeric user of all containers; 0 needs an exception. @default the image's user */
  readonly runAsUser?: number | Except<number>;
}

interface SafeCapabilities {
  /** @default ['ALL'] */
  readonly drop?: readonly ['ALL'];
  readonly add?: readonly 'NET_BIND_SERVICE'[];
}

type SafeSeccomp =
  { readonly type: 'RuntimeDefault' } | { readonly type: 'Localhost'; readonly localhostProfile: string };
