import { exec } from '../../lib/pod/probe';
import type { ProbeAt, ProbeTimings } from '../../lib/pod/probe';

/** A probe that succeeds when all of some files are there and hold something; the image needs a shell. */
export function filesThere(files: readonly string[], timings: ProbeTimings<1>): ProbeAt<never, 1> {
  return exec(['sh', '-c', SCRIPT, ...files], timings);
}

const SCRIPT = 'for file in "$0" "$@"; do [ -s "$file" ] || exit 1; done';
