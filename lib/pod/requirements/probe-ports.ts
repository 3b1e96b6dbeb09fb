import type { Container } from '../../kube/api/container';
import type { PodSpec } from '../../kube/api/pod';
import { containersOf } from '../../kube/containers';
import type { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';

/** Probes and hooks aim at ports that their own container declares: another name is never found, at run time. */
export function requireKnownProbePorts(spec: PodSpec, list: ProblemList): void {
  for (const { container, path } of containersOf(spec)) {
    for (const [field, handler] of handlersOf(container, path)) {
      requireKnown(container, handler.httpGet?.port, field.child('httpGet').child('port'), list);
      requireKnown(container, handler.tcpSocket?.port, field.child('tcpSocket').child('port'), list);
      requireKnown(container, handler.grpc?.port, field.child('grpc').child('port'), list);
    }
  }
}

type Handler = Pick<NonNullable<Container['livenessProbe']>, 'httpGet' | 'tcpSocket' | 'grpc'>;

function handlersOf(container: Container, path: FieldPath): readonly (readonly [FieldPath, Handler])[] {
  const { startupProbe, readinessProbe, livenessProbe, lifecycle = {} } = container;
  const { postStart, preStop } = lifecycle;
  const handlers: [FieldPath, Handler][] = [];
  if (startupProbe != null) handlers.push([path.child('startupProbe'), startupProbe]);
  if (readinessProbe != null) handlers.push([path.child('readinessProbe'), readinessProbe]);
  if (livenessProbe != null) handlers.push([path.child('livenessProbe'), livenessProbe]);
  if (postStart != null) handlers.push([path.child('lifecycle').child('postStart'), postStart]);
  if (preStop != null) handlers.push([path.child('lifecycle').child('preStop'), preStop]);
  return handlers;
}

function requireKnown(
  { name, ports = [] }: Container,
  port: string | number | undefined,
  path: FieldPath,
  list: ProblemList,
): void {
  if (port === undefined || ports.some((known) => known.name === port || known.containerPort === port)) return;
  const names = ports.map((known) => known.name ?? String(known.containerPort)).join(', ');
  const detail = `the ports of container ${name} are ${names === '' ? 'none' : names}`;
  list.notFound('unknown-port', path, port, detail, { ours: true });
}
