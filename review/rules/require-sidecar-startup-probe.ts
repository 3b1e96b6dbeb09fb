import { knownProgramIn } from '../knowledge/known-program';
import type { ContainerRule } from '../rule';

/** What starts after a sidecar waits for its startup probe, and for nothing else. */
export const requireSidecarStartupProbe: ContainerRule = {
  id: 'require-sidecar-startup-probe',
  about: 'container',
  severity: 'warning',
  title: 'Sidecars say when they have started',
  consequence:
    'The application starts as soon as the process of the sidecar exists; a readiness probe does not hold it up, so its first calls fail.',
  fix: 'Write a `startupProbe` on the port of the sidecar, or say why nothing waits for it.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#sidecar-containers-and-pod-lifecycle',
  *check({ container: { image, lifecycle, ports = [], startupProbe }, path, role }) {
    if (role !== 'sidecar' || startupProbe !== undefined || lifecycle?.postStart !== undefined) return;
    const listens = ports.length > 0;
    const isReadFromOutside = knownProgramIn(image)?.kind === 'observer';
    yield {
      path: path.child('startupProbe'),
      ...((!listens || isReadFromOutside) && { severity: 'info' }),
      found: `The sidecar ${listens ? `listens on port ${String(ports[0]?.containerPort)} and ` : ''}has no startup probe.`,
    };
  },
};
