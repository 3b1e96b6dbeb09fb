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
import { checkDnsSubdomain } from './name-checks';
import type { Written } from './written';

type Requirement = Written<NodeSelectorRequirement>;

/**
 * Judges which nodes a Pod needs and prefers.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity
 */
export function validateNodeAffinity(
  problems: ProblemList,
  affinity: NodeAffinity | undefined,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  if (affinity === undefined) return;
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  if (required !== undefined) {
    const place = path.child('requiredDuringSchedulingIgnoredDuringExecution').child('nodeSelectorTerms');
    validateTerms(problems, required, place, atLeast(version, '1.33'));
  }
  preferred.forEach(({ weight, preference }: Partial<PreferredSchedulingTerm>, position) => {
    const place = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position);
    validateWeight(problems, weight, place.child('weight'));
    validateTerm(problems, preference ?? {}, place.child('preference'), false);
  });
}

/** Judges the weight of a preferred term: 1 to 100. */
export function validateWeight(problems: ProblemList, weight: number | undefined, path: FieldPath): void {
  const value = weight ?? 0;
  if (value < 1 || value > 100) problems.invalid('affinity-weight', path, value, 'a weight is 1 to 100');
}

function validateTerms(
  problems: ProblemList,
  { nodeSelectorTerms = [] }: Partial<NodeSelector>,
  path: FieldPath,
  judgesValues: boolean,
): void {
  if (nodeSelectorTerms.length === 0) problems.required('node-terms', path, 'at least one term must be given');
  nodeSelectorTerms.forEach((term, position) => {
    validateTerm(problems, term, path.index(position), judgesValues);
  });
}

function validateTerm(problems: ProblemList, term: NodeSelectorTerm, path: FieldPath, judgesValues: boolean): void {
  term.matchExpressions?.forEach((requirement, position) => {
    const place = path.child('matchExpressions').index(position);
    validateLabelRequirement(problems, requirement, place);
    if (judgesValues) validateLabelValues(problems, requirement, place.child('values'));
  });
  term.matchFields?.forEach((requirement, position) => {
    validateFieldRequirement(problems, requirement, path.child('matchFields').index(position));
  });
}

function validateLabelRequirement(
  problems: ProblemList,
  { key = '', operator = '', values = [] }: Requirement,
  path: FieldPath,
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
  validateLabelKey(problems, key, path.child('key'));
}

function validateLabelValues(problems: ProblemList, { values = [] }: Requirement, path: FieldPath): void {
  values.forEach((value, position) => {
    validateLabelValue(problems, value, path.index(position));
  });
}

/** The only field of a node that can be asked for is its name, one at a time. */
function validateFieldRequirement(
  problems: ProblemList,
  { key = '', operator = '', values = [] }: Requirement,
  path: FieldPath,
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
    checkDnsSubdomain(problems, value, path.child('values').index(position));
  });
}
