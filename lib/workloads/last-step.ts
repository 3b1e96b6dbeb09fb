import type { ApiObject } from 'cdk8s';
import type { Note } from '../pod/note';

/** What is done to a stock object when it is rendered; what is said of its fields goes into the notes. */
export type LastStep = (object: Fields, notes: Note[]) => Fields;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Adds a step to the rendering of a stock object, after everything that its own construct and JSON patches do, in any
 * App. Steps are taken in the order in which they were added, and as often as the object is rendered.
 */
export function addLastStep(object: ApiObject, step: LastStep): void {
  const known = STOCK.get(object);
  if (known !== undefined) {
    known.steps.push(step);
    return;
  }
  STOCK.set(object, { own: object.toJson.bind(object), steps: [step] });
  object.toJson = () => renderStock(object).object;
}

/** A stock object as it will be written, and what its steps say of it. */
export function renderStock(object: ApiObject): { readonly object: Fields; readonly notes: readonly Note[] } {
  const { own, steps } = STOCK.get(object) ?? { own: () => object.toJson() as Fields, steps: [] };
  const notes: Note[] = [];
  return { object: steps.reduce((sofar, step) => step(sofar, notes), own()), notes };
}

const STOCK = new WeakMap<ApiObject, { readonly own: () => Fields; readonly steps: LastStep[] }>();
