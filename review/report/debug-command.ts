import type { PodSecurityLevel } from '../../lib/kube/pod-security';
import { userOf } from '../knowledge/user';
import type { ReviewedContainer } from '../workload';
import { containerWord, handlesOf, kubectl } from './handles';
import { enforcedLevelOf } from './pod-security';
import { nameOf, type Subject } from './subject';
import { code } from './words';

/** A debug container beside a container of a running Pod. */
export interface DebugCommand {
  readonly command: string;
  /** Why this profile and this user, as a text. */
  readonly because: string;
}

/**
 * The command that puts a debug container beside another, with a profile that admission lets pass. Without a word of the
 * namespace the level that the Pod itself passes is safe: its namespace cannot demand more than that.
 */
export function debugCommandFor(target: ReviewedContainer, subject: Subject, level: PodSecurityLevel): DebugCommand {
  const handles = handlesOf(subject);
  const enforced = enforcedLevelOf(subject);
  const profile = PROFILES[enforced ?? level];
  const user = userFlag(target, subject, profile);
  const command = kubectl(
    'debug',
    handles,
    handles.pod,
    '-it',
    `--image=${DEBUG_IMAGE}`,
    `--target=${containerWord(nameOf(target))}`,
    `--profile=${profile}`,
  );
  return {
    command: `${command}${user === undefined ? '' : ` --custom=<(echo '{"securityContext":{"runAsUser":${user}}}')`}`,
    because: [
      enforced === undefined
        ? `the Pod passes ${level === 'privileged' ? 'no level but ' : ''}${code(level)}, so that its namespace admits profile ${code(profile)}`
        : `its namespace enforces ${code(enforced)}, which admits profile ${code(profile)}`,
      ...(user === undefined
        ? []
        : [
            `${code('--custom')} gives it user ${user}, since ${code(DEBUG_IMAGE)} runs as root, which is refused here`,
          ]),
    ].join('; '),
  };
}

/** A debug container inherits what the Pod says of its user, and the strictest profile refuses root by itself. */
function userFlag(target: ReviewedContainer, { spec, workload }: Subject, profile: string): number | undefined {
  const { runAsNonRoot, runAsUser } = spec.securityContext ?? {};
  const refusesRoot = runAsNonRoot === true || profile === PROFILES.restricted;
  if (!refusesRoot || (runAsUser !== undefined && runAsUser !== 0)) return undefined;
  // The processes and files of the target are open to its own user.
  return userOf(target, workload).id || NOBODY;
}

const DEBUG_IMAGE = 'busybox:1.37';
const NOBODY = 65_534;
const PROFILES = { restricted: 'restricted', baseline: 'baseline', privileged: 'general' } as const;
