import { FieldPath } from '../../lib/kube/field-path';
import { targetOf } from '../knowledge/autoscaler';
import { isExplained } from '../knowledge/reason';
import { isFieldRefused } from '../knowledge/field-refused';
import { clientServicesOf } from '../knowledge/traffic';
import { boundsOf } from '../report/pod-count';
import type { ObjectRule } from '../rule';

/** An autoscaler needs room to scale in. */
export const validAutoscalerBounds: ObjectRule = {
  id: 'valid-autoscaler-bounds',
  about: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  severity: 'warning',
  title: 'An autoscaler has room, and keeps two Pods that serve',
  consequence: 'It cannot add Pods under load, or leaves a single one whose node may be drained at any time.',
  fix: 'Write a `maxReplicas` that is greater than `minReplicas`, and `minReplicas: 2` or more for what serves clients.',
  see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  *check(autoscaler, landscape) {
    const bounds = boundsOf(autoscaler);
    if (bounds === undefined) return;
    const spec = FieldPath.of('spec');
    if (bounds.most === bounds.least) {
      const place = spec.child('maxReplicas');
      if (isFieldRefused(autoscaler, place, landscape)) return;
      yield { path: place, found: `It keeps ${bounds.least} Pods at the least and at the most.` };
      return;
    }
    const workload = targetOf(autoscaler, landscape);
    const path = spec.child('minReplicas');
    if (bounds.least > 1 || workload === undefined || isExplained({ entity: autoscaler }, path)) return;
    if (clientServicesOf(workload, landscape).length === 0 || isFieldRefused(autoscaler, path, landscape)) return;
    yield { path, severity: 'info', found: `It may leave ${workload.entity.title} with ${bounds.least || 'no'} Pod.` };
  },
};
