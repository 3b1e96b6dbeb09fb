import type { Container, ContainerPort } from '../api/container';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { checkPortName } from './name-checks';
import type { PodScope } from './pod-scope';
import { checkPortNumber, checkWord } from './value-checks';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** The ports of one container: names, numbers and protocols. */
export function validatePorts(problems: ProblemList, ports: readonly ContainerPort[], path: FieldPath): void {
  const names = new Set<string>();
  ports.forEach((port, position) => {
    const at = path.index(position);
    validatePortName(problems, port.name, names, at.child('name'));
    if (!port.containerPort) {
      problems.required('port-range', at.child('containerPort'), 'the port that the container listens on, 1 to 65535');
    } else {
      checkPortNumber(problems, port.containerPort, at.child('containerPort'));
    }
    if (port.hostPort) checkPortNumber(problems, port.hostPort, at.child('hostPort'));
    checkWord(problems, 'port-protocol', port.protocol, PROTOCOLS, at.child('protocol'));
  });
}

/**
 * Host ports that two ports ask for. The server compares all regular containers with one another, but each init
 * container with itself alone, and then names it by position 0.
 */
export function validateHostPorts(problems: ProblemList, containers: readonly Container[], path: FieldPath): void {
  const taken = new Set<string>();
  containers.forEach((container, position) => {
    (container.ports ?? []).forEach((port, portPosition) => {
      if (!port.hostPort) return;
      const address = `${port.protocol || 'TCP'}/${port.hostIP ?? ''}/${port.hostPort}`;
      if (taken.has(address)) {
        const at = path.index(position).child('ports').index(portPosition).child('hostPort');
        problems.duplicate('duplicate-host-port', at, address, 'a node gives a host port to one container port only');
      }
      taken.add(address);
    });
  });
}

/** On the host's network a container port is the host port; a template may leave it out, a Pod got it by default. */
export function validateHostNetworkPorts(scope: PodScope, path: FieldPath): void {
  if (scope.spec.hostNetwork !== true) return;
  (scope.spec.containers ?? []).forEach((container, position) => {
    const portsPath = path.child('containers').index(position).child('ports');
    (container.ports ?? []).forEach(({ hostPort, containerPort }, portPosition) => {
      if (!hostPort || hostPort === containerPort) return;
      const detail = `must be ${containerPort} like containerPort, because hostNetwork is true`;
      scope.problems.invalid('host-network-port', portsPath.index(portPosition).child('hostPort'), hostPort, detail);
    });
  });
}

function validatePortName(problems: ProblemList, name: string | undefined, names: Set<string>, path: FieldPath): void {
  if (!name) return;
  if (!checkPortName(problems, name, path)) return;
  if (names.has(name)) {
    problems.duplicate('duplicate-port-name', path, name, 'port names are unique in a container');
  }
  names.add(name);
}
