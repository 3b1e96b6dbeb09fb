import type { Construct } from 'constructs';
import { unfinished, withFields } from '../kube/alter';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import { fieldsArgument } from '../pod/argument';
import { FieldPath } from '../kube/field-path';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import { noteWithin } from '../pod/note';
import type { Note } from '../pod/note';
import { isRecord } from '../kube/is-record';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import { tryPlace } from '../pod/place';
import { Pod } from '../pod/pod';
import type { AnyPod } from '../pod/pod';
import { renderPod } from '../pod/render';
import type { RenderedPod } from '../pod/render';
import { requirementsOf } from '../pod/requirements/requirements';
import type { PodShape } from '../pod/shape';
import { unbox } from '../pod/unbox';
import { destinationOf, ENVIRONMENT_LABEL } from './environment';
import { RECOMMENDED_PREFIX } from './labels';
import { CompanionObject } from './companion';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import { NetworkPolicy } from './network-policy';
import type { NetworkPolicyOptions } from './network-policy';
import { Service } from './service';
import type { Ready, Selectable, ServiceOptions } from './service';
import { ServiceAccount } from './service-account';
import type { OwnAccountOptions } from './service-account';
import { settingsOf } from './settings';

/** What every owner of Pods takes. */
export interface WorkloadProps<Shape extends PodShape> {
  readonly pod: AnyPod<Shape>;
  readonly metadata?: ObjectMetadata;
  /**
   * The labels by which the owner knows its Pods; they are put on the Pods too. Immutable in the cluster.
   *
   * @default `app.kubernetes.io/name` with the object's name, wherever the construct stands in the tree
   */
  readonly selector?: Readonly<Record<string, string>>;
}

/** What distinguishes one kind of owner from another. */
export interface WorkloadKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** The policy of Pods whose owner names none; an owner without one demands it. */
  readonly restartPolicy?: RestartPolicy;
  /** The fields that say what the owner promises: each is given, or left out with a reason. */
  readonly promises: readonly string[];
  /** Whether each replica can claim storage of its own. */
  readonly claims?: true;
  /** The labels that the owner needs when none are given. */
  readonly selector: 'by-name' | 'none';
  /** Where the Pod template stands in the object; empty where the object is the Pod. */
  readonly templatePath: 'spec.template' | 'spec.jobTemplate.spec.template' | '';
  /** The owner's fields with what Kubernetes would fill in and a reviewer would have to know. */
  readonly writeOut: (spec: Fields) => Fields;
}

/** When the kubelet starts a container again that has ended. */
export type RestartPolicy = 'Always' | 'OnFailure' | 'Never';

/** Fields of the API, whose values may carry reasons. */
export type Fields = Readonly<Record<string, unknown>>;

/** A construct that owns Pods: it takes a Pod and a promise, and renders the object that keeps it. */
export abstract class Workload<Shape extends PodShape = PodShape> extends Manifest {
  readonly pod: AnyPod<Shape>;
  /** The labels by which the owner, and a Service, find the Pods. */
  readonly selector: Readonly<Record<string, string>>;
  readonly #kind: WorkloadKind;
  readonly #saysRestart: boolean;
  readonly #spec: Taken<Fields>;
  /** What the owner adds to the Pod's fields; the Pod itself stays as it is. */
  readonly #added: Record<string, unknown> = {};

  /**
   * @param props The Pod and the promise; what is not of every owner becomes the object's spec as it is.
   * @throws TypeError where there is no Pod.
   */
  constructor(scope: Construct, id: string, kind: WorkloadKind, props: AnyProps<Shape>) {
    const what = `${kind.kind} "${id}"`;
    const given = fieldsArgument(what, props);
    const { pod, metadata = {}, selector: chosen, restartPolicy, ...spec } = given;
    if (!((pod as unknown) instanceof Pod)) throw new TypeError(`${what} needs a pod, made by pod(name, …)`);
    const { name = id, labels, ...others } = metadata;
    const byName = kind.selector === 'none' ? {} : { [`${RECOMMENDED_PREFIX}/name`]: name };
    const selector = chosen ?? byName;
    super(scope, id, {
      apiVersion: kind.apiVersion,
      kind: kind.kind,
      metadata: { name, labels: withFields(selector, labels ?? {}), ...others },
    });
    this.pod = pod;
    this.selector = Object.freeze(unfinished(selector));
    this.#kind = restartPolicy === undefined ? kind : { ...kind, restartPolicy };
    this.#saysRestart = restartPolicy !== undefined;
    this.#spec = takeIn<Fields>(spec, FieldPath.of('spec'));
    const companions = new Map(pod.model.companions.map((companion) => [companion.name, companion]));
    for (const companion of companions.values()) new CompanionObject(this, companion);
  }

  /** The fields of the Pod beside containers and volumes, those that this owner adds included; some carry reasons. */
  get podSpec(): Fields {
    return withFields(this.pod.model.spec, this.#added);
  }

  /** How many Pods it was told to keep; undefined where that is left open, or not its to say. */
  get replicas(): number | undefined {
    const { replicas } = this.#spec.value;
    return typeof replicas === 'number' ? replicas : undefined;
  }

  /**
   * Adds a Service of the same name that sends traffic to these Pods once they are ready.
   *
   * @param options Its ports by the names of the Pod's ports (`{ ports: { http: 80 } }`) and the API's other fields.
   */
  service(options: Ready<Shape, ServiceOptions<Shape>>): Service<Shape> {
    const { metadata, ...others } = fieldsArgument('a Service', options as ServiceOptions<Shape>);
    const workload = this as unknown as Ready<Shape, Selectable<Shape>>;
    return new Service(this, 'service', { workload, metadata: { name: this.name, ...metadata }, ...others });
  }

  /**
   * Adds a NetworkPolicy of the same name for these Pods: whatever it does not list is denied in its directions.
   *
   * @throws TypeError where no labels select the Pods, or neither direction is given.
   */
  networkPolicy(options: NetworkPolicyOptions<Shape>): NetworkPolicy<Shape> {
    const { metadata, ...others } = fieldsArgument('a NetworkPolicy', options);
    return new NetworkPolicy(this, 'network-policy', {
      workload: this,
      metadata: { name: this.name, ...metadata },
      ...others,
    });
  }

  /**
   * Adds a ServiceAccount of the same name and lets these Pods run under it; a token comes only with a reason.
   *
   * @throws TypeError where the Pod names an account, or says whether it gets a token.
   */
  serviceAccount(options: OwnAccountOptions = {}): ServiceAccount {
    const { automountServiceAccountToken, metadata, ...others } = fieldsArgument('a ServiceAccount', options);
    const account = new ServiceAccount(this, 'service-account', {
      metadata: { name: this.name, ...metadata },
      ...others,
    });
    this.add('serviceAccountName', account.name);
    if (automountServiceAccountToken !== undefined) {
      this.add('automountServiceAccountToken', automountServiceAccountToken);
    }
    this.node.addDependency(account);
    return account;
  }

  /**
   * Adds a field to the spec of the Pods that this owner makes.
   *
   * @throws TypeError where the Pod has it already.
   */
  protected add(field: string, value: unknown): void {
    if (Object.hasOwn(this.#added, field) || Object.hasOwn(this.pod.model.spec, field)) {
      throw new TypeError(`the Pod of ${this.kind} "${this.name}" says its ${field} already`);
    }
    this.#added[field] = value;
    this.changed();
  }

  /** What the owner keeps true, in one sentence. */
  protected abstract promise(spec: Fields): string;

  /** The object around its Pod template. */
  protected abstract around(template: PodTemplateSpec, spec: Fields, claims: RenderedPod['claims']): Fields;

  protected override body(): ManifestBody {
    const settings = settingsOf(this);
    // A Job whose policy is missing is refused for that by `unkept`; rendering it all the same shows what else is wrong.
    const { restartPolicy: own = 'Never', templatePath, writeOut } = this.#kind;
    const restartPolicy = settings.explicit || this.#saysRestart || own !== 'Always' ? own : undefined;
    const { environment } = destinationOf(this);
    const labels = environment === undefined ? this.selector : { [ENVIRONMENT_LABEL]: environment, ...this.selector };
    const model = withFields(this.pod.model, { spec: this.podSpec });
    const rendered = renderPod(model, withFields(settings, { restartPolicy, name: this.name, labels }));
    const notes: Note[] = [];
    const boxed = settings.explicit ? writeOut(this.#spec.value) : this.#spec.value;
    const spec = unbox(boxed, FieldPath.of('spec'), notes) as Fields;
    return {
      fields: this.around(rendered.template, spec, rendered.claims),
      notes: [...notes, ...rendered.notes.map((note) => noteWithin(templatePath, note))],
      problems: [
        ...this.#spec.problems,
        ...this.unkept(rendered.claims),
        ...rendered.problems.map((problem) => problemWithin(templatePath, problem)),
      ],
      requirements: (object) =>
        requirementsOf(withFields(rendered, { template: templateIn(object, templatePath) }), settings.target).map(
          (problem) => problemWithin(templatePath, problem),
        ),
      promise: this.promise(spec),
    };
  }

  /** What the owner leaves open, or cannot give, of what it should promise. */
  private unkept(claims: RenderedPod['claims']): readonly Problem[] {
    const { kind, promises, restartPolicy, templatePath } = this.#kind;
    const list = new ProblemList();
    const spec = { spec: this.#spec.value };
    const open = promises.filter((path) => tryPlace(spec, path) === undefined);
    for (const path of restartPolicy === undefined ? [...open, `${templatePath}.spec.restartPolicy`] : open) {
      const detail = `what a ${kind} promises is said and not taken for granted`;
      list.required('promise-required', FieldPath.of(path), detail, { ours: true });
    }
    const volumes = templatePath === '' ? 'spec.volumes' : `${templatePath}.spec.volumes`;
    for (const { name } of this.#kind.claims === true ? [] : claims) {
      const detail = `only a StatefulSet claims storage for each replica: the Pod of a ${kind} needs another volume`;
      list.invalid('claim-per-replica', FieldPath.of(volumes), name, detail, { ours: true });
    }
    return list.problems;
  }
}

/** The Pod template as it will be written, which the judge has found to be well typed. */
function templateIn(object: Fields, templatePath: WorkloadKind['templatePath']): PodTemplateSpec {
  const steps = templatePath === '' ? [] : templatePath.split('.');
  return steps.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), object) ?? {};
}

type AnyProps<Shape extends PodShape> = WorkloadProps<Shape> & { readonly restartPolicy?: RestartPolicy };

function problemWithin(prefix: string, problem: Problem): Problem {
  return prefix === '' ? problem : withFields(problem, { path: `${prefix}.${problem.path}` });
}
