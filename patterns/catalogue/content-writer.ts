import type { Resources } from '../../lib/pod/quantities';
import type { Duration } from '../duration';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { addPoller } from './poller';
import { CURL, chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which pages are written, and from where. */
export interface ContentWriterOptions<Name extends string, Volume extends string> extends ReadyMadeOptions<Name> {
  /** The volume that the web server reads. */
  readonly volume: Volume;
  /** URLs by the file that each becomes, from the root of the volume: `{ 'index.html': 'http://cms.web.svc/home' }`. */
  readonly files: Readonly<Record<string, `${'http' | 'https'}://${string}`>>;
  /** How often they are fetched again. */
  readonly every: Duration;
}

/**
 * Writes what some URLs say to a volume that a web server reads, again and again, each file replaced as a whole.
 *
 * **Use it** for pages that are made elsewhere and must be served while their maker is down. **Not** for content of a
 * repository: for that there is `gitSync`; and not for what a caching proxy before the maker can hold.
 *
 * **Costs** 10m CPU and 16 Mi of memory for each replica.
 *
 * @see https://kubernetes.io/docs/tasks/access-application-cluster/communicate-containers-same-pod-shared-volume/
 */
export function contentWriter<const Volume extends string, const Name extends string = 'content-writer'>(
  options: ContentWriterOptions<Name, Volume>,
): Pattern<HelperAdded<{ name: Name }>, { readonly volumes: Readonly<Record<Volume, true>> }> {
  const { name = 'content-writer' as Name, volume, files, every } = options;
  return pattern((pod) =>
    addPoller(pod, {
      ...chosen(options, { ...CURL, resources: RESOURCES }),
      name,
      volume,
      files,
      every,
      fetch: 'curl --fail --silent --show-error --location --max-time 30 "$2"',
    }),
  );
}

const RESOURCES: Resources = { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } };
