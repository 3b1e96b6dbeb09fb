import type { LabelSelector } from '../lib/kube/api/meta';
import { isMap } from '../lib/kube/schema/walk';
import { selects } from '../lib/kube/validation/label-selector';
import { fieldOf, listOf, textsOf } from './entity';

/** A label selector as far as it can be read; undefined where there is none, or where its expressions are broken. */
export function readSelector(written: unknown): LabelSelector | undefined {
  if (!isMap(written)) return undefined;
  const expressions = listOf(written['matchExpressions']);
  if (!expressions.every(isReadable)) return undefined;
  // What stands in an expression was just looked at; an unknown operator makes `selects` say that nothing can be said.
  const selector = { matchLabels: textsOf(written['matchLabels']), matchExpressions: expressions } as LabelSelector;
  return selects(selector) === undefined ? undefined : selector;
}

/** Whether a selector selects an object with these labels; false where it cannot be read. */
export function selectsLabels(written: unknown, labels: Readonly<Record<string, string>>): boolean {
  return selects(readSelector(written), labels) === true;
}

function isReadable(expression: unknown): boolean {
  return (
    typeof fieldOf(expression, 'key') === 'string' &&
    listOf(fieldOf(expression, 'values')).every((value) => typeof value === 'string')
  );
}
