import { code, list } from '../report/words';
import type { WorkloadRule } from '../rule';

/** A name in a manifest is a name that nobody updates. */
export const noHostAliases: WorkloadRule = {
  id: 'no-host-aliases',
  about: 'workload',
  severity: 'info',
  title: 'Names come from DNS',
  consequence: 'When the address changes, this Pod alone goes on calling the old one, past DNS and past every Service.',
  fix: 'Make a Service for the name, with `externalName` or an EndpointSlice of its address.',
  see: 'https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/',
  *check({ spec, specPath }) {
    for (const [position, { hostnames = [], ip }] of (spec.hostAliases ?? []).entries()) {
      if (/^127\.|^::1$/.test(ip)) continue;
      const names = list(hostnames.map(code));
      yield {
        path: specPath.child('hostAliases').index(position),
        found: `${names || 'No name'} is \`${ip}\` for this Pod.`,
      };
    }
  },
};
