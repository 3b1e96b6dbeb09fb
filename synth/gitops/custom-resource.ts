import type { Construct } from 'constructs';
import { FieldPath } from '../../lib/kube/field-path';
import { ProblemList } from '../../lib/kube/problem-list';
import { fieldsArgument, textArgument } from '../../lib/pod/argument';
import { takeIn } from '../../lib/pod/plain';
import type { Taken } from '../../lib/pod/plain';
import { Manifest } from '../../lib/workloads/manifest';
import type { ManifestBody, ObjectMetadata } from '../../lib/workloads/manifest';
import { nameProblems } from '../../lib/workloads/object-name';
import { checkShape } from './shape';
import type { Shape } from './shape';

/** The metadata of an object that a GitOps controller watches. */
export interface GitOpsMetadata extends ObjectMetadata {
  /** What must be done before the object may go. */
  readonly finalizers?: readonly string[];
}

/** A kind of object of a GitOps controller, and what may stand in its spec. */
export interface CustomKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly shape: Shape;
}

/** An object of a GitOps controller: its spec as it is given, held against what the controller knows. */
export abstract class CustomResource<Spec extends object> extends Manifest {
  protected readonly spec: Taken<Spec>;
  readonly #shape: Shape;

  constructor(
    scope: Construct,
    id: string,
    { shape, ...kind }: CustomKind,
    props: Spec & { readonly metadata?: GitOpsMetadata },
  ) {
    const { metadata = {}, ...spec } = fieldsArgument(`${kind.kind} "${id}"`, props);
    const { finalizers, ...others } = metadata;
    const finalized = finalizers === undefined ? {} : { finalizers: finalizersArgument(finalizers) };
    super(scope, id, { ...kind, metadata: { name: id, ...others, ...finalized } });
    // What is left of the props without the metadata is the spec.
    this.spec = takeIn(spec as unknown as Spec, FieldPath.of('spec'));
    this.#shape = shape;
  }

  /** What the controller does, in one sentence. */
  protected abstract promise(spec: Spec): string;

  /** What else is wrong with a spec whose fields have their shapes. */
  protected check?(spec: Spec, list: ProblemList): void;

  /** The spec as it is written. */
  protected written(spec: Spec): object {
    return spec;
  }

  protected override body(): ManifestBody {
    const { value, problems } = this.spec;
    const list = new ProblemList();
    checkShape(value, this.#shape, FieldPath.of('spec'), list);
    const isSound = problems.length + list.problems.length === 0;
    if (isSound) this.check?.(value, list);
    return {
      fields: { spec: isSound ? this.written(value) : value },
      problems: [...nameProblems(this), ...problems, ...list.problems],
      ...(isSound ? { promise: this.promise(value) } : {}),
    };
  }
}

/** A list of finalizers, where a caller in plain JavaScript may have passed anything. */
function finalizersArgument(finalizers: readonly string[]): string[] {
  const given: unknown = finalizers;
  if (!Array.isArray(given)) throw new TypeError(`finalizers need a list, and this is ${JSON.stringify(given)}`);
  return given.map((finalizer) => textArgument('a finalizer', finalizer));
}
