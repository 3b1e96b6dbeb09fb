import { checksumAnnotation, checksumOf } from './checksum';
import type { Checksummed } from './checksum';
import { configMapCompanion } from './companion';
import { textsOf } from './config-data';
import type { ConfigData } from './config-data';
import type { Beside, ContainerOptions, InitContainerOptions, Readiness, SidecarOptions } from './container';
import type { QosClass } from '../kube/resources';
import type { DefaultName } from './defaults';
import { fieldsArgument, textArgument } from './argument';
import { DEFAULT_NAMES, isDefaultName } from './defaults';
import { withExtension } from './extension';
import type { ContainerExtension } from './extension';
import { EMPTY_POD, withContainer, withMetadata, withMounts, withScratch, withSpec, withVolume } from './model';
import type { PodModel } from './model';
import { FieldPath } from '../kube/field-path';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import type { Problem } from '../kube/problem';
import { takeIn } from './plain';
import type { FreshPorts, PortBindings, PortNames, Ports } from './ports';
import type { ByteQuantity } from './quantities';
import { checkedWhy } from './reason';
import type { Because, Why } from './reason';
import type { FreshName, Grown, NamesOf, OpenShape, PodShape } from './shape';
import type { PodMetadata, PodSpecOptions } from './spec';
import type { ClaimPerReplica, MountAt, VolumeSource } from './volume';

/** A Pod for code that reads it and adds nothing: an owner, a function that takes any Pod. */
export interface AnyPod<out Shape extends PodShape = PodShape> {
  /** What the compiler knows of the Pod; there is no such value at run time. */
  readonly shape: Shape;
  readonly model: PodModel;
}

/** Where a volume is mounted: by container, a path or the API's own fields. */
export type Mounts<Shape extends PodShape> = { readonly [Name in keyof Shape['containers']]?: string | MountAt };

/** Part of an object, lists of named things matched by name; `null` removes a field. */
export type Overlay<T> = T extends readonly (infer Entry)[]
  ? readonly Overlay<Entry>[]
  : T extends object
    ? { readonly [Field in keyof T]?: Overlay<T[Field]> | null }
    : T;

/**
 * Starts a Pod with its application container.
 *
 * @param name The container's name: a DNS label.
 * @throws TypeError where name or options are missing; all else is collected and said at synthesis, all at once.
 */
export function pod<
  const Name extends string,
  const P extends Ports = Record<never, never>,
  const R extends Readiness<NoInfer<P>> | undefined = undefined,
>(
  name: Name,
  options: ContainerOptions<P, never, R> & { readonly ports?: P },
): Pod<Grown<EmptyShape, Running<Name, 'app', P, R>>> {
  return new Pod(withContainer(EMPTY_POD, 'app', ...named('pod', name, options)));
}

/**
 * A Pod as a value: it knows no file, no cluster and no construct tree, and the same one goes into any owner.
 *
 * Every step returns a new Pod whose type has grown by what was added. Made by {@link pod}.
 */
export class Pod<Shape extends PodShape = OpenShape> implements AnyPod<Shape> {
  /** What the compiler knows of this Pod; there is no such value at run time. */
  declare readonly shape: Shape;

  readonly model: PodModel;

  /** @internal Use {@link pod}. */
  constructor(model: PodModel) {
    this.model = frozen(model);
    Object.freeze(this);
  }

  /** Adds a regular container that starts beside the application; for most helpers `sidecar` is the better form. */
  container<
    const Name extends string,
    const P extends Ports = Record<never, never>,
    const R extends Readiness<NoInfer<P>> | undefined = undefined,
  >(
    name: FreshName<Name, Shape['containers'], 'a container'>,
    options: ContainerOptions<P, NamesOf<Shape['volumes']>, R> & Beside & { readonly ports?: FreshPorts<P, Shape> },
  ): Pod<Grown<Shape, Running<Name, 'app', P, R>>> {
    return new Pod(withContainer(this.model, 'app', ...named('.container', name, options)));
  }

  /**
   * Adds a native sidecar: it starts before the application, in declared order, each gated by its startup probe, runs
   * beside it, and stops after it. It never keeps a Job alive.
   *
   * @since Kubernetes 1.29; for older targets it becomes a plain container
   * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
   */
  sidecar<
    const Name extends string,
    const P extends Ports = Record<never, never>,
    const R extends Readiness<NoInfer<P>> | undefined = undefined,
  >(
    name: FreshName<Name, Shape['containers'], 'a container'>,
    options: SidecarOptions<P, NamesOf<Shape['volumes']>, R> & { readonly ports?: FreshPorts<P, Shape> },
  ): Pod<Grown<Shape, Running<Name, 'sidecar', P, R>>> {
    return new Pod(withContainer(this.model, 'sidecar', ...named('.sidecar', name, options)));
  }

  /**
   * Adds a container that runs to its end before the next one starts; when it fails, the application never starts.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
   */
  initContainer<const Name extends string, const P extends Ports = Record<never, never>>(
    name: FreshName<Name, Shape['containers'], 'a container'>,
    options: InitContainerOptions<NamesOf<Shape['volumes']>> & { readonly ports?: P },
  ): Pod<Grown<Shape, { readonly containers: Record<Name, 'init'> }>> {
    return new Pod(withContainer(this.model, 'init', ...named('.initContainer', name, options)));
  }

  /**
   * Adds a volume and mounts it into containers that the Pod has already.
   *
   * @param source A volume that no container mounts, and an emptyDir that none writes, take `because(reason, source)`.
   */
  volume<const Name extends string>(
    name: FreshName<Name, Shape['volumes'], 'a volume'>,
    source: VolumeSource | ClaimPerReplica | Because<VolumeSource>,
    mounts: Mounts<Shape> = {},
  ): Pod<Grown<Shape, { readonly volumes: Record<Name, true> }>> {
    return new Pod(
      withVolume(
        this.model,
        ...named('.volume', name, source),
        fieldsArgument('the record of mounts in .volume()', mounts),
      ),
    );
  }

  /** Mounts a volume of the Pod into containers that it has already. */
  mount<const Name extends NamesOf<Shape['volumes']>>(volume: Name, mounts: Mounts<Shape>): Pod<Shape> {
    return new Pod(withMounts(this.model, ...named('.mount', volume, mounts)));
  }

  /**
   * Gives the application container a writable directory of its own, since its root file system is read-only.
   *
   * @param sizeLimit Bytes after which the kubelet evicts the Pod.
   */
  scratch(path: string, sizeLimit: ByteQuantity): Pod<Shape> {
    const application = this.model.containers[0]?.name ?? '';
    return new Pod(withScratch(this.model, application, textArgument('the path in .scratch()', path), sizeLimit));
  }

  /**
   * Adds variables and mounts to a container that the Pod has already; nothing that stands there is replaced.
   *
   * A variable that is set already to something else, or a path that is mounted already, is an error at synthesis.
   */
  extend<const Name extends NamesOf<Shape['containers']>>(
    container: Name,
    extension: ContainerExtension<NamesOf<Shape['volumes']>>,
  ): Pod<Shape> {
    return new Pod(withExtension(this.model, ...named('.extend', container, extension)));
  }

  /**
   * Gives the Pod a ConfigMap that travels with it: each owner renders one for itself, named after it, and volumes and
   * variables refer to it by `companion(name)`.
   *
   * @param name What follows the owner's name: `log-shipper` becomes `checkout-log-shipper`.
   * @param options Whether a change of the data replaces the Pods. Without that, mounted files follow the change within a
   *   minute or so, and variables and `subPath` mounts never do. @default false
   */
  configMap(name: string, data: ConfigData, { rollOnChange = false }: RollOptions = {}): Pod<Shape> {
    const added = configMapCompanion(...named('.configMap', name, data));
    const grown = new Pod<Shape>({ ...this.model, companions: [...this.model.companions, added] });
    return rollOnChange ? grown.rollOnChange({ name, checksum: checksumOf(textsOf(added.data)) }) : grown;
  }

  /**
   * Replaces the Pods whenever the content of an object changes, by an annotation with its checksum: a `ConfigMap` of a
   * chart, or anything whose content has a version that you write down, such as a Secret that is kept elsewhere.
   *
   * @throws TypeError where it has no name, or no checksum.
   */
  rollOnChange(followed: Checksummed): Pod<Shape> {
    return this.metadata({ annotations: checksumAnnotation(followed, this.model.annotations) });
  }

  /**
   * Refuses the Pod: what a pattern finds that can never work. Synthesis stops and says it with all the rest.
   *
   * @param problem Its path starts at the container where one is named, and at the Pod template otherwise.
   */
  refuse(problem: Problem, container?: NamesOf<Shape['containers']>): Pod<Shape> {
    const { containers, problems } = this.model;
    const known = containers.some(({ name }) => name === container);
    if (!known) return new Pod({ ...this.model, problems: [...problems, problem] });
    const told = containers.map((entry) =>
      entry.name === container ? { ...entry, problems: [...entry.problems, problem] } : entry,
    );
    return new Pod({ ...this.model, containers: told });
  }

  /** Sets fields of the Pod itself, under the API's own names. A field that is set again is replaced. */
  spec(fields: PodSpecOptions): Pod<Shape> {
    return new Pod(withSpec(this.model, fieldsArgument('.spec()', fields)));
  }

  /** Adds labels and annotations to the Pod. A key that is set again is replaced. */
  metadata(metadata: PodMetadata): Pod<Shape> {
    return new Pod(withMetadata(this.model, fieldsArgument('.metadata()', metadata)));
  }

  /**
   * Leaves a secure default out of the whole Pod, with the reason for it.
   *
   * @throws TypeError where there is no such default, or no reason is given.
   */
  without(name: DefaultName, why: Why): Pod<Shape> {
    if (!isDefaultName(name))
      throw new TypeError(`there is no default "${String(name)}" to leave out: ${DEFAULT_NAMES}`);
    return new Pod({
      ...this.model,
      without: { ...this.model.without, [name]: checkedWhy(why, `.without('${name}', why)`) },
    });
  }

  /**
   * Says which QoS class the Pod must come out with; synthesis stops where some container makes it another.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
   */
  expectQosClass(qosClass: QosClass): Pod<Shape> {
    return new Pod({ ...this.model, qosClass });
  }

  /**
   * Puts a comment above a field, or beside it, where image updaters look for their markers.
   *
   * @param path From the Pod template, lists of named things by name: `spec.containers[api].image`. A path that
   *   matches nothing is an error at synthesis.
   */
  comment(path: string, text: string, options: { readonly beside?: boolean } = {}): Pod<Shape> {
    const comment = {
      path: textArgument('the path in .comment()', path),
      text: textArgument('the text in .comment()', text),
      beside: options.beside ?? false,
    };
    return new Pod({ ...this.model, comments: [...this.model.comments, comment] });
  }

  /**
   * Lays fields over the rendered template: the way out for what no other step covers.
   *
   * Lists of named things are matched by name, other lists are replaced, `null` removes. An entry or a removal that
   * matches nothing is an error at synthesis, and the result is checked like everything else.
   */
  overlay(template: Overlay<PodTemplateSpec>): Pod<Shape> {
    const { value, problems } = takeIn(fieldsArgument('.overlay()', template), FieldPath.root);
    return new Pod({
      ...this.model,
      overlays: [...this.model.overlays, value],
      problems: [...this.model.problems, ...problems],
    });
  }

  /**
   * Adds what a pattern adds.
   *
   * @throws TypeError where the pattern gives no Pod back.
   */
  use<After extends PodShape>(pattern: (pod: Pod<Shape>) => Pod<After>): Pod<After> {
    const after: unknown = pattern(this);
    if (after instanceof Pod) return after as Pod<After>;
    throw new TypeError('a pattern must return the Pod that it made of the one it was given');
  }
}

/** What happens to the Pods when the content of an object changes. */
export interface RollOptions {
  /** Whether they are replaced, as in a rollout. */
  readonly rollOnChange?: boolean;
}

interface EmptyShape {
  readonly containers: { readonly [Name in never]: string };
  readonly volumes: { readonly [Name in never]: true };
  readonly ports: { readonly [Name in never]: true };
  readonly bindings: never;
  readonly ready: false;
}

interface Running<Name extends string, Role extends string, P extends Ports, R> {
  readonly containers: Record<Name, Role>;
  readonly ports: { readonly [Port in PortNames<P>]: true };
  readonly bindings: PortBindings<P>;
  readonly ready: [R] extends [undefined] ? false : true;
}

/** A name that anything may be in plain JavaScript: an empty one is the judge's to refuse, with all the rest. */
function named<Fields extends object>(call: string, name: string, fields: Fields): [string, Fields] {
  const given: unknown = name;
  if (typeof given !== 'string') throw new TypeError(`the name in ${call}() must be a string, and got ${typeof given}`);
  return [name, fieldsArgument(`${call}("${name}")`, fields)];
}

/** The model, its lists and the entries of these; the values in them came in as frozen copies. */
function frozen(model: PodModel): PodModel {
  for (const part of Object.values(model) as readonly unknown[]) {
    if (Array.isArray(part)) for (const entry of part as readonly unknown[]) Object.freeze(entry);
    Object.freeze(part);
  }
  return Object.freeze(model);
}
