import type { TopologySpreadConstraint } from '../api/scheduling';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { atLeast } from '../version';
import { validateLabelKey } from './label';
import { validateLabelKeys } from './label-keys';
import { validateLabelSelector } from './label-selector';
import type { SchedulingContext } from './scheduling-context';
import type { Written } from './written';

/**
 * Judges how evenly Pods are to be spread over zones, nodes or other places.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function validateTopologySpread(
  problems: ProblemList,
  constraints: readonly Written<TopologySpreadConstraint>[] | undefined,
  path: FieldPath,
  context: SchedulingContext,
): void {
  constraints?.forEach((constraint, position) => {
    const place = path.index(position);
    validateBounds(problems, constraint, place);
    findTwin(problems, constraint, constraints.slice(position + 1), place);
    validatePolicy(problems, constraint.nodeAffinityPolicy, place.child('nodeAffinityPolicy'));
    validatePolicy(problems, constraint.nodeTaintsPolicy, place.child('nodeTaintsPolicy'));
    if (atLeast(context.version, '1.34')) {
      validateLabelKeys(problems, constraint, place, context.podLabels);
    } else {
      validateUnmergedKeys(problems, constraint, place.child('matchLabelKeys'));
    }
    validateLabelSelector(problems, constraint.labelSelector, place.child('labelSelector'));
  });
}

function validateBounds(problems: ProblemList, constraint: Written<TopologySpreadConstraint>, path: FieldPath): void {
  const { maxSkew = 0, minDomains, topologyKey = '', whenUnsatisfiable = '' } = constraint;
  if (maxSkew < 1) {
    problems.invalid('max-skew', path.child('maxSkew'), maxSkew, 'must be greater than 0');
  }
  if (topologyKey === '') {
    problems.required('topology-key', path.child('topologyKey'), 'name the node label that tells the places apart');
  }
  if (whenUnsatisfiable !== 'DoNotSchedule' && whenUnsatisfiable !== 'ScheduleAnyway') {
    const allowed = ['DoNotSchedule', 'ScheduleAnyway'];
    problems.notSupported('when-unsatisfiable', path.child('whenUnsatisfiable'), whenUnsatisfiable, allowed);
  }
  if (minDomains === undefined) return;
  if (minDomains < 1) problems.invalid('min-domains', path.child('minDomains'), minDomains, 'must be greater than 0');
  if (whenUnsatisfiable !== 'DoNotSchedule') {
    const detail = 'may only be set where whenUnsatisfiable is "DoNotSchedule"';
    problems.invalid('min-domains', path.child('minDomains'), minDomains, detail);
  }
}

function findTwin(
  problems: ProblemList,
  { topologyKey = '', whenUnsatisfiable = '' }: Written<TopologySpreadConstraint>,
  others: readonly Written<TopologySpreadConstraint>[],
  path: FieldPath,
): void {
  const isTwin = (other: Written<TopologySpreadConstraint>) =>
    (other.topologyKey ?? '') === topologyKey && (other.whenUnsatisfiable ?? '') === whenUnsatisfiable;
  if (!others.some(isTwin)) return;
  const detail = 'a topologyKey may stand once with each whenUnsatisfiable';
  const value = `{${topologyKey}, ${whenUnsatisfiable}}`;
  problems.duplicate('duplicate-spread', path.child('{topologyKey, whenUnsatisfiable}'), value, detail);
}

function validatePolicy(problems: ProblemList, policy: string | undefined, path: FieldPath): void {
  if (policy === undefined || policy === 'Honor' || policy === 'Ignore') return;
  problems.notSupported('spread-policy', path, policy, ['Honor', 'Ignore']);
}

/** The rule of servers that do not merge the keys into the selector. */
function validateUnmergedKeys(
  problems: ProblemList,
  { labelSelector, matchLabelKeys = [] }: Written<TopologySpreadConstraint>,
  path: FieldPath,
): void {
  if (matchLabelKeys.length === 0) return;
  if (labelSelector === undefined) {
    problems.forbidden('label-keys-without-selector', path, 'may only be set beside a labelSelector');
  }
  const { matchLabels = {}, matchExpressions = [] } = labelSelector ?? {};
  const selected = new Set([...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)]);
  matchLabelKeys.forEach((key, position) => {
    validateLabelKey(problems, key, path.index(position));
    if (selected.has(key)) {
      const detail = 'a key of matchLabelKeys cannot be in the labelSelector too';
      problems.invalid('label-keys-in-selector', path.index(position), key, detail);
    }
  });
}
