import { without } from '../../lib/pod/reason';
import type { HelperAdded } from '../helper-added';
import type { Pattern } from '../pattern';
import { sidecar } from '../sidecar';
import { BUSYBOX, chosen, NOBODY, TINY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which file is followed. */
export interface LogTailerOptions<Name extends string, Volume extends string> extends ReadyMadeOptions<Name> {
  /** The volume that the application writes its log to. */
  readonly volume: Volume;
  /** The file, from the root of the volume. */
  readonly file: string;
}

/**
 * Prints a log file, so that whatever collects what containers print has it too: `kubectl logs` shows it by the helper's
 * name.
 *
 * **Use it** for an application that can only log to one file. **Not** for one that can log to stdout, or to
 * `/proc/1/fd/1`: then no helper is needed; and not where records are to be parsed or sent elsewhere: for that there is
 * `logShipper`. The file itself is not rotated: that is the application's, and `-F` follows it.
 *
 * **Costs** 10m CPU and 16 Mi of memory for each replica. After a restart of the helper the whole file is printed again:
 * lines come twice rather than never.
 *
 * @see https://kubernetes.io/docs/concepts/cluster-administration/logging/#streaming-sidecar-container
 */
export function logTailer<const Volume extends string, const Name extends string = 'log-tailer'>(
  options: LogTailerOptions<Name, Volume>,
): Pattern<HelperAdded<{ name: Name }>, { readonly volumes: Readonly<Record<Volume, true>> }> {
  const { name = 'log-tailer' as Name, volume, file } = options;
  return sidecar({
    ...chosen(options, { image: BUSYBOX, resources: TINY, runAsUser: NOBODY }),
    name,
    ifDown: 'observability',
    command: ['sh', '-c', SCRIPT, `/logs/${file}`],
    startupProbe: without({ because: 'it waits for its file by itself, and misses nothing that is written before' }),
    reads: { '/logs': volume },
  });
}

/** The shell is process 1, which takes a signal only where it has a handler; the last lines get a second to come out. */
const SCRIPT = `trap 'sleep 1; exit 0' TERM
tail -n +1 -F "$0" &
wait
`;
