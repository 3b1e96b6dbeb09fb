import { code, list } from '../report/words';
import type { WorkloadRule } from '../rule';

/** The API that evicts Pods refuses where it finds two budgets. */
export const uniqueDisruptionBudgets: WorkloadRule = {
  id: 'unique-disruption-budgets',
  about: 'workload',
  severity: 'warning',
  title: 'A Pod is counted by one PodDisruptionBudget',
  consequence: 'Every eviction of the Pod fails, so that its node cannot be drained.',
  fix: 'Keep one of them, or make their selectors tell the Pods apart.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/#how-api-initiated-eviction-works',
  *check(workload, landscape) {
    const names = new Set(landscape.budgetsOf(workload).map(({ identity }) => identity.name));
    if (names.size < 2) return;
    yield {
      path: workload.path.child('metadata').child('labels'),
      found: `The Pods are counted by ${list([...names].map(code))}.`,
    };
  },
};
