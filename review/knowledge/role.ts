import type { ReviewedContainer, Workload } from '../workload';
import { isBesideApplications, knownProgramIn } from './known-program';

/** Whether a container runs as long as its Pod: a regular one, or a sidecar. */
export function isRunning({ role }: ReviewedContainer): boolean {
  return role === 'app' || role === 'sidecar';
}

/** The containers that run as long as the Pod: sidecars and regular ones. */
export function runningContainers({ containers }: Workload): readonly ReviewedContainer[] {
  return containers.filter(isRunning);
}

/** The regular containers that are no well-known helper: the application, as far as it can be told. */
export function applicationContainers({ containers }: Workload): readonly ReviewedContainer[] {
  return containers.filter(
    ({ container, role }) => role === 'app' && !isBesideApplications(knownProgramIn(container.image)),
  );
}

/** Whether the Pods run until somebody stops them. */
export function isLongRunning({ isFinite, spec }: Workload): boolean {
  return !isFinite && (spec.restartPolicy ?? 'Always') === 'Always';
}

/** Whether the Pods run Windows, where users, capabilities and seccomp of Linux mean nothing. */
export function isWindows({ spec }: Workload): boolean {
  return spec.os?.name === 'windows' || spec.nodeSelector?.['kubernetes.io/os'] === 'windows';
}
