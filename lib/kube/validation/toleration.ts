import type { Toleration } from '../api/scheduling';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { isLabelValue, validateLabelKey } from './label';
import type { Written } from './written';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/**
 * Judges which taints of nodes a Pod bears. The operators `Lt` and `Gt` are behind a gate that is off by default, so
 * that the server refuses them.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export function validateTolerations(
  problems: ProblemList,
  tolerations: readonly Toleration[] | undefined,
  path: FieldPath,
): void {
  tolerations?.forEach((toleration, position) => {
    const place = path.index(position);
    validateKey(problems, toleration, place);
    validateOperator(problems, toleration, place.child('operator'));
    validateEffect(problems, toleration, place.child('effect'));
  });
}

function validateKey(problems: ProblemList, { key = '', operator = '' }: Written<Toleration>, path: FieldPath): void {
  if (key !== '') {
    validateLabelKey(problems, key, path.child('key'));
  } else if (operator !== 'Exists') {
    const detail = 'must be "Exists" where no key is given, which bears every taint';
    problems.invalid('toleration-operator', path.child('operator'), operator, detail);
  }
}

/** The server reports a value that does not fit the operator at the operator. */
function validateOperator(
  problems: ProblemList,
  { operator = '', value = '' }: Written<Toleration>,
  path: FieldPath,
): void {
  if (operator === '' || operator === 'Equal') {
    if (!isLabelValue(value)) {
      const detail = 'a value is at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';
      problems.invalid('toleration-value', path, value, detail);
    }
  } else if (operator === 'Exists') {
    if (value !== '') problems.invalid('toleration-value', path, value, 'operator "Exists" takes no value');
  } else {
    problems.notSupported('toleration-operator', path, operator, ['Equal', 'Exists']);
  }
}

function validateEffect(
  problems: ProblemList,
  { effect = '', tolerationSeconds }: Written<Toleration>,
  path: FieldPath,
): void {
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    problems.invalid('toleration-effect', path, effect, 'must be "NoExecute" where tolerationSeconds is set');
  }
  if (effect !== '' && !EFFECTS.includes(effect)) problems.notSupported('toleration-effect', path, effect, EFFECTS);
}
