import type { Construct } from 'constructs';
import type { PodDisruptionBudgetSpec } from '../kube/api/pod-disruption-budget';
import type { IntOrString } from '../kube/api/scalars';
import { FieldPath } from '../kube/field-path';
import { ProblemList } from '../kube/problem-list';
import { fieldsArgument } from '../pod/argument';
import type { Note } from '../pod/note';
import { isRecord } from '../kube/is-record';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import type { Except } from '../pod/reason';
import type { PodShape } from '../pod/shape';
import { unbox } from '../pod/unbox';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import type { Selectable } from './service';

/** How many Pods must stay, or how many may be away; a budget that lets nobody go takes an exception. */
export type PodDisruptionBudgetOptions = Omit<
  PodDisruptionBudgetSpec,
  'selector' | 'minAvailable' | 'maxUnavailable'
> & { readonly metadata?: ObjectMetadata } & (
    | { readonly minAvailable: Count; readonly maxUnavailable?: never }
    | { readonly maxUnavailable: Count; readonly minAvailable?: never }
  );

type Count = IntOrString | Except<IntOrString>;
type Fields = Readonly<Record<string, unknown>>;

/**
 * How many Pods of a workload a drain, or another eviction that can wait, may take away at a time.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export class PodDisruptionBudget extends Manifest {
  readonly #workload: Selectable<PodShape>;
  readonly #spec: Taken<Fields>;

  /** @throws TypeError where there is no workload. */
  constructor(
    scope: Construct,
    id: string,
    props: PodDisruptionBudgetOptions & { readonly workload: Selectable<PodShape> },
  ) {
    const { metadata = {}, workload, ...spec } = fieldsArgument(`PodDisruptionBudget "${id}"`, props);
    fieldsArgument(`the workload of PodDisruptionBudget "${id}"`, workload);
    super(scope, id, { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: id, ...metadata } });
    this.#workload = workload;
    this.#spec = takeIn<Fields>(spec, FieldPath.of('spec'));
  }

  protected override body(): ManifestBody {
    const path = FieldPath.of('spec');
    const notes: Note[] = [];
    const unboxed = unbox(this.#spec.value, path, notes);
    const spec = isRecord(unboxed) ? unboxed : {};
    const list = new ProblemList();
    if (spec['minAvailable'] == null && spec['maxUnavailable'] == null) {
      list.required('budget', path, 'say minAvailable or maxUnavailable', { ours: true });
    }
    const { kind, name, selector } = this.#workload;
    return {
      fields: { spec: { ...spec, selector: { matchLabels: selector } } },
      notes,
      problems: [...this.#spec.problems, ...list.problems],
      promise: `Holds back evictions that would leave ${kind} ${name} with too few ready Pods.`,
    };
  }
}
