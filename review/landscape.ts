import { addTo, keyOf } from '../lib/kube/groups';
import { selects } from '../lib/kube/validation/label-selector';
import { DEFAULT_TARGET, type KubernetesVersion } from '../lib/kube/version';
import { Entity, fieldOf, textOf, textsOf } from './entity';
import { readSelector } from './selector';
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
  private readonly byNamespace = new Map<string, Entity[]>();
  private readonly byLabel = new Map<string, Workload[]>();
  private readonly byEntity = new Map<Entity, Workload>();
  private readonly selections = new Map<string, readonly Workload[]>();
  private readonly workloadsByNamespace = new Map<string, Workload[]>();

  constructor(
    sources: readonly Source[],
    readonly target: KubernetesVersion = DEFAULT_TARGET,
  ) {
    this.entities = sources.map((source) => new Entity(source));
    for (const entity of this.entities) {
      const { kind, name } = entity.identity;
      addTo(this.byKind, kind, entity);
      addTo(this.byNamespace, keyOf(kind, ...spaceOf(entity)), entity);
      const key = keyOf(kind, ...spaceOf(entity), name);
      if (!this.byName.has(key)) this.byName.set(key, entity);
    }
    this.workloads = this.entities.flatMap((entity) => Workload.tryOf(entity, target) ?? []);
    for (const workload of this.workloads) {
      const space = spaceOf(workload.entity);
      this.byEntity.set(workload.entity, workload);
      addTo(this.workloadsByNamespace, keyOf(...space), workload);
      for (const [label, value] of Object.entries(workload.podLabels)) {
        addTo(this.byLabel, keyOf(...space, label, value), workload);
      }
    }
  }

  /** The objects of a kind, in the order in which they were given. */
  ofKind(kind: string): readonly Entity[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The objects of a kind in the namespace of another, that one among them. */
  beside(kind: string, entity: Entity): readonly Entity[] {
    return this.byNamespace.get(keyOf(kind, ...spaceOf(entity))) ?? [];
  }

  /** The workload that an object is; undefined where it runs no Pods. */
  workloadOf(entity: Entity): Workload | undefined {
    return this.byEntity.get(entity);
  }

  /** The workloads in the namespace of an object. */
  workloadsBeside(entity: Entity): readonly Workload[] {
    return this.workloadsByNamespace.get(keyOf(...spaceOf(entity))) ?? [];
  }

  /** An object of the cluster of another: a Namespace, a PriorityClass; undefined where it is not among the reviewed. */
  clusterWide(kind: string, name: string, beside: Entity): Entity | undefined {
    return this.byName.get(keyOf(kind, beside.source.destination, '', name));
  }

  /** The object of this kind and name in the namespace of another; undefined where it is not among the reviewed. */
  find(kind: string, name: string, beside: Entity): Entity | undefined {
    return this.byName.get(keyOf(kind, ...spaceOf(beside), name));
  }

  /** The first object of the kind, namespace and name of another: that one itself where there is no other before it. */
  firstOf(entity: Entity): Entity | undefined {
    return this.find(entity.identity.kind, entity.identity.name, entity);
  }

  /**
   * The workloads of the same namespace whose Pods carry all of these labels; none for no labels at all. Labels that only a
   * running Pod has are taken to be there.
   */
  selectedBy(matchLabels: Readonly<Record<string, string>>, beside: Entity): readonly Workload[] {
    const space = spaceOf(beside);
    const lasting = Object.entries(matchLabels).filter(([label]) => !isSetWhileRunning(label));
    return this.remembered([...space, ...lasting.flat()], () => {
      const [rarest = []] = lasting
        .map(([label, value]) => this.byLabel.get(keyOf(...space, label, value)) ?? [])
        .sort((one, other) => one.length - other.length);
      return rarest.filter(({ podLabels }) => lasting.every(([label, value]) => podLabels[label] === value));
    });
  }

  /**
   * The workloads of the same namespace whose Pods a label selector selects: all of them for an empty one, none where there
   * is no selector, or where it cannot be read.
   */
  selected(selector: unknown, beside: Entity): readonly Workload[] {
    const read = readSelector(selector);
    if (read === undefined) return [];
    const { matchExpressions = [], matchLabels = {} } = read;
    const hasLabels = Object.keys(matchLabels).length > 0;
    const labelled = hasLabels ? this.selectedBy(matchLabels, beside) : this.workloadsBeside(beside);
    if (matchExpressions.length === 0) return labelled;
    return this.remembered([...spaceOf(beside), JSON.stringify([matchLabels, matchExpressions])], () =>
      labelled.filter(({ podLabels }) => selects({ matchExpressions }, podLabels) === true),
    );
  }

  /** The Services that send traffic to a workload's Pods. */
  servicesOf(workload: Workload): readonly Entity[] {
    return (
      (this.#services ??= this.collect('Service', (service) =>
        this.selectedBy(textsOf(service.read('spec', 'selector')), service),
      )).get(workload) ?? []
    );
  }

  /** The PodDisruptionBudgets that count a workload's Pods. */
  budgetsOf(workload: Workload): readonly Entity[] {
    return (
      (this.#budgets ??= this.collect('PodDisruptionBudget', (budget) =>
        this.selected(budget.read('spec', 'selector'), budget),
      )).get(workload) ?? []
    );
  }

  /** The NetworkPolicies that say what a workload's Pods may hear and say. */
  policiesOf(workload: Workload): readonly Entity[] {
    return (
      (this.#policies ??= this.collect('NetworkPolicy', (policy) =>
        this.selected(policy.read('spec', 'podSelector'), policy),
      )).get(workload) ?? []
    );
  }

  /** What scales a workload: the HorizontalPodAutoscalers that name it. */
  autoscalersOf({ entity }: Workload): readonly Entity[] {
    const { kind, name } = entity.identity;
    return (this.#autoscalers ??= this.collectAutoscalers()).get(keyOf(...spaceOf(entity), kind, name)) ?? [];
  }

  /** Many objects select by the same labels. */
  private remembered(key: readonly unknown[], select: () => readonly Workload[]): readonly Workload[] {
    const name = keyOf(...key);
    const known = this.selections.get(name);
    if (known !== undefined) return known;
    const selection = select();
    this.selections.set(name, selection);
    return selection;
  }

  private collect(
    kind: string,
    selected: (entity: Entity) => readonly Workload[],
  ): ReadonlyMap<Workload, readonly Entity[]> {
    const found = new Map<Workload, Entity[]>();
    for (const entity of this.ofKind(kind)) {
      for (const workload of selected(entity)) addTo(found, workload, entity);
    }
    return found;
  }

  private collectAutoscalers(): ReadonlyMap<string, readonly Entity[]> {
    const autoscalers = new Map<string, Entity[]>();
    for (const entity of this.ofKind('HorizontalPodAutoscaler')) {
      const target = entity.read('spec', 'scaleTargetRef');
      addTo(
        autoscalers,
        keyOf(...spaceOf(entity), textOf(fieldOf(target, 'kind')), textOf(fieldOf(target, 'name'))),
        entity,
      );
    }
    return autoscalers;
  }

  #autoscalers: ReadonlyMap<string, readonly Entity[]> | undefined;
  #budgets: ReadonlyMap<Workload, readonly Entity[]> | undefined;
  #policies: ReadonlyMap<Workload, readonly Entity[]> | undefined;
  #services: ReadonlyMap<Workload, readonly Entity[]> | undefined;
}

/** Where others must be to meet an object: the namespace, of the destination that it goes to. */
export function spaceOf({ identity, source }: Entity): readonly [destination: string | undefined, namespace: string] {
  return [source.destination, identity.namespace ?? ''];
}

/** Whether a label is given to each Pod by its controller, or by the program inside, which says that it leads the others. */
export function isSetWhileRunning(label: string): boolean {
  return (
    /^(statefulset|apps|batch)\.kubernetes\.io\/|^(job-name|pod-template-hash|controller-(uid|revision-hash))$/.test(
      label,
    ) || /(^|[-./])role$/.test(label)
  );
}
