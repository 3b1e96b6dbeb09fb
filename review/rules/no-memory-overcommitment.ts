import { parseQuantity, tryQuantity } from '../../lib/kube/quantity';
import type { ContainerRule } from '../rule';

/** Memory that is promised to several at once cannot be taken back. */
export const noMemoryOvercommitment: ContainerRule = {
  id: 'no-memory-overcommitment',
  about: 'container',
  severity: 'warning',
  title: 'Memory limits stay near their requests',
  consequence:
    'The node is planned by the request and filled up to the limit; when several containers grow at once, the kernel kills one of them.',
  fix: 'Raise the request to what the container uses when it is busy, or lower the limit to twice the request.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction',
  *check({ container: { resources }, path, role }) {
    if (role === 'ephemeral' || role === 'init') return;
    const { limits, requests } = resources ?? {};
    const request = tryQuantity(requests?.['memory'] ?? '');
    const limit = tryQuantity(limits?.['memory'] ?? '');
    if (request === undefined || limit === undefined || request.sign() <= 0) return;
    if (limit.compare(request.times(4)) < 0 || limit.compare(request.plus(NOTABLE)) < 0) return;
    yield {
      path: path.child('resources').child('limits').child('memory'),
      found: `The memory limit is ${limit.toString()}, and only ${request.toString()} are requested.`,
    };
  },
};

const NOTABLE = parseQuantity('512Mi');
