import type { ServicePort, ServiceSpec } from '../api/service';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { isLabelKey } from './label';
import { checkDnsLabel, checkPortName } from './name-checks';
import { checkPortNumber } from './value-checks';

const PROTOCOLS: readonly string[] = ['SCTP', 'TCP', 'UDP'];

/**
 * Judges the ports of a Service: names, numbers and protocols.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
 */
export function validateServicePorts(problems: ProblemList, spec: ServiceSpec, path: FieldPath): void {
  const { clusterIP, ports = [], type } = spec;
  const place = path.child('ports');
  if (ports.length === 0 && clusterIP !== 'None' && type !== 'ExternalName') {
    problems.required('service-ports', place, 'a Service with an address has at least one port');
  }
  const names = new Set<string>();
  ports.forEach((port, position) => {
    validatePort(problems, port, place.index(position));
    validateName(problems, port.name ?? '', ports.length > 1, names, place.index(position).child('name'));
  });
  validateNodePorts(problems, ports, place, type);
  findDuplicates(problems, ports, place);
}

function validatePort(problems: ProblemList, port: Partial<ServicePort>, path: FieldPath): void {
  const { appProtocol, port: number = 0, protocol = '', targetPort = 0 } = port;
  checkPortNumber(problems, number, path.child('port'));
  if (!PROTOCOLS.includes(protocol)) {
    problems.notSupported('port-protocol', path.child('protocol'), protocol, PROTOCOLS);
  }
  if (typeof targetPort === 'number') checkPortNumber(problems, targetPort, path.child('targetPort'));
  else checkPortName(problems, targetPort, path.child('targetPort'));
  if (appProtocol !== undefined && !isLabelKey(appProtocol)) {
    const detail = 'a protocol is written as name or example.com/name';
    problems.invalid('app-protocol', path.child('appProtocol'), appProtocol, detail);
  }
}

function validateName(
  problems: ProblemList,
  name: string,
  isNeeded: boolean,
  names: Set<string>,
  path: FieldPath,
): void {
  if (name === '') {
    if (isNeeded) problems.required('service-port-name', path, 'ports have names where there are several');
    return;
  }
  checkDnsLabel(problems, name, path);
  if (names.has(name)) problems.duplicate('service-port-name', path, name, 'port names are unique in a Service');
  names.add(name);
}

/** Which node ports a cluster gives out is its own affair, but a port it must be. */
function validateNodePorts(
  problems: ProblemList,
  ports: readonly ServicePort[],
  path: FieldPath,
  type: string | undefined,
): void {
  const taken = new Set<string>();
  ports.forEach(({ nodePort = 0, protocol = '' }, position) => {
    if (nodePort === 0) return;
    const place = path.index(position).child('nodePort');
    if (type === 'ClusterIP') {
      problems.forbidden('node-port', place, 'may not be set where type is "ClusterIP"');
    } else {
      checkPortNumber(problems, nodePort, place);
    }
    const key = `${protocol}/${nodePort}`;
    if (taken.has(key)) problems.duplicate('node-port', place, nodePort, 'a node port serves one port of a protocol');
    taken.add(key);
  });
}

function findDuplicates(problems: ProblemList, ports: readonly ServicePort[], path: FieldPath): void {
  if (ports.length < 2) return;
  const taken = new Set<string>();
  ports.forEach(({ port, protocol = '' }, position) => {
    const key = `${protocol}/${port}`;
    if (taken.has(key))
      problems.duplicate(
        'duplicate-service-port',
        path.index(position),
        { port, protocol },
        'a port stands once for each protocol',
      );
    taken.add(key);
  });
}
