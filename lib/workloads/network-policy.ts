import type { Construct } from 'constructs';
import type { NetworkPolicyPeer, NetworkPolicyPort } from '../kube/api/network-policy';
import { FieldPath } from '../kube/field-path';
import { ProblemList } from '../kube/problem-list';
import type { Problem } from '../kube/problem';
import { fieldsArgument } from '../pod/argument';
import { isRecord } from '../kube/is-record';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import type { NamesOf, PodShape } from '../pod/shape';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import type { Selectable } from './service';

/** Who may talk to the Pods of a workload, and to whom they may talk; what is given denies all that it does not allow. */
export interface NetworkPolicyOptions<Shape extends PodShape> {
  /** Callers, and on which of the Pod's ports; an empty list lets nobody in. */
  readonly ingress?: readonly IngressRule<NamesOf<Shape['ports']>>[];
  /** Upstreams: {@link egressTo}, {@link clusterDns} or the API's own rules; an empty list lets nothing out. */
  readonly egress?: readonly EgressRule[];
  readonly metadata?: ObjectMetadata;
}

/** A workload of ours, or Pods and addresses in the API's own fields. */
export type Peer = Selectable<PodShape> | NetworkPolicyPeer;

/** Some callers, and the ports on which they may call. */
export interface IngressRule<PortName extends string> {
  readonly from?: readonly Peer[];
  /** By the Pod's own names, or in the API's own fields. @default all ports */
  readonly ports?: readonly (PortName | NetworkPolicyPort)[];
}

/** Some upstreams, and the ports on which they may be called. */
export interface EgressRule {
  readonly to?: readonly Peer[];
  /** @default all ports */
  readonly ports?: readonly NetworkPolicyPort[];
}

/** Traffic to a workload, on ports by the names that its Pod gives them. */
export function egressTo<Shape extends PodShape>(
  workload: Selectable<Shape>,
  ...ports: readonly NamesOf<Shape['ports']>[]
): EgressRule {
  return { to: [workload], ...(ports.length === 0 ? {} : { ports: ports.map((name) => namedPort(workload, name)) }) };
}

/** Traffic to the cluster's DNS, without which no name of a Service is found. */
export function clusterDns(): EgressRule {
  const to = [
    { namespaceSelector: inNamespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } },
  ];
  return {
    to,
    ports: [
      { port: 53, protocol: 'UDP' },
      { port: 53, protocol: 'TCP' },
    ],
  };
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Who may talk to the Pods of a workload, and to whom they may talk, where the cluster's network enforces it.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class NetworkPolicy<Shape extends PodShape = PodShape> extends Manifest {
  readonly #workload: Selectable<Shape>;
  readonly #spec: Taken<Fields>;
  readonly #problems: readonly Problem[];

  /** @throws TypeError where there is no workload that labels select, or neither direction is given. */
  constructor(
    scope: Construct,
    id: string,
    props: NetworkPolicyOptions<Shape> & { readonly workload: Selectable<Shape> },
  ) {
    const { metadata = {}, workload, ingress, egress, ...others } = fieldsArgument(`NetworkPolicy "${id}"`, props);
    const { selector, kind } = fieldsArgument(`the workload of NetworkPolicy "${id}"`, workload);
    if (Object.keys(selector).length === 0) throw new TypeError(`no labels select the Pods of a ${kind}`);
    if (ingress === undefined && egress === undefined) {
      throw new TypeError(`NetworkPolicy "${id}" needs ingress, egress or both: an empty list denies all`);
    }
    super(scope, id, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: id, ...metadata },
    });
    this.#workload = workload;
    const list = new ProblemList();
    const spec = {
      policyTypes: [...(ingress === undefined ? [] : ['Ingress']), ...(egress === undefined ? [] : ['Egress'])],
      ...(ingress === undefined ? {} : { ingress: ingress.map((rule, at) => this.ingressRule(rule, at, list)) }),
      ...(egress === undefined
        ? {}
        : { egress: egress.map(({ to, ...rest }, at) => ({ ...this.peers('to', to, at, list), ...rest })) }),
      ...others,
    };
    this.#spec = takeIn<Fields>(spec, FieldPath.of('spec'));
    this.#problems = list.problems;
  }

  protected override body(): ManifestBody {
    const { kind, name, selector } = this.#workload;
    return {
      fields: { spec: { podSelector: { matchLabels: selector }, ...this.#spec.value } },
      problems: [...this.#spec.problems, ...this.#problems],
      promise: `Lets through only the traffic of ${kind} ${name} that is listed here.`,
    };
  }

  private ingressRule({ from, ports, ...others }: IngressRule<string>, at: number, list: ProblemList): Fields {
    const path = FieldPath.of('spec').child('ingress').index(at).child('ports');
    const listed = ports?.map((port, position) => {
      if (typeof port !== 'string') return port;
      const known = portsOf(this.#workload);
      if (!known.some(({ name }) => name === port)) {
        const names = known.map(({ name }) => name).join(', ') || 'none';
        const detail = `the named ports of ${this.#workload.kind} ${this.#workload.name} are ${names}`;
        list.notFound('unknown-port', path.index(position).child('port'), port, detail, { ours: true });
      }
      return namedPort(this.#workload, port);
    });
    return { ...this.peers('from', from, at, list), ...(listed === undefined ? {} : { ports: listed }), ...others };
  }

  private peers(field: 'from' | 'to', peers: readonly Peer[] | undefined, at: number, list: ProblemList): Fields {
    if (peers === undefined) return {};
    const path = FieldPath.of('spec')
      .child(field === 'to' ? 'egress' : 'ingress')
      .index(at)
      .child(field);
    return { [field]: peers.map((peer, position) => this.peer(peer, path.index(position), list)) };
  }

  private peer(peer: Peer, path: FieldPath, list: ProblemList): NetworkPolicyPeer {
    if (!('selector' in peer)) return peer;
    const podSelector = { matchLabels: peer.selector };
    const { namespace } = peer.metadata;
    if (namespace === this.metadata.namespace) return { podSelector };
    if (Object.keys(peer.selector).length === 0) {
      list.invalid(
        'peer-selector',
        path.child('podSelector'),
        peer.name,
        `no labels select the Pods of this ${peer.kind}`,
        { ours: true },
      );
    }
    if (namespace !== undefined) return { namespaceSelector: inNamespace(namespace), podSelector };
    const detail = `whoever applies ${peer.kind} ${peer.name} chooses its namespace, so that it cannot be named here`;
    list.required('peer-namespace', path.child('namespaceSelector'), detail, { ours: true });
    return { podSelector };
  }
}

/** Kubernetes itself puts this label on every namespace. */
function inNamespace(name: string) {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}

function namedPort<Shape extends PodShape>(workload: Selectable<Shape>, port: string): NetworkPolicyPort {
  const { protocol } = portsOf(workload).find(({ name }) => name === port) ?? {};
  return { port, protocol: protocol ?? 'TCP' };
}

interface NamedPort {
  readonly name: string;
  readonly protocol?: NonNullable<NetworkPolicyPort['protocol']>;
}

function portsOf<Shape extends PodShape>({ pod }: Selectable<Shape>): readonly NamedPort[] {
  return pod.model.containers
    .filter(({ role }) => role !== 'init')
    .flatMap(({ container: { ports } }) => (Array.isArray(ports) ? (ports as readonly unknown[]) : []))
    .flatMap((port) => (isRecord(port) && typeof port['name'] === 'string' ? [port as unknown as NamedPort] : []));
}
