import { Construct } from 'constructs';
import { isRecord } from '../kube/is-record';
import type { PodModel } from '../pod/model';
import type { Workload } from '../workloads/workload';
import type { PlusModule } from './plus-module';

/**
 * One of our owners with the methods and fields that cdk8s-plus reads of its own workloads. It stands below the owner in
 * the tree, so that the policies that `connections` makes have a place.
 */
export class PlusView extends Construct {
  /** The view of an owner; each module has one of its own. */
  static of(owner: Workload, plus: PlusModule): PlusView {
    const views = VIEWS.get(owner) ?? new Map<PlusModule, PlusView>();
    VIEWS.set(owner, views);
    const view = views.get(plus) ?? new PlusView(owner, views.size === 0 ? 'plus' : `plus-${views.size + 1}`, plus);
    views.set(plus, view);
    return view;
  }

  readonly connections: object;
  hasAutoscaler = false;

  private constructor(
    private readonly owner: Workload,
    id: string,
    private readonly plus: PlusModule,
  ) {
    super(owner, id);
    this.connections = new plus.PodConnections(this as never);
  }

  get name(): string {
    return this.owner.name;
  }

  get kind(): string {
    return this.owner.kind;
  }

  get apiVersion(): string {
    return this.owner.apiVersion;
  }

  get metadata(): Workload['metadata'] {
    return this.owner.metadata;
  }

  get containers(): readonly SeenContainer[] {
    return containersOf(this.owner.pod.model);
  }

  toPodSelectorConfig(): object {
    const { selector, kind, metadata } = this.owner;
    if (Object.keys(selector).length === 0) throw new Error(`no labels select the Pods of a ${kind}`);
    const namespaces = metadata.namespace === undefined ? {} : { namespaces: { names: [metadata.namespace] } };
    return { labelSelector: this.plus.LabelSelector.of({ labels: { ...selector } }), ...namespaces };
  }

  toNetworkPolicyPeerConfig(): object {
    return { podSelector: this.toPodSelectorConfig() };
  }

  toPodSelector(): this {
    return this;
  }

  toSubjectConfiguration(): object {
    const { podSpec, kind, name, metadata } = this.owner;
    const account = podSpec['serviceAccountName'];
    if (typeof account !== 'string') {
      throw new Error(`${kind} ${name} has no account to give a role to: call serviceAccount() on it before`);
    }
    // Their own workloads leave the namespace out, which the API server demands of an account.
    const namespace = metadata.namespace === undefined ? {} : { namespace: metadata.namespace };
    return { kind: 'ServiceAccount', name: account, apiGroup: '', ...namespace };
  }

  markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  toScalingTarget(): object {
    const { kind, apiVersion, name, replicas } = this.owner;
    return { kind, apiVersion, name, containers: this.containers, ...(replicas === undefined ? {} : { replicas }) };
  }
}

const VIEWS = new WeakMap<Workload, Map<PlusModule, PlusView>>();

/** What cdk8s-plus reads of a container. */
interface SeenContainer {
  readonly name: string;
  readonly ports: readonly { readonly number: unknown; readonly name: unknown; readonly protocol: unknown }[];
  readonly resources: Readonly<Record<string, { readonly request: unknown; readonly limit: unknown }>>;
}

function containersOf({ containers }: PodModel): readonly SeenContainer[] {
  return containers
    .filter(({ role }) => role !== 'init')
    .map(({ name, container: { ports, resources } }) => {
      const listed = Array.isArray(ports) ? (ports as readonly unknown[]).filter(isRecord) : [];
      const { requests, limits } = isRecord(resources) ? resources : {};
      const amounts = (resource: string) => ({
        request: isRecord(requests) ? requests[resource] : undefined,
        limit: isRecord(limits) ? limits[resource] : undefined,
      });
      return {
        name,
        ports: listed.map(({ containerPort, name: port, protocol }) => ({
          number: containerPort,
          name: port,
          protocol,
        })),
        resources: { cpu: amounts('cpu'), memory: amounts('memory') },
      };
    });
}
