import type { LabelSelector } from '../../kube/api/meta';
import type { IntOrString } from '../../kube/api/scalars';
import { FieldPath } from '../../kube/field-path';
import { ProblemList } from '../../kube/problem-list';
import { selects } from '../../kube/validation/label-selector';
import { isRecord } from '../../kube/is-record';
import { field, isExcused, namespaceOf } from '../app-pods';
import type { AppObject, AppPods, Fields, ObjectProblem, Pods } from '../app-pods';
import { autoscalersByTarget, targetKey } from './autoscalers';

/** Budgets that count no Pods, that can never be met, or under which no Pod can ever be evicted. */
export function budgetProblems<Of extends AppObject>(
  objects: readonly Of[],
  pods: AppPods<Of>,
): readonly ObjectProblem<Of>[] {
  const autoscalers = autoscalersByTarget(objects);
  return objects
    .filter(({ object }) => object['kind'] === 'PodDisruptionBudget')
    .flatMap((of) => {
      const list = new ProblemList();
      const most = (owner: Fields) => mostPods(owner, autoscalers.get(targetKey(owner)) ?? []);
      judgeBudget(of.object, pods, most, list);
      return list.problems.filter(({ path }) => !isExcused(of, path)).map((problem) => ({ of, problem }));
    });
}

type Most = (owner: Fields) => number | undefined;

function judgeBudget(object: Fields, pods: AppPods<AppObject>, mostOf: Most, list: ProblemList): void {
  const path = FieldPath.of('spec');
  const { selector, minAvailable, maxUnavailable } = (object['spec'] ?? {}) as Fields;
  if (isAll(maxUnavailable, 0)) {
    list.invalid('budget-allows-nothing', path.child('maxUnavailable'), maxUnavailable, DRAIN, OURS);
  }
  if (isAll(minAvailable, 100)) {
    list.invalid('budget-allows-nothing', path.child('minAvailable'), minAvailable, DRAIN, OURS);
  }
  // The judge refuses a broken selector.
  if (!isRecord(selector) || selects(selector) === undefined) return;
  const namespace = namespaceOf(object);
  const counted = pods.selectedBy(selector as LabelSelector, namespace).filter(({ experiment }) => !experiment);
  if (counted.length === 0) {
    if (pods.in(namespace).every(({ experiment }) => experiment)) return;
    const detail = `none of the Pods that this App makes in the namespace has these labels; if it is meant, say why with excuse(budget, path, why)`;
    list.invalid('budget-selects-nothing', path.child('selector'), selector, detail, OURS);
    return;
  }
  if (typeof minAvailable !== 'number') return;
  const most = sum(counted, mostOf);
  if (most === undefined || most === 0 || minAvailable < most) return;
  const names = counted.map(({ owner }) => owner.title).join(', ');
  if (minAvailable > most) {
    const detail = `can never be met: ${names} has at most ${most}`;
    list.invalid('budget-never-met', path.child('minAvailable'), minAvailable, detail, OURS);
  } else {
    list.invalid(
      'budget-allows-nothing',
      path.child('minAvailable'),
      minAvailable,
      `${names} has at most ${most}, so that ${DRAIN}`,
      OURS,
    );
  }
}

/** The most Pods that a workload has; undefined where somebody else decides. */
function mostPods(owner: Fields, autoscalers: readonly AppObject[]): number | undefined {
  const [autoscaler] = autoscalers;
  const most =
    autoscaler === undefined ? field(owner, 'spec', 'replicas') : field(autoscaler.object, 'spec', 'maxReplicas');
  return typeof most === 'number' ? most : undefined;
}

function sum(counted: readonly Pods[], mostOf: Most): number | undefined {
  return counted.reduce<number | undefined>((total, { owner }) => {
    const most = mostOf(owner.object);
    return total === undefined || most === undefined ? undefined : total + most;
  }, 0);
}

function isAll(value: unknown, percent: 0 | 100): boolean {
  const given = value as IntOrString | undefined;
  return given === `${percent}%` || (percent === 0 && given === 0);
}

const DRAIN =
  'no Pod can ever be evicted: a drain of its node waits until somebody deletes it; if it is meant, wrap the value in except(value, why), or say why with excuse(budget, path, why)';
const OURS = { ours: true } as const;
