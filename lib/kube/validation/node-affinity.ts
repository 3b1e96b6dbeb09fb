import type {
  NodeAffinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PreferredSchedulingTerm,
} from '../api/scheduling';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { atLeast, type KubernetesVersion } from '../version';
import { validateLabelKey, validateLabelValue } from './label';
import { isSubdomain } from './names';

/** A requirement as somebody wrote it: nothing is certain to be there. */
type Written = Partial<NodeSelectorRequirement>;

/**
 * Judges which nodes a Pod needs and prefers.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity
 */
export function validateNodeAffinity(
  affinity: NodeAffinity | undefined,
  path: FieldPath,
  problems: ProblemList,
  version: KubernetesVersion,
): void {
  if (affinity === undefined) return;
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  if (required !== undefined) {
    const place = path.child('requiredDuringSchedulingIgnoredDuringExecution').child('nodeSelectorTerms');
    validateTerms(required, place, problems, atLeast(version, '1.33'));
  }
  preferred.forEach(({ weight, preference }: Partial<PreferredSchedulingTerm>, position) => {
    const place = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position);
    validateWeight(weight, place.child('weight'), problems);
    validateTerm(preference ?? {}, place.child('preference'), problems, false);
  });
}

/** Judges the weight of a preferred term: 1 to 100. */
export function validateWeight(weight: number | undefined, path: FieldPath, problems: ProblemList): void {
  const value = weight ?? 0;
  if (value < 1 || value > 100) problems.invalid('affinity-weight', path, value, 'a weight is 1 to 100');
}

function validateTerms(
  { nodeSelectorTerms = [] }: Partial<NodeSelector>,
  path: FieldPath,
  problems: ProblemList,
  judgesValues: boolean,
): void {
  if (nodeSelectorTerms.length === 0) problems.required('node-terms', path, 'at least one term must be given');
  nodeSelectorTerms.forEach((term, position) => {
    validateTerm(term, path.index(position), problems, judgesValues);
  });
}

function validateTerm(term: NodeSelectorTerm, path: FieldPath, problems: ProblemList, judgesValues: boolean): void {
  term.matchExpressions?.forEach((requirement, position) => {
    const place = path.child('matchExpressions').index(position);
    validateLabelRequirement(requirement, place, problems);
    if (judgesValues) validateLabelValues(requirement, place.child('values'), problems);
  });
  term.matchFields?.forEach((requirement, position) => {
    validateFieldRequirement(requirement, path.child('matchFields').index(position), problems);
  });
}

function validateLabelRequirement(
  { key = '', operator = '', values = [] }: Written,
  path: FieldPath,
  problems: ProblemList,
): void {
  const place = path.child('values');
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0) {
      problems.required('selector-values', place, `operator "${operator}" needs at least one value`);
    }
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0) problems.forbidden('selector-values', place, `operator "${operator}" takes no values`);
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1) {
      problems.required('selector-values', place, `operator "${operator}" needs exactly one value`);
    }
  } else {
    const detail = 'an operator is one of "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"';
    problems.invalid('selector-operator', path.child('operator'), operator, detail);
  }
  validateLabelKey(key, path.child('key'), problems);
}

function validateLabelValues({ values = [] }: Written, path: FieldPath, problems: ProblemList): void {
  values.forEach((value, position) => {
    validateLabelValue(value, path.index(position), problems);
  });
}

/** The only field of a node that can be asked for is its name, one at a time. */
function validateFieldRequirement(
  { key = '', operator = '', values = [] }: Written,
  path: FieldPath,
  problems: ProblemList,
): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    const detail = 'matchFields knows the operators "In" and "NotIn"';
    problems.invalid('selector-operator', path.child('operator'), operator, detail);
  } else if (values.length !== 1) {
    problems.required('selector-values', path.child('values'), 'matchFields takes exactly one value');
  }
  if (key !== 'metadata.name') {
    problems.invalid('node-field', path.child('key'), key, 'the only field that can be selected is "metadata.name"');
    return;
  }
  values.forEach((value, position) => {
    if (!isSubdomain(value)) {
      const detail = 'a node name is lower-case letters, digits, "-" and "."';
      problems.invalid('node-name', path.child('values').index(position), value, detail);
    }
  });
}
