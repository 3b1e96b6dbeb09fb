import type { EnvFrom } from '../../lib/pod/env';
import type { Resources } from '../../lib/pod/quantities';
import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded } from '../init';
import { pattern } from '../pattern';
import type { OpenPod, Pattern } from '../pattern';
import { CURL, chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which file is fetched, how it is known to be the right one, and how long that may take. */
export interface DownloadModelOptions<Name extends string, Volume extends string> extends ReadyMadeOptions<Name> {
  /** The volume for the file: one that outlives the Pod saves the next download. */
  readonly volume: Volume;
  readonly url: `${'http' | 'https'}://${string}`;
  /** Its name, from the root of the volume. */
  readonly file: string;
  /** The SHA-256 of the file in hexadecimal digits: nothing else is handed to the application. */
  readonly sha256: string;
  /** A bearer token, where the server asks for one. */
  readonly token?: EnvFrom;
  /** When to give up: what has been fetched is kept, and the next try goes on from there. */
  readonly timeout: Duration;
}

/**
 * Fetches a large file to a volume before the application starts, and only where the right one is not there already.
 *
 * **Use it** for the weights of a model, a dictionary, a data set that is too large for an image. **Not** for a file that
 * an OCI registry can hold: from Kubernetes 1.35 on a volume of type `image` mounts it, and the node keeps it; and not
 * for one that many replicas fetch onto disks of their own at once: fill one volume by a Job.
 *
 * **Costs** nothing once the application runs: 50m CPU and 32 Mi of memory, set aside within what the application
 * requests anyway; and the whole download at each start of a Pod whose volume is empty.
 *
 * @see https://curl.se/docs/manpage.html
 */
export function downloadModel<const Volume extends string, const Name extends string = 'download-model'>(
  options: DownloadModelOptions<Name, Volume>,
): Pattern<InitAdded<Name>, { readonly volumes: Readonly<Record<Volume, true>> }> {
  const {
    name = 'download-model',
    volume,
    url,
    file,
    sha256,
    token,
    timeout,
  }: DownloadModelOptions<string, string> = options;
  return pattern((pod) => {
    const added: OpenPod = init({
      ...chosen(options, { ...CURL, resources: RESOURCES }),
      name,
      timeout,
      repeatSafe: true,
      command: ['sh', '-c', SCRIPT, url, file, sha256],
      workingDir: FOLDER,
      ...(token === undefined ? {} : { env: { TOKEN: token } }),
      writes: { [FOLDER]: volume },
    })(pod);
    return /^[0-9a-f]{64}$/.test(sha256) ? added : added.refuse({ ...NO_CHECKSUM, value: sha256 }, name);
  });
}

const RESOURCES: Resources = { requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '128Mi' } };
const FOLDER = '/models';

const NO_CHECKSUM = {
  code: 'checksum',
  path: 'command',
  type: 'Invalid',
  detail: 'a SHA-256 is 64 hexadecimal digits in lower case, as `sha256sum` prints it',
  ours: true,
} as const;

/** A part that the server cannot go on from (33, 36, or status 416) is given up, so that the next try starts anew. */
const SCRIPT = `url=$0 file=$1 sum=$2
right() { [ -f "$1" ] && echo "$sum  $1" | sha256sum -c - > /dev/null 2>&1; }
if right "$file"; then
  echo "$file is there already"
  exit 0
fi
mkdir -p "$(dirname "$file")"
if ! right "$file.part"; then
  status=$(curl --fail --silent --show-error --location --retry 5 --continue-at - \\
    \${TOKEN:+--oauth2-bearer "$TOKEN"} --write-out '%{response_code}' --output "$file.part" "$url") || {
    code=$?
    case "$code $status" in 33* | 36* | *416) rm -f "$file.part" ;; esac
    exit "$code"
  }
fi
right "$file.part" || {
  echo "what $url gave is not the file with SHA-256 $sum" >&2
  rm -f "$file.part"
  exit 1
}
mv "$file.part" "$file"
`;
