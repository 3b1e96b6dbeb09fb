import type { FieldPath } from '../field-path';
import { checkDnsSubdomain, checkQualifiedName } from './name-checks';
import type { PodScope } from './pod-scope';
import { validateOverhead } from './resources';
import { checkRange, checkWord } from './value-checks';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];
const DEADLINE_SECONDS = [1, 2 ** 31 - 1] as const;
const NAMES = ['serviceAccountName', 'nodeName', 'priorityClassName', 'runtimeClassName'] as const;

/** The single fields of a Pod: policies, names of other objects, gates. */
export function validatePodFields(scope: PodScope, path: FieldPath): void {
  const { problems, spec } = scope;
  checkWord(problems, 'restart-policy', spec.restartPolicy, RESTART_POLICIES, path.child('restartPolicy'));
  checkWord(problems, 'preemption-policy', spec.preemptionPolicy, PREEMPTION_POLICIES, path.child('preemptionPolicy'));
  checkRange(
    problems,
    'active-deadline',
    spec.activeDeadlineSeconds,
    DEADLINE_SECONDS,
    path.child('activeDeadlineSeconds'),
  );
  for (const field of NAMES) {
    // An empty name is no name, save that of a runtime class, which the API can tell from none.
    if (spec[field] || (field === 'runtimeClassName' && spec[field] != null)) {
      checkDnsSubdomain(problems, spec[field], path.child(field));
    }
  }
  if (spec.overhead != null) validateOverhead(scope, spec.overhead, path.child('overhead'));
  validateGates(scope, path);
}

function validateGates({ problems, spec, holder }: PodScope, path: FieldPath): void {
  (spec.readinessGates ?? []).forEach((gate, position) => {
    const at = path.child('readinessGates').index(position).child('conditionType');
    checkQualifiedName(problems, gate.conditionType || '', at);
  });
  const gates = spec.schedulingGates ?? [];
  const names = new Set<string>();
  gates.forEach((gate, position) => {
    const at = path.child('schedulingGates').index(position);
    const name = gate.name || '';
    checkQualifiedName(problems, name, at);
    if (names.has(name)) problems.duplicate('duplicate-name', at, name, 'scheduling gates are unique in a Pod');
    names.add(name);
  });
  if (holder === 'pod' && spec.nodeName && gates.length > 0) {
    const detail = 'cannot be set while the Pod has scheduling gates';
    problems.forbidden('gated-node-name', path.child('nodeName'), detail);
  }
}
