import { review, reportOf, type Report, type WorkloadReport } from '../../../review';
import { sources } from '../objects';

/** The report of objects, without rules: what the YAML itself tells. */
export function reported(...objects: readonly unknown[]): Report {
  return reportOf(review(sources(...objects), { rules: [] }));
}

/** The report of the first workload among objects. */
export function told(...objects: readonly unknown[]): WorkloadReport {
  return reported(...objects).workloads[0]!;
}

/** The sentences that answer a question, with what stays open. */
export function answer(
  workload: WorkloadReport,
  id: string,
): { sentences: readonly string[]; open: readonly string[] } {
  const { helpers, ownership, promises, questions, recovery } = workload;
  const found = [...questions, ...ownership, ...recovery, ...promises, ...helpers].find((each) => each.id === id);
  return { sentences: found?.sentences ?? [], open: found?.open ?? [] };
}

/** A bare Pod of one container, with fields of the Pod's spec and of the container changed. */
export function pod(
  spec: Record<string, unknown> = {},
  container: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'api', namespace: 'shop' },
    spec: { containers: [{ name: 'api', image: 'api:v1', ...container }], ...spec },
  };
}

/** An owner of Pods of one container, with fields of its spec and of its Pods' spec changed. */
export function owner(
  kind: string,
  spec: Record<string, unknown> = {},
  podSpec: Record<string, unknown> = {},
): Record<string, unknown> {
  const labels = { app: 'api' };
  const isJob = kind === 'Job';
  return {
    apiVersion: isJob ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name: 'api', namespace: 'shop' },
    spec: {
      ...(!isJob && { selector: { matchLabels: labels } }),
      template: { metadata: { labels }, spec: { containers: [{ name: 'api', image: 'api:v1' }], ...podSpec } },
      ...spec,
    },
  };
}

/** Any object beside the workload, in its namespace. */
export function beside(kind: string, name: string, spec: Record<string, unknown>): Record<string, unknown> {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' }, spec };
}
