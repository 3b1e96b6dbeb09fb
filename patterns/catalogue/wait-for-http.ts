import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded } from '../init';
import type { Pattern } from '../pattern';
import { BUSYBOX, chosen, NOBODY, TINY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { waitFor, waiting } from './wait-for-tcp';
import type { WaitFor } from './wait-for-tcp';

/** What is waited for, and how long. */
export interface WaitForHttpOptions<Name extends string, Url extends string> extends ReadyMadeOptions<Name> {
  /** What must answer with a status below 400: `http://inventory:8080/healthz/ready`. Certificates are not checked. */
  readonly url: Url;
  /** When to give up: the container fails then, and its log says what did not answer. */
  readonly timeout: Duration;
}

/** The host in a URL. */
type HostOf<Url extends string> = Url extends `${string}://${infer Rest}`
  ? Rest extends `${infer Before}/${string}`
    ? WithoutPort<Before>
    : WithoutPort<Rest>
  : string;

type WithoutPort<Host extends string> = Host extends `${infer Name}:${string}` ? Name : Host;

/**
 * Lets the application start only when a URL answers well, and fails where it does not within a time.
 *
 * **Use it** where the other side says by HTTP when it can serve, and the application cannot start without it.
 * **Not** for one that connects again by itself, and never in a ring: two workloads that wait for each other never start.
 *
 * **Costs** nothing once the application runs: 10m CPU and 16 Mi of memory, set aside within what the application
 * requests anyway; and up to the timeout at each start of a Pod.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#examples
 */
export function waitForHttp<
  const Url extends `${'http' | 'https'}://${string}`,
  const Name extends string = WaitFor<HostOf<Url>>,
>(options: WaitForHttpOptions<Name, Url>): Pattern<InitAdded<Name>> {
  const { url, timeout } = options;
  return init({
    ...chosen(options, { image: BUSYBOX, resources: TINY, runAsUser: NOBODY }),
    ...waiting<Name>(options.name ?? waitFor(hostOf(url)), timeout),
    command: ['sh', '-c', SCRIPT, url],
  });
}

function hostOf(url: string): string {
  return url.replace(/^[^:]*:\/\//, '').replace(/[/:].*$/, '');
}

const SCRIPT = `until wget -q -T 5 -O /dev/null "$0"; do
  echo "$0 does not answer well yet"
  sleep 2
done
`;
