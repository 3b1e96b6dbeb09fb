import { tryQuantity, parseQuantity } from '../../lib/kube/quantity';
import type { ContainerRule } from '../rule';

/** Whoever answers requests is slow while the kernel holds it back. */
export const noCpuLimit: ContainerRule = {
  id: 'no-cpu-limit',
  about: 'container',
  severity: 'info',
  title: 'What answers requests has no cpu limit without need',
  consequence:
    'When a burst of requests uses up the quota of a tenth of a second, the container stands still until the next, while the node may be idle.',
  fix: 'Leave `resources.limits.cpu` out and size the request; keep the limit where costs or tests ask for it, and say so.',
  see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run',
  *check({ container: { readinessProbe, resources }, path, role }, workload) {
    const limit = resources?.limits?.['cpu'];
    if (limit === undefined || readinessProbe === undefined || role !== 'app') return;
    if (workload.qos.qosClass === 'Guaranteed') return;
    const amount = tryQuantity(limit);
    const isSmall = amount !== undefined && amount.compare(SMALL) < 0;
    yield {
      path: path.child('resources').child('limits').child('cpu'),
      ...(isSmall && { severity: 'warning' }),
      found: `The container answers requests, as its readiness probe says, and is held at ${String(limit)} of cpu.`,
    };
  },
};

/** Less than this is too little for most programs to start within the time of a probe. */
const SMALL = parseQuantity('200m');
