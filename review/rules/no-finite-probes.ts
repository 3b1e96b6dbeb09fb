import { probesOf } from '../knowledge/probes';
import type { ContainerRule } from '../rule';

/** What runs to its end is judged by how it ends. */
export const noFiniteProbes: ContainerRule = {
  id: 'no-finite-probes',
  about: 'container',
  severity: 'warning',
  title: 'Work that ends has no probes',
  consequence:
    'No Service waits for the work, and a probe that fails under load kills it halfway and counts as a failed attempt.',
  fix: 'Leave the probes out; `activeDeadlineSeconds` and `backoffLimit` of the Job end what is stuck.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
  *check(reviewed, { isFinite }) {
    if (!isFinite || reviewed.role !== 'app') return;
    for (const { name, path } of probesOf(reviewed)) {
      yield {
        path,
        ...(name === 'readinessProbe' && { severity: 'info' }),
        found: `\`${reviewed.container.name}\` runs to its end and has a ${name}.`,
      };
    }
  },
};
