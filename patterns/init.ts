import type { InitContainerOptions } from '../lib/pod/container';
import { Without } from '../lib/pod/reason';
import { addInit } from './add-helper';
import { trySeconds } from './duration';
import type { Duration } from './duration';
import type { VolumesNeeded } from './helper-added';
import type { PatternContainer } from './helper-options';
import type { ByPath, Config, ConfigVolume } from './mounts';
import { pattern } from './pattern';
import type { Pattern } from './pattern';

/** What is done before the application starts. */
export interface InitOptions<Name extends string, Reads extends ByPath, Writes extends ByPath>
  extends PatternContainer<Name, Reads, Writes>, Pick<InitContainerOptions<never>, 'restartPolicy'> {
  /**
   * How long it may take: `'90s'`, `'2m'`. The command is stopped then and the container fails, which takes an image
   * with `sh` and `timeout`, and `command` given in full; or the reason why it ends by itself.
   */
  readonly timeout: Duration | Without;
  /** That it may run again, since a Pod's init containers do; or the reason why it may not, and nothing comes of it. */
  readonly repeatSafe: true | Without;
  /** What a reviewer should know of it besides, a sentence each. Printed above it. */
  readonly caveats?: readonly string[];
}

/** What the compiler knows of an init container once it is there, and of the volume of what it brings along. */
export interface InitAdded<Name extends string, Volume extends string = never> {
  readonly containers: Readonly<Record<Name, 'init'>>;
  readonly volumes: Readonly<Record<Volume, true>>;
}

/**
 * A container that does one thing before the application starts, and ends: in declared order with the others, within a
 * time, and safe to repeat. When it fails, the application does not start, and `kubectl get pods` says so.
 *
 * What goes on polling is a `sidecar`; what must happen once a release, and not once a replica, is a Job.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
 */
export function init<
  const Name extends string,
  const Reads extends ByPath = Record<never, never>,
  const Writes extends ByPath = Record<never, never>,
  const Brought extends Config | undefined = undefined,
>(
  options: InitOptions<Name, Reads, Writes> & { readonly config?: Brought },
): Pattern<InitAdded<Name, ConfigVolume<Name, Brought>>, VolumesNeeded<Reads & Writes>> {
  const { name, timeout, repeatSafe, caveats = [], command, ...container } = options;
  const withinSeconds = timeout instanceof Without ? undefined : trySeconds(timeout);
  const within = withinSeconds === undefined ? {} : { withinSeconds };
  const bounded = withinSeconds === undefined || command === undefined ? command : timed(withinSeconds, command);
  const fields = bounded === undefined ? container : { ...container, command: bounded };
  return pattern((pod) => {
    const added = addInit(pod, name, fields, { pattern: 'init', ...within, ...said(timeout, repeatSafe, caveats) });
    if (timeout instanceof Without || (withinSeconds !== undefined && command !== undefined)) return added;
    const detail =
      withinSeconds === undefined
        ? 'a time has a unit, as "90s" and "2m" do'
        : 'a time needs the command that it bounds: give `command` in full, or without(why) where it ends by itself';
    return added.refuse({ code: 'init-timeout', path: 'command', type: 'Required', detail, ours: true }, name);
  });
}

function said(timeout: Duration | Without, repeatSafe: true | Without, others: readonly string[]) {
  const caveats = [
    ...(timeout instanceof Without ? [`without timeout: ${timeout.why.because}`] : []),
    ...(repeatSafe instanceof Without ? [`not safe to repeat: ${repeatSafe.why.because}`] : []),
    ...others,
  ];
  return caveats.length === 0 ? {} : { caveats };
}

/**
 * The command under a time. Process 1 is a shell here, neither `timeout` nor what it runs: process 1 does not die of a
 * signal that it has no handler for, and BusyBox runs the command in the place of `timeout` itself. The shell passes on
 * the signal by which a Pod is stopped.
 */
function timed<Word>(seconds: number, command: readonly Word[]): readonly (Word | string)[] {
  return ['sh', '-c', TIMED, String(seconds), ...command];
}

const TIMED = `trap 'kill "$!"; exit 143' TERM
timeout "$0" "$@" &
wait "$!" && exit 0
code=$?
echo "ended with code $code; 124 and 143 mean: not done within $0 s" >&2
exit $code
`;
