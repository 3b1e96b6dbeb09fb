import { FieldPath } from '../../lib/kube/field-path';
import { runningContainers } from '../knowledge/role';
import { titleOfPort } from '../knowledge/serving';
import { backendsOf, leadsTo, portsOf } from '../knowledge/service-port';
import { isHeadless } from '../knowledge/traffic';
import type { ObjectRule } from '../rule';
import type { Workload } from '../workload';

/** A name is looked up in each Pod, a number is taken as it is. */
export const validTargetPort: ObjectRule = {
  id: 'valid-target-port',
  about: 'object',
  kinds: ['Service'],
  severity: 'warning',
  title: 'Ports of a Service lead to ports of its Pods',
  consequence: 'Connections to this port are refused, although the Pods are ready.',
  fix: 'Write the name of a port of the container into `targetPort`.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  *check(service, landscape) {
    const backends = backendsOf(service, landscape);
    for (const [position, port] of portsOf(service).entries()) {
      // Who finds a Pod by a headless Service calls whatever port it likes.
      if (port === undefined || (typeof port.target === 'number' && isHeadless(service))) continue;
      for (const workload of backends) {
        if (leadsTo(port, workload) !== 'no') continue;
        const isNamed = typeof port.target === 'string';
        const title = isNamed ? `called \`${port.target}\`` : String(port.target);
        yield {
          path: FieldPath.of('spec').child('ports').index(position).child('targetPort'),
          ...(isNamed && { severity: 'error' }),
          found: `No container of ${workload.entity.title} has a ${port.protocol} port ${title}${portsText(workload)}.`,
        };
      }
    }
  },
};

function portsText(workload: Workload): string {
  const ports = runningContainers(workload).flatMap(({ container }) => container.ports ?? []);
  return ports.length === 0 ? '' : `; there is ${ports.map(titleOfPort).join(', ')}`;
}
