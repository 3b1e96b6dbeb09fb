import { FieldPath } from '../../lib/kube/field-path';
import { fieldOf, listOf, textOf, type Entity } from '../entity';
import { runningContainers } from '../knowledge/role';
import { portsOf } from '../knowledge/service-port';
import type { Landscape } from '../landscape';
import { code, list } from '../report/words';
import type { ObjectRule } from '../rule';
import { readSelector, selectsLabels } from '../selector';

/** What nobody is asked for is missing without a sound. */
export const validMonitor: ObjectRule = {
  id: 'valid-monitor',
  about: 'object',
  kinds: ['PodMonitor', 'ServiceMonitor'],
  severity: 'warning',
  title: 'Monitors find what they are to ask',
  consequence: 'The metrics are missing, and so are the alarms that are made of them.',
  fix: 'Write the labels of the Service (for a PodMonitor, of the Pods) into the selector, and the name of one of its ports into `port`.',
  see: 'https://prometheus-operator.dev/docs/developer/getting-started/',
  *check(monitor, landscape) {
    // Elsewhere there is more than what is reviewed here.
    if (!isApi(monitor) || monitor.read('spec', 'namespaceSelector') !== undefined) return;
    const selector = monitor.read('spec', 'selector');
    if (readSelector(selector) === undefined) return;
    const isOfPods = monitor.identity.kind === 'PodMonitor';
    const { among, found } = isOfPods ? podsFor(monitor, landscape) : servicesFor(monitor, landscape);
    if (among === 0) return;
    if (found.length === 0) {
      const what = isOfPods ? 'Pods' : 'Services';
      yield { path: SPEC.child('selector'), found: `The selector finds none of the ${what} of the namespace here.` };
      return;
    }
    const names = found.flatMap((ports) => [...ports]);
    const field = isOfPods ? 'podMetricsEndpoints' : 'endpoints';
    for (const [position, endpoint] of listOf(monitor.read('spec', field)).entries()) {
      const port = textOf(fieldOf(endpoint, 'port'));
      if (port === '' || names.includes(port)) continue;
      const there = names.length === 0 ? 'none has a name' : `there is ${list(names.map(code))}`;
      yield {
        path: SPEC.child(field).index(position).child('port'),
        found: `Nothing that the selector finds has a port named \`${port}\`; ${there}.`,
      };
    }
  },
};

const SPEC = FieldPath.of('spec');

interface Targets {
  /** How many there are to choose from. */
  readonly among: number;
  /** The names of the ports of each that is chosen. */
  readonly found: readonly (readonly string[])[];
}

function isApi({ identity }: Entity): boolean {
  return identity.apiVersion.startsWith('monitoring.coreos.com/');
}

function servicesFor(monitor: Entity, landscape: Landscape): Targets {
  const services = landscape.beside('Service', monitor);
  const found = services
    .filter(({ labels }) => selectsLabels(monitor.read('spec', 'selector'), labels))
    .map((service) => portsOf(service).flatMap((port) => port?.name ?? []));
  return { among: services.length, found };
}

function podsFor(monitor: Entity, landscape: Landscape): Targets {
  const found = landscape
    .selected(monitor.read('spec', 'selector'), monitor)
    .map((workload) =>
      runningContainers(workload).flatMap(({ container }) => (container.ports ?? []).flatMap(({ name }) => name ?? [])),
    );
  return { among: landscape.workloadsBeside(monitor).length, found };
}
