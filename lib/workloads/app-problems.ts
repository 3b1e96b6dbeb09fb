import { AppPods } from './app-pods';
import type { AppObject, Fields, ObjectProblem } from './app-pods';
import { autoscalerProblems } from './checks/autoscalers';
import { budgetProblems } from './checks/budgets';
import { namespaceProblems } from './checks/namespaces';
import { referenceProblems } from './checks/references';
import { serviceProblems } from './checks/services';
import { selectorProblems } from './selectors';
import { tryReadableObject } from '../kube/readable';
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
  const read = objects.map((of) => readable(of, targetOf(of)));
  const pods = new AppPods(read);
  const found = [
    ...selectorProblems(read, pods),
    ...serviceProblems(read, pods),
    ...autoscalerProblems(read),
    ...budgetProblems(read, pods),
    ...namespaceProblems(read, pods, ({ of }) => targetOf(of)),
    ...referenceProblems(read),
  ];
  return found.map(({ of, problem }) => ({ of: of.of, problem }));
}

interface Readable<Of extends AppObject> extends AppObject {
  /** The object as it was given. */
  readonly of: Of;
}

/** What the judge has complained about is left out, so that nothing here trips over it. */
function readable<Of extends AppObject>(of: Of, target: KubernetesVersion): Readable<Of> {
  const { title, notes, object } = of;
  return { of, title, notes, object: (tryReadableObject(object, target) as Fields | undefined) ?? object };
}
