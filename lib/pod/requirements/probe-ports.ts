import type { Container } from '../../kube/api/container';
import type { PlacedContainer } from '../../kube/containers';
import type { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';

/** Probes and hooks aim at ports that their own container declares: another name is never found, at run time. */
export function requireKnownProbePorts(containers: readonly PlacedContainer[], list: ProblemList): void {
  for (const { container, path } of containers) {
    const { startupProbe, readinessProbe, livenessProbe, lifecycle } = container;
    requireKnownPorts(container, startupProbe, path, 'startupProbe', list);
    requireKnownPorts(container, readinessProbe, path, 'readinessProbe', list);
    requireKnownPorts(container, livenessProbe, path, 'livenessProbe', list);
    if (lifecycle == null) continue;
    requireKnownPorts(container, lifecycle.postStart, path.child('lifecycle'), 'postStart', list);
    requireKnownPorts(container, lifecycle.preStop, path.child('lifecycle'), 'preStop', list);
  }
}

type Handler = Pick<NonNullable<Container['livenessProbe']>, 'httpGet' | 'tcpSocket' | 'grpc'>;

function requireKnownPorts(
  container: Container,
  handler: Handler | undefined,
  path: FieldPath,
  field: string,
  list: ProblemList,
): void {
  if (handler == null) return;
  const refuseUnknown = (port: string | number | undefined, action: keyof Handler) => {
    if (port === undefined || isDeclared(container, port)) return;
    const names = (container.ports ?? []).map((known) => known.name ?? String(known.containerPort)).join(', ');
    const detail = `the ports of container ${container.name} are ${names === '' ? 'none' : names}`;
    list.notFound('unknown-port', path.child(field).child(action).child('port'), port, detail, { ours: true });
  };
  refuseUnknown(handler.httpGet?.port, 'httpGet');
  refuseUnknown(handler.tcpSocket?.port, 'tcpSocket');
  refuseUnknown(handler.grpc?.port, 'grpc');
}

function isDeclared({ ports = [] }: Container, port: string | number): boolean {
  return ports.some((known) => known.name === port || known.containerPort === port);
}
