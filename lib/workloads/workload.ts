import type { Construct } from 'constructs';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import { FieldPath } from '../kube/field-path';
import type { Problem } from '../kube/problem';
import { noteWithin } from '../pod/note';
import type { Note } from '../pod/note';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import { Pod } from '../pod/pod';
import type { AnyPod } from '../pod/pod';
import { renderPod } from '../pod/render';
import type { RenderedPod } from '../pod/render';
import { requirementsOf } from '../pod/requirements/requirements';
import type { PodShape } from '../pod/shape';
import { unbox } from '../pod/unbox';
import { RECOMMENDED_PREFIX } from './labels';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import { Service } from './service';
import type { Ready, Selectable, ServiceOptions } from './service';
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
  readonly restartPolicy: RestartPolicy;
  /** The labels that the owner needs when none are given. */
  readonly selector: 'by-name' | 'none';
  /** Where the Pod template stands in the object, and where the owner's own fields do. */
  readonly templatePath: 'spec.template' | 'spec.jobTemplate.spec.template' | '';
  /** What Kubernetes would fill in and a reviewer would have to know. */
  readonly written: Fields;
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
  readonly #restartPolicy: RestartPolicy | undefined;
  readonly #spec: Taken<Fields>;

  /**
   * @param props The Pod and the promise; what is not of every owner becomes the object's spec as it is.
   */
  constructor(scope: Construct, id: string, kind: WorkloadKind, props: AnyProps<Shape>) {
    const { pod, metadata = {}, selector: chosen, restartPolicy, ...spec } = props;
    if (!((pod as unknown) instanceof Pod))
      throw new TypeError(`${kind.kind} "${id}" needs a pod, made by pod(name, …)`);
    const { name = id, labels, annotations } = metadata;
    const byName = kind.selector === 'none' ? {} : { [`${RECOMMENDED_PREFIX}/name`]: name };
    const selector = chosen ?? byName;
    super(scope, id, {
      apiVersion: kind.apiVersion,
      kind: kind.kind,
      metadata: { name, labels: { ...selector, ...labels }, ...(annotations === undefined ? {} : { annotations }) },
    });
    this.pod = pod;
    this.selector = Object.freeze({ ...selector });
    this.#kind = kind;
    this.#restartPolicy = restartPolicy;
    this.#spec = takeIn<Fields>(spec, FieldPath.of('spec'));
  }

  /**
   * Adds a Service of the same name that sends traffic to these Pods once they are ready.
   *
   * @param options Its ports by the names of the Pod's ports (`{ ports: { http: 80 } }`) and the API's other fields.
   */
  service(options: Ready<Shape, ServiceOptions<Shape>>): Service<Shape> {
    const { metadata, ...others } = options as ServiceOptions<Shape>;
    const workload = this as unknown as Ready<Shape, Selectable<Shape>>;
    return new Service(this, 'service', { workload, metadata: { name: this.name, ...metadata }, ...others });
  }

  /** What the owner keeps true, in one sentence. */
  protected abstract promise(spec: Fields): string;

  /** The object around its Pod template. */
  protected abstract around(template: PodTemplateSpec, spec: Fields, claims: RenderedPod['claims']): Fields;

  protected override body(): ManifestBody {
    const settings = settingsOf(this);
    const { templatePath, written } = this.#kind;
    const implied = settings.explicit || this.#kind.restartPolicy !== 'Always' ? this.#kind.restartPolicy : undefined;
    const restartPolicy = this.#restartPolicy ?? implied;
    const rendered = renderPod(this.pod.model, { ...settings, restartPolicy, labels: this.selector });
    const notes: Note[] = [];
    const boxed = { ...(settings.explicit ? written : {}), ...this.#spec.value };
    const spec = unbox(boxed, FieldPath.of('spec'), notes) as Fields;
    return {
      fields: this.around(rendered.template, spec, rendered.claims),
      notes: [...notes, ...rendered.notes.map((note) => noteWithin(templatePath, note))],
      problems: [...this.#spec.problems, ...rendered.problems.map((problem) => problemWithin(templatePath, problem))],
      requirements: () =>
        requirementsOf(rendered, settings.target).map((problem) => problemWithin(templatePath, problem)),
      promise: this.promise(spec),
    };
  }
}

type AnyProps<Shape extends PodShape> = WorkloadProps<Shape> & { readonly restartPolicy?: RestartPolicy };

function problemWithin(prefix: string, problem: Problem): Problem {
  return prefix === '' ? problem : { ...problem, path: `${prefix}.${problem.path}` };
}
