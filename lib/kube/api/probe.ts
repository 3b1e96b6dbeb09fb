import type { Int32, Int64, IntOrString } from './scalars';

/**
 * A check of a container's health that the kubelet runs again and again.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export interface Probe {
  /** An HTTP request; an answer from 200 to 399 is a success. */
  readonly httpGet?: HTTPGetAction;
  /** A TCP connection; that it opens is the success. */
  readonly tcpSocket?: TCPSocketAction;
  /** A call of the gRPC health protocol; `SERVING` is the success. */
  readonly grpc?: GRPCAction;
  /** A command in the container; exit code 0 is the success. */
  readonly exec?: ExecAction;
  /**
   * Seconds from the container's start to the first check.
   *
   * @default 0
   */
  readonly initialDelaySeconds?: Int32;
  /**
   * Seconds from one check to the next, at least 1.
   *
   * @default 10
   */
  readonly periodSeconds?: Int32;
  /**
   * Seconds after which a check without an answer has failed, at least 1.
   *
   * @default 1
   */
  readonly timeoutSeconds?: Int32;
  /**
   * Successes in a row after a failure that make it a success; must be 1 for startup and liveness.
   *
   * @default 1
   */
  readonly successThreshold?: Int32;
  /**
   * Failures in a row that make it a failure, at least 1.
   *
   * @default 3
   */
  readonly failureThreshold?: Int32;
  /**
   * Seconds the container gets to stop when this probe kills it, at least 1; not for readiness.
   *
   * @default the Pod's `terminationGracePeriodSeconds`
   */
  readonly terminationGracePeriodSeconds?: Int64;
}

/**
 * What happens right after a container's start and right before its stop.
 *
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export interface Lifecycle {
  /** Run right after the container was created, at the same time as its program; a failure kills the container. */
  readonly postStart?: LifecycleHandler;
  /**
   * Run before the container is told to stop; its time counts into the grace period. Not run when the program ends by
   * itself.
   */
  readonly preStop?: LifecycleHandler;
  /**
   * The signal that asks the program to stop; needs `spec.os.name`.
   *
   * @default the image's STOPSIGNAL, else `SIGTERM`
   * @since 1.33
   * @stage alpha 1.33
   * @gate ContainerStopSignals
   */
  readonly stopSignal?: StopSignal;
}

/** The one thing that a hook does. */
export interface LifecycleHandler {
  /** Run a command in the container. */
  readonly exec?: ExecAction;
  /** Send an HTTP request. */
  readonly httpGet?: HTTPGetAction;
  /**
   * Wait.
   *
   * @since 1.29
   * @stage alpha 1.29, beta 1.30, stable 1.34
   * @gate PodLifecycleSleepAction
   */
  readonly sleep?: SleepAction;
  /**
   * Kept for old manifests and never carried out.
   *
   * @deprecated a hook with it fails when it runs
   */
  readonly tcpSocket?: TCPSocketAction;
}

/** A pause in a container's life. */
export interface SleepAction {
  /** Seconds to wait, no more than the grace period; 0 is allowed from 1.33 on. */
  readonly seconds: Int64;
}

/** A signal by its Linux name; Windows knows only `SIGTERM` and `SIGKILL`. */
export type StopSignal =
  | 'SIGABRT'
  | 'SIGALRM'
  | 'SIGBUS'
  | 'SIGCHLD'
  | 'SIGCLD'
  | 'SIGCONT'
  | 'SIGFPE'
  | 'SIGHUP'
  | 'SIGILL'
  | 'SIGINT'
  | 'SIGIO'
  | 'SIGIOT'
  | 'SIGKILL'
  | 'SIGPIPE'
  | 'SIGPOLL'
  | 'SIGPROF'
  | 'SIGPWR'
  | 'SIGQUIT'
  | 'SIGSEGV'
  | 'SIGSTKFLT'
  | 'SIGSTOP'
  | 'SIGSYS'
  | 'SIGTERM'
  | 'SIGTRAP'
  | 'SIGTSTP'
  | 'SIGTTIN'
  | 'SIGTTOU'
  | 'SIGURG'
  | 'SIGUSR1'
  | 'SIGUSR2'
  | 'SIGVTALRM'
  | 'SIGWINCH'
  | 'SIGXCPU'
  | 'SIGXFSZ'
  | 'SIGRTMIN'
  | 'SIGRTMIN+1'
  | 'SIGRTMIN+2'
  | 'SIGRTMIN+3'
  | 'SIGRTMIN+4'
  | 'SIGRTMIN+5'
  | 'SIGRTMIN+6'
  | 'SIGRTMIN+7'
  | 'SIGRTMIN+8'
  | 'SIGRTMIN+9'
  | 'SIGRTMIN+10'
  | 'SIGRTMIN+11'
  | 'SIGRTMIN+12'
  | 'SIGRTMIN+13'
  | 'SIGRTMIN+14'
  | 'SIGRTMIN+15'
  | 'SIGRTMAX-14'
  | 'SIGRTMAX-13'
  | 'SIGRTMAX-12'
  | 'SIGRTMAX-11'
  | 'SIGRTMAX-10'
  | 'SIGRTMAX-9'
  | 'SIGRTMAX-8'
  | 'SIGRTMAX-7'
  | 'SIGRTMAX-6'
  | 'SIGRTMAX-5'
  | 'SIGRTMAX-4'
  | 'SIGRTMAX-3'
  | 'SIGRTMAX-2'
  | 'SIGRTMAX-1'
  | 'SIGRTMAX';

/** An HTTP GET request that the kubelet sends. */
export interface HTTPGetAction {
  /**
   * The path of the request, with its query.
   *
   * @default `/`
   */
  readonly path?: string;
  /** The number of the port, or the name of one of the container's ports. */
  readonly port: IntOrString;
  /**
   * Whether TLS is used; certificates are not verified.
   *
   * @default `HTTP`
   */
  readonly scheme?: 'HTTP' | 'HTTPS';
  /**
   * Another host to ask; a `Host` header is what is mostly meant instead.
   *
   * @default the Pod's address
   */
  readonly host?: string;
  /**
   * Headers of the request; one name may stand more than once.
   *
   * @atomic
   */
  readonly httpHeaders?: readonly HTTPHeader[];
}

/** One header of an HTTP request. */
export interface HTTPHeader {
  /** The header's name. */
  readonly name: string;
  /** The header's value. */
  readonly value: string;
}

/** A TCP connection that the kubelet tries to open. */
export interface TCPSocketAction {
  /** The number of the port, or the name of one of the container's ports. */
  readonly port: IntOrString;
  /**
   * Another host to connect to.
   *
   * @default the Pod's address
   */
  readonly host?: string;
}

/** A call of the gRPC health protocol on the Pod's address, without TLS. */
export interface GRPCAction {
  /** The number of the port, 1 to 65535; a name is not possible. */
  readonly port: Int32;
  /**
   * The service to ask for.
   *
   * @default the empty name: the server as a whole
   */
  readonly service?: string;
}

/** A command that is run inside the container. */
export interface ExecAction {
  /**
   * The program and its arguments; no shell is involved unless it is the program.
   *
   * @atomic
   */
  readonly command?: readonly string[];
}
