import type { LabelSelector, LabelSelectorRequirement } from '../../lib/kube/api/meta';
import type { NodeSelectorRequirement } from '../../lib/kube/api/scheduling';
import { code, list, names } from './words';

/** Labels as pairs: `` `a=b` and `c=d` ``. */
export function labelsText(labels: Readonly<Record<string, string>>): string {
  return names(Object.entries(labels).map(([key, value]) => `${key}=${value}`));
}

/** What a requirement asks of a label, as the end of `with …`: `` `zone` in `a` or `b` ``. */
export function requirementText({
  key,
  operator,
  values = [],
}: NodeSelectorRequirement | LabelSelectorRequirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? code(`${key}=${values[0] ?? ''}`) : `${code(key)} among ${names(values, 'or')}`;
    case 'NotIn':
      return `${code(key)} not ${values.length === 1 ? '' : 'among '}${names(values, 'or')}`;
    case 'Exists':
      return `the label ${code(key)}`;
    case 'DoesNotExist':
      return `no label ${code(key)}`;
    case 'Gt':
      return `${code(key)} over ${names(values)}`;
    case 'Lt':
      return `${code(key)} under ${names(values)}`;
    default:
      return `${code(key)} ${code(operator)} ${names(values)}`;
  }
}

/** What a selector asks of an object's labels: `` `app=a` and the label `b` ``. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const pairs = Object.entries(matchLabels).map(([key, value]) => code(`${key}=${value}`));
  return list([...pairs, ...matchExpressions.map(requirementText)]);
}
