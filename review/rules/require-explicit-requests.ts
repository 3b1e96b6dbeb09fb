import { list } from '../report/words';
import type { ContainerRule } from '../rule';

/** A limit alone becomes the request, too. */
export const requireExplicitRequests: ContainerRule = {
  id: 'require-explicit-requests',
  about: 'container',
  severity: 'info',
  title: 'Requests are written beside limits',
  consequence:
    'The API server takes the limit for the request, and the scheduler sets aside on the node what the container may use at most.',
  fix: 'Write the request, too: the same amount where it is meant, and else what the program normally uses.',
  see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits',
  *check({ path, role, written }) {
    const { limits = {}, requests = {} } = written.resources ?? {};
    if (role === 'ephemeral') return;
    const alone = ['cpu', 'memory'].filter((name) => limits[name] !== undefined && requests[name] === undefined);
    if (alone.length === 0) return;
    const amounts = list(alone.map((name) => `${name} ${String(limits[name])}`));
    const found =
      alone.length === 1
        ? `The limit of ${amounts} has no request beside it.`
        : `The limits of ${amounts} have no requests beside them.`;
    yield { path: path.child('resources').child('requests'), found };
  },
};
