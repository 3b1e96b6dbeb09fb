import { except } from '../../lib/pod/reason';
import type { Why } from '../../lib/pod/reason';
import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded } from '../init';
import type { Pattern } from '../pattern';
import { BUSYBOX, TINY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Whose a volume is to be, and why it takes root to say so. */
export interface FixPermissionsOptions<Name extends string, Volume extends string> extends Omit<
  ReadyMadeOptions<Name>,
  'securityContext'
> {
  /** The volume whose files change hands. */
  readonly volume: Volume;
  /** The user and the group, by number. */
  readonly owner: { readonly user: number; readonly group: number };
  /** Why `fsGroup` does not do. It excuses root and two capabilities, is printed there, and listed in the review. */
  readonly asRoot: Why;
  /** When to give up: every file is looked at, so that a large volume takes its time. */
  readonly timeout: Duration;
}

/**
 * Gives the files of a volume to the application's user, as root, before the application starts. It is the one entry that
 * Pod Security *restricted* refuses; *baseline* allows it.
 *
 * **Use it** for a volume whose files belong to somebody else, and whose driver knows no `fsGroup`: NFS without root
 * squash, a path of the node, data that an older version wrote as root. **Not** where `fsGroup` in the Pod's security
 * context does the same without root, nor where the files can be given away once, by hand.
 *
 * **Costs** nothing once the application runs, and a namespace that admits no more than *restricted*.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export function fixPermissions<const Volume extends string, const Name extends string = 'fix-permissions'>(
  options: FixPermissionsOptions<Name, Volume>,
): Pattern<InitAdded<Name>, { readonly volumes: Readonly<Record<Volume, true>> }> {
  const { name = 'fix-permissions' as Name, because, image = BUSYBOX, resources = TINY } = options;
  const { volume, owner, asRoot, timeout } = options;
  return init({
    name,
    because,
    image,
    resources,
    timeout,
    repeatSafe: true,
    command: ['sh', '-c', SCRIPT, String(owner.user), String(owner.group)],
    securityContext: {
      runAsUser: except(0, asRoot),
      runAsNonRoot: except(false, asRoot),
      capabilities: except({ drop: ['ALL'], add: ['CHOWN', 'DAC_OVERRIDE'] }, asRoot),
    },
    workingDir: FOLDER,
    writes: { [FOLDER]: volume },
  });
}

const FOLDER = '/volume';

/** Only what is not right yet, so that a second run writes nothing. */
const SCRIPT = `find . \\( ! -user "$0" -o ! -group "$1" \\) -exec chown -h "$0:$1" {} +`;
