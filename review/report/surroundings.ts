import { addTo, keyOf } from '../../lib/kube/groups';
import { fieldOf, listOf, textOf, type Entity } from '../entity';
import { spaceOf, type Landscape } from '../landscape';
import type { Workload } from '../workload';

/** A PodDisruptionBudget with the workloads whose Pods it counts. */
export interface Budget {
  readonly entity: Entity;
  readonly selected: readonly Workload[];
}

/** What the other reviewed objects say of a workload. Each lookup is prepared once for all workloads. */
export class Surroundings {
  constructor(readonly landscape: Landscape) {}

  /** The PodDisruptionBudgets that hold for a workload's Pods. */
  budgetsOf(workload: Workload): readonly Budget[] {
    return (this.#budgets ??= this.collectBudgets()).get(workload) ?? [];
  }

  /** The bindings that give a ServiceAccount in the namespace of an object a role. */
  bindingsOf(account: string, beside: Entity): readonly Entity[] {
    return (this.#bindings ??= this.collectBindings()).get(keyOf(...spaceOf(beside), account)) ?? [];
  }

  /** The Ingresses and Gateway routes that send traffic to a Service. */
  routesTo(service: Entity): readonly Entity[] {
    return (this.#routes ??= this.collectRoutes()).get(keyOf(...spaceOf(service), service.identity.name)) ?? [];
  }

  /** An object that belongs to no namespace: a Namespace, a PriorityClass. */
  clusterWide(kind: string, name: string, beside: Entity): Entity | undefined {
    return this.landscape.clusterWide(kind, name, beside);
  }

  private collectBudgets(): Map<Workload, Budget[]> {
    const budgets = new Map<Workload, Budget[]>();
    for (const entity of this.landscape.ofKind('PodDisruptionBudget')) {
      const selected = this.landscape.selected(entity.read('spec', 'selector'), entity);
      for (const workload of selected) addTo(budgets, workload, { entity, selected });
    }
    return budgets;
  }

  private collectBindings(): Map<string, Entity[]> {
    const bindings = new Map<string, Entity[]>();
    for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
      for (const entity of this.landscape.ofKind(kind)) {
        for (const subject of listOf(entity.read('subjects'))) {
          if (fieldOf(subject, 'kind') !== 'ServiceAccount') continue;
          const [namespace, name] = ['namespace', 'name'].map((field) => textOf(fieldOf(subject, field)));
          addTo(bindings, keyOf(entity.source.destination, namespace, name), entity);
        }
      }
    }
    return bindings;
  }

  private collectRoutes(): Map<string, Entity[]> {
    const routes = new Map<string, Entity[]>();
    for (const kind of ['Ingress', 'HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute']) {
      for (const entity of this.landscape.ofKind(kind)) {
        for (const name of new Set(kind === 'Ingress' ? servicesOfIngress(entity) : servicesOfRoute(entity))) {
          addTo(routes, keyOf(...spaceOf(entity), name), entity);
        }
      }
    }
    return routes;
  }

  #budgets: Map<Workload, Budget[]> | undefined;
  #bindings: Map<string, Entity[]> | undefined;
  #routes: Map<string, Entity[]> | undefined;
}

function servicesOfIngress(ingress: Entity): string[] {
  const paths = listOf(ingress.read('spec', 'rules')).flatMap((rule) =>
    listOf(fieldOf(fieldOf(rule, 'http'), 'paths')),
  );
  const backends = [ingress.read('spec', 'defaultBackend'), ...paths.map((path) => fieldOf(path, 'backend'))];
  return backends.map((backend) => textOf(fieldOf(fieldOf(backend, 'service'), 'name'))).filter((name) => name !== '');
}

function servicesOfRoute(route: Entity): string[] {
  const backends = listOf(route.read('spec', 'rules')).flatMap((rule) => listOf(fieldOf(rule, 'backendRefs')));
  const { namespace } = route.identity;
  return backends
    .filter((backend) => (fieldOf(backend, 'kind') ?? 'Service') === 'Service')
    .filter((backend) => (fieldOf(backend, 'namespace') ?? namespace) === namespace)
    .map((backend) => textOf(fieldOf(backend, 'name')));
}
