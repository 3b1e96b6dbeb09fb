import type { ContainerPort } from '../../lib/kube/api/container';
import { groupedBy } from '../../lib/kube/groups';
import { textOf, type Entity } from '../entity';
import { portsOf as servicePortsOf } from '../knowledge/service-port';
import type { ReviewedContainer } from '../workload';
import type { Action } from './probe-words';
import { nameOf, type Subject } from './subject';
import { code, list, sentences } from './words';

/** A port that a container declares. */
export interface PortReport {
  readonly container: string;
  readonly path: string;
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
  /** The port of the node that it takes. */
  readonly hostPort?: number;
  /** The probes and hooks that use it. */
  readonly usedBy: readonly string[];
  /** What sends traffic to it from outside the Pod. */
  readonly services: readonly ServiceTarget[];
}

/** A port of a Service that leads into a Pod. */
export interface ServiceTarget {
  readonly service: string;
  readonly type: string;
  readonly port: number;
  readonly targetPort: number | string;
  readonly protocol: string;
  readonly nodePort?: number;
  /** The Ingresses and routes that send traffic to the Service: `Ingress shop`. */
  readonly routes: readonly string[];
}

/** Where a Pod can be reached. */
export interface PortsReport {
  readonly ports: readonly PortReport[];
  /** Ports of Services that lead to no declared port of the Pod. */
  readonly undeclared: readonly ServiceTarget[];
  readonly sentences: readonly string[];
}

/** The ports of a workload, and who reaches them from outside the Pod. */
export function portsOf(subject: Subject): PortsReport {
  const targets = subject.services.flatMap((service) => targetsOf(service, subject));
  const declared = subject.running.flatMap((placed) =>
    (placed.container.ports ?? []).map((port, position): PortReport => ({
      container: nameOf(placed),
      path: placed.path.child('ports').index(position).toString(),
      ...(port.name !== undefined && { name: port.name }),
      port: port.containerPort,
      protocol: port.protocol ?? 'TCP',
      ...hostPortOf(port, subject.spec.hostNetwork === true),
      usedBy: usersOf(placed, port.name, port.containerPort),
      services: targets.filter((target) => leadsTo(target, port.name, port.containerPort, port.protocol ?? 'TCP')),
    })),
  );
  const undeclared = targets.filter((target) => declared.every(({ services }) => !services.includes(target)));
  return {
    ports: declared,
    undeclared,
    sentences: sentences(
      ...declared.filter(isReached).map(portText),
      unreachedText(declared.filter((port) => !isReached(port))),
      ...undeclared.map(undeclaredText),
      ...silentText(subject, declared),
    ),
  };
}

/** A port with its name, as a person says it: `` `http` (8080) ``. */
export function portName({ name, port, protocol }: Pick<PortReport, 'name' | 'port' | 'protocol'>): string {
  const number = protocol === 'TCP' ? `${port}` : `${port}/${protocol}`;
  return name === undefined ? code(number) : `${code(name)} (${number})`;
}

/** On the node's own network every port of a container is one of the node. */
function hostPortOf({ containerPort, hostPort }: ContainerPort, isOnHost: boolean): { readonly hostPort?: number } {
  const port = hostPort || (isOnHost ? containerPort : 0);
  return port === 0 ? {} : { hostPort: port };
}

function targetsOf(service: Entity, { around }: Subject): ServiceTarget[] {
  const routes = around.routesTo(service).map(({ identity }) => `${identity.kind} ${identity.name}`);
  const isHeadless = service.read('spec', 'clusterIP') === 'None';
  const type = isHeadless ? 'headless' : textOf(service.read('spec', 'type')) || 'ClusterIP';
  return servicePortsOf(service).flatMap((each) => {
    if (each === undefined) return [];
    const { nodePort, port, protocol, target: targetPort } = each;
    const common = { service: service.identity.name, type, port, targetPort, protocol, routes };
    return [nodePort === undefined ? common : { ...common, nodePort }];
  });
}

function leadsTo(target: ServiceTarget, name: string | undefined, port: number, protocol: string): boolean {
  return (
    target.protocol === protocol && (target.targetPort === port || (name !== undefined && target.targetPort === name))
  );
}

function usersOf({ container }: ReviewedContainer, name: string | undefined, port: number): string[] {
  const actions: Readonly<Record<string, Action | undefined>> = {
    startupProbe: container.startupProbe,
    readinessProbe: container.readinessProbe,
    livenessProbe: container.livenessProbe,
    postStart: container.lifecycle?.postStart,
    preStop: container.lifecycle?.preStop,
  };
  return Object.entries(actions).flatMap(([user, action]) => {
    const used = action?.httpGet?.port ?? action?.tcpSocket?.port ?? action?.grpc?.port;
    return used !== undefined && (used === port || used === name) ? [user] : [];
  });
}

function isReached({ hostPort, services }: PortReport): boolean {
  return services.length > 0 || hostPort !== undefined;
}

function portText(port: PortReport): string {
  const from = port.services.map((target) => serviceText(target));
  const node = port.hostPort === undefined ? [] : [`port ${port.hostPort} of its node`];
  const probes = port.usedBy.length === 0 ? '' : `, ${askedText(port)}`;
  return `${code(port.container)} declares port ${portName(port)}${probes}, reached through ${list([...from, ...node])}`;
}

/** The ports that only the Pod itself and whoever knows its address use, container by container, in one sentence. */
function unreachedText(ports: readonly PortReport[]): string | undefined {
  if (ports.length === 0) return undefined;
  const containers = [...groupedBy(ports, ({ container }) => container)].map(
    ([container, own]) =>
      `${code(container)} declares ${own.length === 1 ? 'port' : 'ports'} ${list(own.map(unreachedName))}`,
  );
  return `${containers.join('; ')}; no Service among these objects leads to ${ports.length === 1 ? 'it' : 'any of them'}`;
}

function unreachedName(port: PortReport): string {
  const name = portName(port);
  if (port.usedBy.length === 0) return name;
  return name.endsWith(')') ? `${name.slice(0, -1)}, ${askedText(port)})` : `${name} (${askedText(port)})`;
}

function askedText({ usedBy }: PortReport): string {
  return `asked by its ${list(usedBy.map((user) => `\`${user}\``))}`;
}

function serviceText({ nodePort, port, routes, service, type }: ServiceTarget): string {
  const node = nodePort === undefined ? '' : ` and port ${nodePort} of every node`;
  const outside =
    routes.length === 0 ? '' : `, to which ${list(routes.map(code))} ${routes.length === 1 ? 'leads' : 'lead'}`;
  return `Service ${code(service)} (${type}, port ${port}${node})${outside}`;
}

function undeclaredText({ port, service, targetPort }: ServiceTarget): string {
  return typeof targetPort === 'number'
    ? `port ${port} of Service ${code(service)} leads to port ${targetPort}, which no container declares`
    : `port ${port} of Service ${code(service)} leads nowhere: no container has a port named ${code(targetPort)}`;
}

function silentText({ running }: Subject, declared: readonly PortReport[]): string[] {
  return declared.length === 0 && running.length > 0
    ? ['no container declares a port; one that is not declared can be reached all the same']
    : [];
}
