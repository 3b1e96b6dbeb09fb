import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded, InitOptions } from '../init';
import type { Pattern } from '../pattern';
import { BUSYBOX, chosen, NOBODY, TINY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** What is waited for, and how long. */
export interface WaitForTcpOptions<Name extends string, Host extends string> extends ReadyMadeOptions<Name> {
  /** A name that the cluster's DNS knows, or an address. */
  readonly host: Host;
  readonly port: number;
  /** When to give up: the container fails then, and its log says what did not answer. */
  readonly timeout: Duration;
}

/** The name of a container that waits for a host: `wait-for-` and the first part of the host's name. */
export type WaitFor<Host extends string> = `wait-for-${Host extends `${infer First}.${string}` ? First : Host}`;

/**
 * Lets the application start only when a TCP port answers, and fails where it does not within a time.
 *
 * **Use it** for an application that exits, or starts without what it needs, when something is not there at boot.
 * **Not** for one that connects again by itself, and never in a ring: two workloads that wait for each other never start.
 * An open port says that something listens, not that it can serve: for that there is `waitForHttp`.
 *
 * **Costs** nothing once the application runs: 10m CPU and 16 Mi of memory, set aside within what the application
 * requests anyway; and up to the timeout at each start of a Pod.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#examples
 */
export function waitForTcp<const Host extends string, const Name extends string = WaitFor<Host>>(
  options: WaitForTcpOptions<Name, Host>,
): Pattern<InitAdded<Name>> {
  const { host, port, timeout } = options;
  return init({
    ...chosen(options, { image: BUSYBOX, resources: TINY, runAsUser: NOBODY }),
    ...waiting<Name>(options.name ?? waitFor(host), timeout),
    command: ['sh', '-c', SCRIPT, host, String(port)],
  });
}

/** The name of a container that waits for a host. */
export function waitFor(host: string): string {
  return `wait-for-${host.replace(/\..*$/, '')}`;
}

/** What all containers that wait have in common. */
export function waiting<Name extends string>(
  name: string,
  timeout: Duration,
): Pick<InitOptions<Name, Record<never, never>, Record<never, never>>, 'name' | 'timeout' | 'repeatSafe'> {
  // The name is the caller's, or the one that the type was computed from.
  return { name: name as Name, timeout, repeatSafe: true };
}

const SCRIPT = `until nc -z -w 2 "$0" "$1"; do
  echo "$0:$1 does not answer yet"
  sleep 2
done
`;
