import type { ContainerPort } from '../../api/container';
import type { PlacedContainer } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';

interface PlacedPort {
  readonly port: ContainerPort;
  readonly path: FieldPath;
}

/** Ports of containers that run together and name or number the same, and host addresses without a host port. */
export function warnOfPorts(warnings: ProblemList, containers: readonly PlacedContainer[]): void {
  const earlier: PlacedPort[] = [];
  for (const placed of placedPorts(containers)) {
    const { port } = placed;
    if (port.hostIP && !port.hostPort) {
      warnings.invalid('host-ip-alone', placed.path, port.hostIP, 'hostIP does nothing without hostPort');
    }
    const named = earlier.find((other) => port.name && other.port.name === port.name);
    if (named !== undefined) {
      const detail = `Services and probes take this name for the port at ${named.path.toString()}`;
      warnings.duplicate('repeated-port-name', placed.path, port.name, detail);
    }
    for (const other of earlier.filter((candidate) => isSamePort(candidate.port, port))) {
      const clash = clashOf(port, other.port);
      if (clash === undefined) continue;
      warnings.duplicate('repeated-port', placed.path, port.containerPort, `${clash} ${other.path.toString()}`);
    }
    earlier.push(placed);
  }
}

function placedPorts(containers: readonly PlacedContainer[]): PlacedPort[] {
  const ports: PlacedPort[] = [];
  for (const { container, role, path } of containers) {
    if (role === 'init') continue;
    container.ports?.forEach((port, position) => {
      ports.push({ port, path: path.child('ports').index(position) });
    });
  }
  return ports;
}

function isSamePort(one: ContainerPort, other: ContainerPort): boolean {
  return one.containerPort === other.containerPort && (one.protocol || 'TCP') === (other.protocol || 'TCP');
}

function clashOf(port: ContainerPort, other: ContainerPort): string | undefined {
  const [hostPort, otherHostPort] = [port.hostPort ?? 0, other.hostPort ?? 0];
  const [hostIP, otherHostIP] = [port.hostIP ?? '', other.hostIP ?? ''];
  if (hostPort === otherHostPort && hostIP === otherHostIP) return 'repeats the port at';
  if (hostPort === 0 || otherHostPort === 0) return 'overlaps the port at';
  const oneIsAny = (hostIP === '') !== (otherHostIP === '');
  return hostPort === otherHostPort && oneIsAny ? 'is on every address of the node, like the port at' : undefined;
}
