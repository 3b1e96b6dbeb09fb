import { fieldOf, listOf, textOf, textsOf, type Entity } from '../entity';
import type { Landscape } from '../landscape';
import type { Workload } from '../workload';
import { isLongRunning, runningContainers } from './role';

/** A port of a Service, as far as it can be read. */
export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  /** Where it leads to in the Pods: a number, or the name of a port. */
  readonly target: number | string;
  readonly protocol: string;
  readonly nodePort?: number;
}

/** The ports of a Service; what is none keeps its place as undefined. */
export function portsOf(service: Entity): readonly (ServicePort | undefined)[] {
  return listOf(service.read('spec', 'ports')).map((written) => {
    const port = fieldOf(written, 'port');
    const target = fieldOf(written, 'targetPort') ?? port;
    const name = fieldOf(written, 'name');
    const nodePort = fieldOf(written, 'nodePort');
    if (!isNumber(port) || !(isNumber(target) || typeof target === 'string')) return undefined;
    return {
      port,
      target,
      protocol: textOf(fieldOf(written, 'protocol')) || 'TCP',
      ...(typeof name === 'string' && { name }),
      ...(isNumber(nodePort) && { nodePort }),
    };
  });
}

function isNumber(value: unknown): value is number {
  return Number.isInteger(value);
}

/** The workloads that a Service sends traffic to as long as they run. */
export function backendsOf(service: Entity, landscape: Landscape): readonly Workload[] {
  return landscape.selectedBy(textsOf(service.read('spec', 'selector')), service).filter(isLongRunning);
}

/**
 * Whether a port of a Service leads to a port of the Pods: `unsaid` for a number where no container lists its ports, for a
 * list of ports is no promise.
 */
export function leadsTo({ protocol, target }: ServicePort, workload: Workload): 'yes' | 'no' | 'unsaid' {
  const ports = runningContainers(workload).flatMap(({ container }) => container.ports ?? []);
  const isThere = ports.some(
    (port) => (port.protocol ?? 'TCP') === protocol && (port.name === target || port.containerPort === Number(target)),
  );
  if (isThere) return 'yes';
  return typeof target === 'number' && ports.length === 0 ? 'unsaid' : 'no';
}
