import { selects } from '../lib/kube/validation/label-selector';
import { DEFAULT_TARGET, type KubernetesVersion } from '../lib/kube/version';
import { Entity, textOf, textsOf } from './entity';
import type { Source } from './source';
import { Workload } from './workload';

/**
 * All objects that are reviewed together, and how they find one another. What is not among them may be in the cluster all
 * the same: nobody can tell from here.
 */
export class Landscape {
  readonly entities: readonly Entity[];
  readonly workloads: readonly Workload[];
  private readonly byKind = new Map<string, Entity[]>();
  private readonly byName = new Map<string, Entity>();
  private readonly byLabel = new Map<string, Workload[]>();

  constructor(
    sources: readonly Source[],
    readonly target: KubernetesVersion = DEFAULT_TARGET,
  ) {
    this.entities = sources.map((source) => new Entity(source));
    for (const entity of this.entities) {
      const { kind, namespace = '', name } = entity.identity;
      pushTo(this.byKind, kind, entity);
      const key = keyOf(kind, namespace, name);
      if (!this.byName.has(key)) this.byName.set(key, entity);
    }
    this.workloads = this.entities.flatMap((entity) => Workload.tryOf(entity, target) ?? []);
    for (const workload of this.workloads) {
      const namespace = workload.entity.identity.namespace ?? '';
      for (const [label, value] of Object.entries(workload.podLabels)) {
        pushTo(this.byLabel, keyOf(namespace, label, value), workload);
      }
    }
  }

  /** The objects of a kind, in the order in which they were given. */
  ofKind(kind: string): readonly Entity[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The object of this kind and name in the namespace of another; undefined where it is not among the reviewed. */
  find(kind: string, name: string, beside: Entity): Entity | undefined {
    return this.byName.get(keyOf(kind, beside.identity.namespace ?? '', name));
  }

  /** The workloads of the same namespace whose Pods carry all of these labels; none for no labels at all. */
  selectedBy(matchLabels: Readonly<Record<string, string>>, beside: Entity): readonly Workload[] {
    const [rarest] = Object.entries(matchLabels)
      .map(([label, value]) => this.byLabel.get(keyOf(beside.identity.namespace ?? '', label, value)) ?? [])
      .sort((one, other) => one.length - other.length);
    return (rarest ?? []).filter(({ podLabels }) => selects({ matchLabels }, podLabels) === true);
  }

  /** The Services that send traffic to a workload's Pods. */
  servicesOf(workload: Workload): readonly Entity[] {
    return this.services.get(workload) ?? [];
  }

  /** What scales a workload: the HorizontalPodAutoscalers that name it. */
  autoscalersOf({ entity }: Workload): readonly Entity[] {
    const { kind, name, namespace = '' } = entity.identity;
    return this.autoscalers.get(keyOf(kind, namespace, name)) ?? [];
  }

  private get autoscalers(): ReadonlyMap<string, readonly Entity[]> {
    return (this.#autoscalers ??= this.collectAutoscalers());
  }

  private collectAutoscalers(): ReadonlyMap<string, readonly Entity[]> {
    const autoscalers = new Map<string, Entity[]>();
    for (const autoscaler of this.ofKind('HorizontalPodAutoscaler')) {
      const kind = textOf(autoscaler.read('spec', 'scaleTargetRef', 'kind'));
      const name = textOf(autoscaler.read('spec', 'scaleTargetRef', 'name'));
      pushTo(autoscalers, keyOf(kind, autoscaler.identity.namespace ?? '', name), autoscaler);
    }
    return autoscalers;
  }

  private get services(): ReadonlyMap<Workload, readonly Entity[]> {
    return (this.#services ??= this.collectServices());
  }

  private collectServices(): ReadonlyMap<Workload, readonly Entity[]> {
    const services = new Map<Workload, Entity[]>();
    for (const service of this.ofKind('Service')) {
      const selector = textsOf(service.read('spec', 'selector'));
      for (const workload of this.selectedBy(selector, service)) pushTo(services, workload, service);
    }
    return services;
  }

  #autoscalers: ReadonlyMap<string, readonly Entity[]> | undefined;
  #services: ReadonlyMap<Workload, readonly Entity[]> | undefined;
}

/** A null character stands in no name, label or value. */
function keyOf(...parts: readonly string[]): string {
  return parts.join('\0');
}

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
