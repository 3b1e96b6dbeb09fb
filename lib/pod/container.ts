import type { Container } from '../kube/api/container';
import type { Env } from './env';
import type { Helper } from './helper';
import type { PortReference, Ports } from './ports';
import type { Hooks, ProbeAt } from './probe';
import type { ByteQuantity, Resources } from './quantities';
import type { Because, Except, Without } from './reason';
import type { ContainerSecurity } from './security';
import type { MountOf } from './volume';

/** What every container has: the API's own fields, lists of named things written as records. */
export interface ContainerBase<VolumeName extends string>
  extends Omit<Container, keyof Sugar<VolumeName> | ByRole>, Sugar<VolumeName> {}

/** A regular container: it runs as long as the Pod does. */
export interface ContainerOptions<
  P extends Ports,
  VolumeName extends string,
  Readiness,
> extends ContainerBase<VolumeName> {
  /** Whether the Pod may get traffic. A Service demands it. */
  readonly readinessProbe?: Readiness | undefined;
  /** Whether the container is stuck and only a restart helps; never whether something it depends on is down. */
  readonly livenessProbe?: ProbeAt<PortReference<NoInfer<P>>, 1> | undefined;
  /** Whether the container has booted: until it succeeds, the other probes are off, and nobody starts after a sidecar. */
  readonly startupProbe?: ProbeAt<PortReference<NoInfer<P>>, 1> | Without | undefined;
  readonly lifecycle?: Hooks;
  /**
   * How long it takes to end by itself after its stop signal, in seconds: requests in flight, buffers that are flushed.
   * The grace period of the Pod is held against it, together with the hooks and the sidecars that stop after it.
   *
   * @default not known, and counted as nothing
   * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
   */
  readonly terminationSeconds?: number;
  /** Whether this container restarts by a policy of its own. @default the Pod's @since Kubernetes 1.34 */
  readonly restartPolicy?: Container['restartPolicy'];
}

/** A container beside the application needs a reason. */
export interface Beside {
  /** One sentence: what it shares with the application, and why it cannot be a Pod of its own. Printed above it. */
  readonly because: string;
  /** What a pattern says of it, for reports; printed below the reason. */
  readonly helper?: Helper;
}

/** A native sidecar: an init container that keeps running. It starts before the application and stops after it. */
export interface SidecarOptions<P extends Ports, VolumeName extends string, Readiness>
  extends Omit<ContainerOptions<P, VolumeName, Readiness>, 'restartPolicy'>, Beside {
  /** A plain container instead of a native sidecar, with the reason: it starts and stops beside the application. */
  readonly legacy?: Because<true>;
}

/** A container that runs to its end before the application starts. */
export interface InitContainerOptions<VolumeName extends string> extends ContainerBase<VolumeName>, Beside {
  readonly readinessProbe?: NoProbe;
  readonly livenessProbe?: NoProbe;
  readonly startupProbe?: NoProbe;
  /** Whether it is tried again by a policy of its own. @default the Pod's @since Kubernetes 1.34 */
  readonly restartPolicy?: 'OnFailure' | 'Never';
  readonly lifecycle?: 'an init container has no lifecycle hooks: use sidecar() for what keeps running';
}

/** A readiness probe, or the reason why there is none. */
export type Readiness<P> = ProbeAt<PortReference<P>> | Without;

type NoProbe = 'an init container has no probes: use sidecar() for what keeps running';

interface Sugar<VolumeName extends string> {
  /** With a tag that is not `latest`, or a digest. */
  readonly image: string | Except<string>;
  /** Runs instead of the image's entry point. A word that looks like a secret takes an exception. */
  readonly command?: readonly (string | Except<string>)[];
  /** What the entry point, or `command`, is given. A word that looks like a secret takes an exception. */
  readonly args?: readonly (string | Except<string>)[];
  /** By name: `{ LOG_LEVEL: 'info', DB_PASSWORD: secretKey('db', 'password') }`. */
  readonly env?: Env;
  readonly resources: Resources;
  readonly securityContext?: ContainerSecurity;
  /** By path: `{ '/var/log/app': 'logs', '/etc/app': { name: 'config', subPath: 'app' } }`. */
  readonly volumeMounts?: Readonly<Record<string, KnownVolume<VolumeName> | MountOf<KnownVolume<VolumeName>>>>;
  /** Writable directories of this container alone, by path: `{ '/tmp': '64Mi' }`. */
  readonly scratch?: Readonly<Record<string, ByteQuantity>>;
}

type ByRole = 'name' | 'ports' | 'restartPolicy' | 'readinessProbe' | 'livenessProbe' | 'startupProbe' | 'lifecycle';

type KnownVolume<VolumeName extends string> = [VolumeName] extends [never]
  ? 'this Pod has no volumes yet: add them with .volume(name, source) first'
  : VolumeName;
