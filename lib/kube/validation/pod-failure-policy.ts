import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from '../api/job';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { isLabelKey } from './label';
import type { Written } from './written';

const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
const MOST_CONDITIONS = 20;
const ACTIONS: readonly string[] = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS: readonly string[] = ['In', 'NotIn'];
const STATUSES: readonly string[] = ['False', 'True', 'Unknown'];

/**
 * Judges what a Job does about Pods that failed in a known way.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
 */
export function validatePodFailurePolicy(problems: ProblemList, spec: Partial<JobSpec>, path: FieldPath): void {
  const rules: readonly Written<PodFailurePolicyRule>[] = spec.podFailurePolicy?.rules ?? [];
  const place = path.child('rules');
  if (rules.length > MOST_RULES) problems.tooMany('failure-rules', place, rules.length, MOST_RULES);
  rules.forEach((rule, position) => {
    validateRule(problems, rule, place.index(position), spec);
  });
}

function validateRule(
  problems: ProblemList,
  { action = '', onExitCodes, onPodConditions = [] }: Written<PodFailurePolicyRule>,
  path: FieldPath,
  spec: Partial<JobSpec>,
): void {
  if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
    problems.invalid('failure-action', path.child('action'), action, 'needs backoffLimitPerIndex to be set');
  }
  checkRequiredWord(problems, 'failure-action', action, ACTIONS, path.child('action'));
  if (onExitCodes !== undefined) validateExitCodes(problems, onExitCodes, path.child('onExitCodes'), spec);
  validateConditions(problems, onPodConditions, path.child('onPodConditions'));
  if ((onExitCodes === undefined) === (onPodConditions.length === 0)) {
    problems.invalid('failure-rule', path, undefined, 'a rule has either onExitCodes or onPodConditions');
  }
}

function validateExitCodes(
  problems: ProblemList,
  { containerName, operator = '', values = [] }: Written<PodFailurePolicyOnExitCodesRequirement>,
  path: FieldPath,
  { template }: Partial<JobSpec>,
): void {
  checkRequiredWord(problems, 'exit-code-operator', operator, OPERATORS, path.child('operator'));
  const names = [...(template?.spec?.containers ?? []), ...(template?.spec?.initContainers ?? [])].map(
    ({ name }) => name,
  );
  if (containerName !== undefined && !names.includes(containerName)) {
    const detail = 'must be the name of a container or an init container of the template';
    problems.invalid('exit-code-container', path.child('containerName'), containerName, detail);
  }
  const place = path.child('values');
  if (values.length === 0) problems.invalid('exit-codes', place, values, 'at least one exit code must be given');
  if (values.length > MOST_EXIT_CODES) problems.tooMany('exit-codes', place, values.length, MOST_EXIT_CODES);
  values.forEach((value, position) => {
    if (operator === 'In' && value === 0) {
      problems.invalid('exit-codes', place.index(position), value, 'must not be 0, which is no failure');
    }
    if (values.indexOf(value) < position) {
      problems.duplicate('exit-codes', place.index(position), value, 'an exit code stands once');
    }
  });
  if (values.some((value, position) => position > 0 && (values[position - 1] ?? value) > value)) {
    problems.invalid('exit-codes', place, values, 'must be in ascending order');
  }
}

function validateConditions(
  problems: ProblemList,
  conditions: readonly Written<PodFailurePolicyOnPodConditionsPattern>[],
  path: FieldPath,
): void {
  if (conditions.length > MOST_CONDITIONS) {
    problems.tooMany('failure-conditions', path, conditions.length, MOST_CONDITIONS);
  }
  conditions.forEach(({ status = '', type = '' }, position) => {
    const place = path.index(position);
    if (!isLabelKey(type)) {
      problems.invalid(
        'failure-condition',
        place.child('type'),
        type,
        'a condition is a name such as DisruptionTarget',
      );
    }
    checkRequiredWord(problems, 'failure-condition', status, STATUSES, place.child('status'));
  });
}

function checkRequiredWord(
  problems: ProblemList,
  code: string,
  word: string,
  allowed: readonly string[],
  path: FieldPath,
): void {
  if (word === '') problems.required(code, path, `must be one of ${allowed.join(', ')}`);
  else if (!allowed.includes(word)) problems.notSupported(code, path, word, allowed);
}
