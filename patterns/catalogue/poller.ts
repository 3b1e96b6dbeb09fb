import type { ContainerBase } from '../../lib/pod/container';
import { trySeconds } from '../duration';
import type { Duration } from '../duration';
import type { OpenPod } from '../pattern';
import { sidecar } from '../sidecar';
import { filesThere } from './files-there';

/** What is fetched, and how often. */
export interface PollerOptions extends Pick<
  ContainerBase<never>,
  'image' | 'resources' | 'securityContext' | 'env' | 'scratch'
> {
  readonly name: string;
  readonly because: string;
  readonly volume: string;
  /** What to fetch, by the file that it becomes. */
  readonly files: Readonly<Record<string, string>>;
  readonly every: Duration;
  /** A shell command that prints what is named by `"$2"`, and ends within a time of its own. */
  readonly fetch: string;
}

/**
 * The Pod with a sidecar that fetches files to a volume, again and again, each replaced as a whole. The application
 * starts when all of them are there. When ten rounds have failed in a row it ends, so that `kubectl get pods` shows it.
 */
export function addPoller(pod: OpenPod, options: PollerOptions): OpenPod {
  const { volume, files, every, fetch, ...container } = options;
  const seconds = trySeconds(every);
  const added: OpenPod = sidecar({
    ...container,
    ifDown: 'freshness',
    command: ['sh', '-c', scriptOf(fetch), String(seconds), ...Object.entries(files).flat()],
    workingDir: FOLDER,
    writes: { [FOLDER]: volume },
    startupProbe: filesThere(
      Object.keys(files).map((file) => `${FOLDER}/${file}`),
      { periodSeconds: 2, failureThreshold: 60 },
    ),
  })(pod);
  if (seconds !== undefined) return added;
  const detail = 'a time has a unit, as "90s" and "2m" do';
  return added.refuse(
    { code: 'poll-interval', path: 'command', type: 'Invalid', value: every, detail, ours: true },
    container.name,
  );
}

const FOLDER = '/files';

/** What runs is in the background, since a shell that waits takes the signal by which a Pod is stopped at once. */
function scriptOf(fetch: string): string {
  return `trap 'exit 0' TERM
renew() {
  missed=0
  while [ "$#" -gt 1 ]; do
    ${fetch} > .new &
    wait "$!" && mkdir -p "$(dirname "$1")" && mv .new "$1" || missed=1
    shift 2
  done
  return "$missed"
}
failures=0
while [ "$failures" -lt 10 ]; do
  if renew "$@"; then
    failures=0 pause=$0
  else
    failures=$((failures + 1)) pause=10
    echo "not all files could be fetched, $failures times in a row" >&2
  fi
  sleep "$pause" &
  wait "$!"
done
exit 1
`;
}
