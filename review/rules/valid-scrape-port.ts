import { runningContainers } from '../knowledge/role';
import { titleOfPort } from '../knowledge/serving';
import type { WorkloadRule } from '../rule';

/** Prometheus asks the port of the annotation, whoever listens there. */
export const validScrapePort: WorkloadRule = {
  id: 'valid-scrape-port',
  about: 'workload',
  severity: 'warning',
  title: 'Metrics are fetched from a port that there is',
  consequence: 'The metrics are missing, and so are the alarms that are made of them.',
  fix: 'Write the number of a port of a container into `prometheus.io/port`.',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
  *check(workload) {
    const { annotations = {} } = workload.metadata;
    const number = annotations['prometheus.io/port'];
    const ports = runningContainers(workload).flatMap(({ container }) => container.ports ?? []);
    if (number === undefined || annotations['prometheus.io/scrape'] === 'false' || ports.length === 0) return;
    if (OF_A_MESH.has(number) || ports.some(({ containerPort }) => String(containerPort) === number)) return;
    yield {
      path: workload.path.child('metadata').child('annotations').key('prometheus.io/port'),
      found: `No container has port ${number}; there is ${ports.map(titleOfPort).join(', ')}.`,
    };
  },
};

/** Istio's agent and control plane serve their metrics on ports that no container lists. */
const OF_A_MESH: ReadonlySet<string> = new Set(['15014', '15020', '15090']);
