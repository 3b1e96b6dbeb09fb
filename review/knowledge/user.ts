import type { ReviewedContainer, Workload } from '../workload';

/** Which user a container runs as, as far as its Pod says: a number, or what the image says where that is left out. */
export interface RunningUser {
  readonly id?: number;
  /** Whether the kubelet refuses to start it as root. */
  readonly isNeverRoot: boolean;
}

/** The user that a container runs as: its own fields win over those of the Pod. */
export function userOf(
  { container: { securityContext: own } }: ReviewedContainer,
  { spec: { securityContext: shared } }: Workload,
): RunningUser {
  const id = own?.runAsUser ?? shared?.runAsUser;
  const runAsNonRoot = own?.runAsNonRoot ?? shared?.runAsNonRoot;
  const isNeverRoot = id === undefined ? runAsNonRoot === true : id !== 0;
  return { isNeverRoot, ...(id !== undefined && { id }) };
}
