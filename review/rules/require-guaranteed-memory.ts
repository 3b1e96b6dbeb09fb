import { tryQuantity } from '../../lib/kube/quantity';
import { isDataStore, knownProgramIn } from '../knowledge/known-program';
import type { ContainerRule } from '../rule';

/** A store that is evicted comes back empty or slow. */
export const requireGuaranteedMemory: ContainerRule = {
  id: 'require-guaranteed-memory',
  about: 'container',
  severity: 'warning',
  title: 'Databases and queues own the memory that they use',
  consequence:
    'When the node runs short of memory, the store is evicted for using more than it requested, and everything that depends on it stops.',
  fix: 'Set `resources.requests.memory` to the same amount as `resources.limits.memory`.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction',
  *check({ container: { image, resources }, path, role }, { kind }) {
    const program = knownProgramIn(image);
    if (role === 'ephemeral' || kind === 'Job' || kind === 'CronJob') return;
    if (!isDataStore(program) || program.kind === 'cache') return;
    const request = tryQuantity(resources?.requests?.['memory'] ?? '');
    const limit = tryQuantity(resources?.limits?.['memory'] ?? '');
    if (request === undefined || limit === undefined || limit.compare(request) <= 0) return;
    yield {
      path: path.child('resources').child('requests').child('memory'),
      found: `\`${program.name}\` requests ${request.toString()} of memory and may use ${limit.toString()}.`,
    };
  },
};
