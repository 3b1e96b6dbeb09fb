import type { Construct } from 'constructs';
import { withFields } from '../kube/alter';
import type { ServicePort, ServiceSpec } from '../kube/api/service';
import { fieldsArgument } from '../pod/argument';
import { FieldPath } from '../kube/field-path';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import { isRecord } from '../kube/is-record';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import type { AnyPod } from '../pod/pod';
import type { NamesOf, PodShape } from '../pod/shape';
import { trafficOf } from '../pod/traffic';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import { settingsOf } from './settings';

/** A port of the Service: its number, or the API's own fields; it leads to the Pod's port of the same name. */
export type ServicePortDetails = number | Omit<ServicePort, 'name' | 'targetPort'>;

type Fields = Readonly<Record<string, unknown>>;

/** Where a Service sends traffic, and on which ports it takes it. */
export interface ServiceProps<Shape extends PodShape> extends ServiceOptions<Shape> {
  /** Whose Pods get the traffic. They must say when they are ready. */
  readonly workload: Ready<Shape, Selectable<Shape>>;
}

/** On which ports a Service takes traffic, and the API's other fields. */
export interface ServiceOptions<Shape extends PodShape> extends Omit<ServiceSpec, 'selector' | 'ports'> {
  /** By the name of the Pod's port: `{ http: 80 }`. */
  readonly ports: { readonly [Name in NamesOf<Shape['ports']>]?: ServicePortDetails };
  readonly metadata?: ObjectMetadata;
}

/** Something whose Pods can be found by labels: a workload. */
export interface Selectable<Shape extends PodShape> {
  readonly kind: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly metadata: { readonly namespace?: string | undefined };
  readonly selector: Readonly<Record<string, string>>;
  readonly pod: AnyPod<Shape>;
}

/** The given thing, for Pods that say when they may get traffic; for others, a sentence that says what is missing. */
export type Ready<Shape extends PodShape, Thing> = Shape['ready'] extends false
  ? 'this Pod has no readinessProbe: a Service would send it traffic before it can serve'
  : Thing;

/**
 * A stable name and address for the Pods of a workload.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export class Service<Shape extends PodShape = PodShape> extends Manifest {
  readonly #workload: Selectable<Shape>;
  readonly #ports: Taken<Fields>;
  readonly #spec: Taken<Fields>;

  /** @throws TypeError where there are no ports, or no workload that has Pods. */
  constructor(scope: Construct, id: string, props: ServiceProps<Shape>) {
    const { metadata = {}, workload, ports, ...spec } = fieldsArgument(`Service "${id}"`, props);
    fieldsArgument(`the ports of Service "${id}"`, ports);
    fieldsArgument(`the workload of Service "${id}"`, workload as Selectable<Shape>);
    super(scope, id, { apiVersion: 'v1', kind: 'Service', metadata: { name: id, ...metadata } });
    // The other branch of the type is a sentence that no caller can pass.
    this.#workload = workload as Selectable<Shape>;
    this.#ports = takeIn<Fields>(ports, FieldPath.of('spec').child('ports'));
    this.#spec = takeIn<Fields>(spec, FieldPath.of('spec'));
  }

  /** The name by which Pods of any namespace of the cluster reach the Service. */
  get host(): string {
    return `${this.name}.${this.metadata.namespace ?? 'default'}.svc`;
  }

  /** Its ports by name and number. */
  get ports(): readonly { readonly name: string; readonly port: number }[] {
    return Object.entries(this.#ports.value).map(([name, details]) => {
      const { port } = servicePort(name, details);
      return { name, port: typeof port === 'number' ? port : 0 };
    });
  }

  protected override body(): ManifestBody {
    const written = settingsOf(this).explicit ? { type: 'ClusterIP' } : {};
    const list = Object.entries(this.#ports.value).map(([name, port]) => servicePort(name, port));
    const { selector, kind, name } = this.#workload;
    return {
      fields: { spec: withFields(written, withFields(this.#spec.value, { selector, ports: list })) },
      problems: [...this.#spec.problems, ...this.#ports.problems, ...unfitFor(list, this.#workload)],
      promise: `Sends traffic to the ready Pods of ${kind} ${name}.`,
    };
  }
}

/** What the compiler refuses, for names that it does not know. */
function unfitFor<Shape extends PodShape>(ports: readonly Fields[], workload: Selectable<Shape>): Problem[] {
  const { kind, name, pod } = workload;
  const list = new ProblemList();
  const { ports: known, saysWhenReady } = trafficOf(pod.model);
  for (const [position, { targetPort }] of ports.entries()) {
    if (known.includes(String(targetPort))) continue;
    const field = FieldPath.of('spec').child('ports').index(position).child('targetPort');
    const names = known.length === 0 ? 'none' : known.join(', ');
    list.notFound('unknown-port', field, targetPort, `the named ports of ${kind} ${name} are ${names}`, { ours: true });
  }
  if (!saysWhenReady) {
    const detail = `the Pods of ${kind} ${name} have no readinessProbe and would get traffic before they can serve`;
    list.invalid('readiness-required', FieldPath.of('spec').child('selector'), name, detail, { ours: true });
  }
  return list.problems;
}

function servicePort(name: string, port: unknown): Fields {
  const details = isRecord(port) ? port : { port };
  return { protocol: 'TCP', ...details, name, targetPort: name };
}
