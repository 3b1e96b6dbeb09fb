import type { ReviewedContainer, Workload } from '../workload';

/** Which user a container runs as, as far as its Pod says: a number, or what the image says where that is left out. */
export interface RunningUser {
  readonly id?: number;
  /** Whether the kubelet refuses to start it as root. */
  readonly isNeverRoot: boolean;
}

/** The user that a container runs as: its own fields win over those of the Pod. */
export function userOf({ container }: ReviewedContainer, { spec }: Workload): RunningUser {
  const { runAsUser: id, runAsNonRoot } = { ...spec.securityContext, ...container.securityContext };
  const isNeverRoot = id === undefined ? runAsNonRoot === true : id !== 0;
  return { ...(id !== undefined && { id }), isNeverRoot };
}
