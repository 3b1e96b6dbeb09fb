import type { Pod } from '../lib/pod/pod';
import type { Grown, NamesOf, PodShape, PodStep } from '../lib/pod/shape';

/** What a pattern needs to find in a Pod, by name. */
export interface Needs {
  readonly containers?: object;
  readonly volumes?: object;
  readonly ports?: object;
}

/** A function from Pod to Pod: fits every Pod that has what it needs and nothing of the names that it adds. */
export type Pattern<Added extends PodStep = object, Needed extends Needs = object> = <Shape extends PodShape>(
  pod: Pod<Shape> & Fitting<Shape, Added, Needed>,
) => Pod<Grown<Shape, Added>>;

/** A Pod inside a pattern: every name is taken as it comes, and checked at synthesis. */
export type OpenPod = Pod;

/**
 * Makes a pattern from a step that works on any Pod, and says what the compiler should know of it.
 *
 * What a pattern claims to add and to need, the compiler holds against the Pod that it is used on; what the step really
 * does is checked at synthesis, as everything is.
 *
 * @example `pattern<{ containers: { tail: 'sidecar' } }, { volumes: { logs: true } }>((pod) => pod.sidecar('tail', …))`
 */
export function pattern<Added extends PodStep = object, Needed extends Needs = object>(
  step: (pod: OpenPod) => Pod,
): Pattern<Added, Needed> {
  // The same value: only what the compiler knows of it differs.
  return (pod) => step(pod as unknown as OpenPod) as unknown as never;
}

/** The name of the application container, which a Pod is started with. */
export function applicationOf({ model }: OpenPod): string {
  return model.containers[0]?.name ?? '';
}

/** Nothing to ask of a Pod that fits; of another, a sentence that says what is missing or taken. */
type Fitting<Shape extends PodShape, Added, Needed> = FirstSaid<
  [
    MissingSaid<Missing<Shape, Needed, 'containers'>, 'container'>,
    MissingSaid<Missing<Shape, Needed, 'volumes'>, 'volume'>,
    MissingSaid<Missing<Shape, Needed, 'ports'>, 'port'>,
    TakenSaid<Taken<Shape, Added, 'containers'>, 'container'>,
    TakenSaid<Taken<Shape, Added, 'volumes'>, 'volume'>,
    TakenSaid<Taken<Shape, Added, 'ports'>, 'port'>,
    BoundSaid<Bound<Shape, Added>>,
  ]
>;

type Kind = 'containers' | 'volumes' | 'ports';

type Missing<Shape extends PodShape, Needed, K extends Kind> = Needed extends { readonly [Key in K]: infer Names }
  ? string extends NamesOf<Shape[K]>
    ? never
    : string extends NamesOf<Names>
      ? never
      : Exclude<NamesOf<Names>, NamesOf<Shape[K]>>
  : never;

type Taken<Shape extends PodShape, Added, K extends Kind> = Added extends { readonly [Key in K]: infer Names }
  ? string extends NamesOf<Shape[K]> | NamesOf<Names>
    ? never
    : Extract<NamesOf<Names>, NamesOf<Shape[K]>>
  : never;

type Bound<Shape extends PodShape, Added> = Added extends { readonly bindings: infer More }
  ? string extends Shape['bindings']
    ? never
    : Extract<More, Shape['bindings']>
  : never;

type MissingSaid<Name extends string, What extends string> = [Name] extends [never]
  ? never
  : `this pattern needs a ${What} named '${Name}', and the Pod has none: add it before`;

type TakenSaid<Name extends string, What extends string> = [Name] extends [never]
  ? never
  : `a ${What} named '${Name}' exists already in this Pod`;

type BoundSaid<Binding> = [Binding] extends [never]
  ? never
  : `port ${Binding & string} is bound already by another container of this Pod`;

type FirstSaid<Sentences extends readonly unknown[]> = Sentences extends readonly [infer First, ...infer Others]
  ? [First] extends [never]
    ? FirstSaid<Others>
    : First
  : unknown;
