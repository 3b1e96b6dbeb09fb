import { FieldPath } from '../../lib/kube/field-path';
import { textOf, textsOf } from '../entity';
import { isHeadless } from '../knowledge/traffic';
import type { WorkloadRule } from '../rule';
import { selectsLabels } from '../selector';

/** Pods of a StatefulSet have names, and a headless Service makes them known. */
export const requireGoverningService: WorkloadRule = {
  id: 'require-governing-service',
  about: 'workload',
  severity: 'warning',
  title: 'A StatefulSet has a headless Service that names its Pods',
  consequence: 'There is no DNS name for each Pod, by which its members and clients would find this one and no other.',
  fix: 'Write `serviceName` with the name of a Service with `clusterIP: None` and the labels of the Pods.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  *check(workload, landscape) {
    const { entity } = workload;
    if (workload.kind !== 'StatefulSet') return;
    const path = FieldPath.of('spec').child('serviceName');
    const name = textOf(entity.read('spec', 'serviceName'));
    if (name === '') {
      yield { path, severity: 'info', found: 'The StatefulSet names no Service.' };
      return;
    }
    const service = landscape.find('Service', name, entity);
    if (service === undefined) {
      // It may be in the cluster all the same.
      if (landscape.servicesOf(workload).length === 0) return;
      yield { path, found: `Service \`${name}\` is not among those that select the Pods.` };
    } else if (!selectsLabels({ matchLabels: textsOf(service.read('spec', 'selector')) }, workload.podLabels)) {
      yield { path, severity: 'error', found: `Service \`${name}\` does not select the Pods of the StatefulSet.` };
    } else if (!isHeadless(service)) {
      yield { path, severity: 'info', found: `Service \`${name}\` has an address of its own and names no single Pod.` };
    }
  },
};
