import { FieldPath } from '../../lib/kube/field-path';
import { textOf } from '../entity';
import { isFieldRefused } from '../knowledge/field-refused';
import { code, list } from '../report/words';
import type { ObjectRule } from '../rule';

/** An autoscaler finds its target by name, and waits for it if need be. */
export const validAutoscalerTarget: ObjectRule = {
  id: 'valid-autoscaler-target',
  about: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  severity: 'warning',
  title: 'An autoscaler scales something that can be scaled, and nobody else does',
  consequence: 'The number of Pods stays as it is under load, or two autoscalers set it in turn.',
  fix: 'Write `kind` and `name` of a Deployment or StatefulSet of the same namespace, which no other autoscaler names.',
  see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#scaling-target',
  *check(autoscaler, landscape) {
    const path = FieldPath.of('spec').child('scaleTargetRef');
    const kind = textOf(autoscaler.read('spec', 'scaleTargetRef', 'kind'));
    const name = textOf(autoscaler.read('spec', 'scaleTargetRef', 'name'));
    if (UNSCALABLE.has(kind)) {
      yield { path: path.child('kind'), severity: 'error', found: `A ${kind} cannot be scaled.` };
      return;
    }
    const target = landscape.find(kind, name, autoscaler);
    const workload = target && landscape.workloadOf(target);
    if (workload === undefined) {
      // Others of its kind are here, so this one would be, too.
      const place = path.child('name');
      if (target !== undefined || landscape.beside(kind, autoscaler).length === 0) return;
      if (isFieldRefused(autoscaler, place, landscape)) return;
      yield { path: place, found: `There is no ${kind} \`${name}\` among the others.` };
      return;
    }
    const names = new Set(landscape.autoscalersOf(workload).map(({ identity }) => identity.name));
    if (names.size < 2) return;
    const all = list([...names].map(code));
    yield { path, severity: 'error', found: `${workload.entity.title} is scaled by ${all}.` };
  },
};

const UNSCALABLE: ReadonlySet<string> = new Set(['DaemonSet', 'Job', 'CronJob', 'Pod']);
