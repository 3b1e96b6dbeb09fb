import type { WorkloadReport } from '../report';

/** Whose Pods a drawing shows: `Pod of Deployment shop/checkout`, or the Pod itself. */
export function podTitle({ kind, title }: WorkloadReport, one = 'Pod'): string {
  return kind === 'Pod' ? title : `${one} of ${title}`;
}
