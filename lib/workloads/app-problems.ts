import { AppPods } from './app-pods';
import type { AppObject, ObjectProblem } from './app-pods';
import { autoscalerProblems } from './checks/autoscalers';
import { budgetProblems } from './checks/budgets';
import { namespaceProblems } from './checks/namespaces';
import { referenceProblems } from './checks/references';
import { serviceProblems } from './checks/services';
import { selectorProblems } from './selectors';
import type { KubernetesVersion } from '../kube/version';

/**
 * What is wrong with the objects of an App together, where none is wrong for itself: linear in their number.
 *
 * Only what can never work is a problem. What may well stand outside of the App (a Secret, a ServiceAccount) is not
 * missed, unless the App itself shows that another was meant.
 *
 * @param objects All that meet in one cluster, each identity once.
 */
export function appProblems<Of extends AppObject>(
  objects: readonly Of[],
  targetOf: (of: Of) => KubernetesVersion,
): readonly ObjectProblem<Of>[] {
  const pods = new AppPods(objects);
  return [
    ...selectorProblems(objects, pods),
    ...serviceProblems(objects, pods),
    ...autoscalerProblems(objects),
    ...budgetProblems(objects, pods),
    ...namespaceProblems(objects, pods, targetOf),
    ...referenceProblems(objects),
  ];
}
