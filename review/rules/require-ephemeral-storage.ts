import { parseQuantity, QuantityValue, tryQuantity } from '../../lib/kube/quantity';
import type { WorkloadRule } from '../rule';

/** Files on the node's disk are planned like memory, if somebody says how many. */
export const requireEphemeralStorage: WorkloadRule = {
  id: 'require-ephemeral-storage',
  about: 'workload',
  severity: 'info',
  title: 'Pods that fill disks request ephemeral-storage',
  consequence:
    'The scheduler does not know of the files, and when the disk of the node runs full, Pods that fill it are evicted.',
  fix: 'Write `resources.requests.ephemeral-storage` for the container that fills the volume.',
  see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#local-ephemeral-storage',
  *check(workload) {
    const { spec, specPath } = workload;
    const total = (spec.volumes ?? []).reduce((sum, { emptyDir }) => {
      const limit = emptyDir?.medium === 'Memory' ? undefined : tryQuantity(emptyDir?.sizeLimit ?? '');
      return limit === undefined ? sum : sum.plus(limit);
    }, QuantityValue.zero);
    if (total.compare(NOTABLE) <= 0) return;
    const requested = workload.resources.requests.get('ephemeral-storage')?.amount ?? QuantityValue.zero;
    if (requested.sign() > 0) return;
    yield {
      path: specPath.child('volumes'),
      found: `The emptyDir volumes may take ${total.toString()} of the node's disk, and no container requests ephemeral-storage.`,
    };
  },
};

/** So much every node has to spare. */
const NOTABLE = parseQuantity('4Gi');
