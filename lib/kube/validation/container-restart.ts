import type { Container, ContainerRestartRule } from '../api/container';
import type { FieldPath } from '../field-path';
import { gateIsOn, type PodScope } from './pod-scope';

const POLICIES = ['Always', 'Never', 'OnFailure'];
const OPERATORS = ['In', 'NotIn'];
const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;

/** The restart policy of a single container, which only sidecars had before 1.35, and its rules by exit code. */
export function validateContainerRestart(
  scope: PodScope,
  container: Container,
  role: 'initContainers' | 'containers',
  path: FieldPath,
): void {
  const { restartPolicy: policy, restartPolicyRules: rules } = container;
  if (policy == null && rules == null) return;
  const at = path.child('restartPolicy');
  if (gateIsOn(scope, 'containerRestartRules')) {
    validateWithRules(scope, policy, rules ?? [], path);
    validateSidecarRules(scope, container, role, path.child('restartPolicyRules'));
  } else if (policy != null && role === 'containers') {
    scope.problems.forbidden('container-restart-policy', at, 'is for init containers only, before Kubernetes 1.35');
  } else if (policy != null && policy !== 'Always' && gateIsOn(scope, 'sidecarContainers')) {
    scope.problems.notSupported('container-restart-policy', at, policy, ['Always']);
  }
}

/** A sidecar restarts whatever its exit code is, until rules could restart the whole Pod. */
function validateSidecarRules(
  scope: PodScope,
  container: Container,
  role: 'initContainers' | 'containers',
  path: FieldPath,
): void {
  if (gateIsOn(scope, 'restartAllContainers') || role === 'containers') return;
  if (container.restartPolicy !== 'Always' || !container.restartPolicyRules?.length) return;
  scope.problems.forbidden('restart-rules', path, 'are not for sidecars, before Kubernetes 1.36');
}

function validateWithRules(
  scope: PodScope,
  policy: string | undefined,
  rules: readonly ContainerRestartRule[],
  path: FieldPath,
): void {
  const { problems } = scope;
  const at = path.child('restartPolicy');
  const rulesPath = path.child('restartPolicyRules');
  if (policy != null && !POLICIES.includes(policy)) {
    problems.notSupported('container-restart-policy', at, policy, POLICIES);
  }
  if (policy == null && rules.length > 0) {
    problems.required('container-restart-policy', at, 'what happens where no rule fits');
  }
  if (rules.length > MOST_RULES) problems.tooMany('restart-rules', rulesPath, rules.length, MOST_RULES);
  rules.forEach((rule, position) => {
    validateRule(scope, rule, rulesPath.index(position));
  });
}

function validateRule(scope: PodScope, rule: ContainerRestartRule, path: FieldPath): void {
  const { problems } = scope;
  const { action, exitCodes } = rule;
  const actions = gateIsOn(scope, 'restartAllContainers') ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  if (!actions.includes(action)) problems.notSupported('restart-rule-action', path.child('action'), action, actions);
  if (exitCodes == null) {
    problems.required('restart-rule-exit-codes', path.child('exitCodes'), 'the exit codes that the rule is for');
    return;
  }
  const at = path.child('exitCodes');
  if (!OPERATORS.includes(exitCodes.operator)) {
    problems.notSupported('restart-rule-operator', at.child('operator'), exitCodes.operator, OPERATORS);
  }
  const count = exitCodes.values?.length ?? 0;
  if (count > MOST_EXIT_CODES) problems.tooMany('restart-rule-exit-codes', at.child('values'), count, MOST_EXIT_CODES);
}
