import type { LabelSelector } from '../kube/api/meta';
import type { Problem } from '../kube/problem';
import { field, namespaceOf } from './app-pods';
import type { AppObject, AppPods, Fields, ObjectProblem, Pods } from './app-pods';

/**
 * Finds selectors that match Pods they are not meant for: an owner those of another owner, which it would adopt or
 * fight over, and an owner or a Service those of an experiment.
 */
export function selectorProblems<Of extends AppObject>(
  objects: readonly Of[],
  all: AppPods<Of>,
): readonly ObjectProblem<Of>[] {
  return objects.flatMap((of) => {
    const selecting = selectionOf(of.object);
    if (selecting === undefined) return [];
    return all
      .selectedBy(selecting.selector, namespaceOf(of.object))
      .filter((pods) => pods.owner.object !== of.object && (selecting.owns || pods.experiment))
      .map((pods) => ({ of, problem: overlap(selecting, pods) }));
  });
}

interface Selection {
  readonly selector: LabelSelector;
  readonly path: string;
  /** Whether it believes the Pods to be its own, as an owner does and a Service does not. */
  readonly owns: boolean;
}

function selectionOf({ kind, spec }: Fields): Selection | undefined {
  const selector = field(spec, 'selector') as Fields | undefined;
  if (selector === undefined) return undefined;
  if (kind === 'Service')
    return { selector: { matchLabels: selector } as LabelSelector, path: 'spec.selector', owns: false };
  // A PodDisruptionBudget, a ServiceMonitor: they select the Pods of others, and mean to.
  return OWNERS.includes(kind) ? { selector, path: 'spec.selector', owns: true } : undefined;
}

const OWNERS: readonly unknown[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

function overlap({ path, selector }: Selection, { owner, experiment }: Pods): Problem {
  const mend = experiment ? 'give the experiment labels of its own' : 'give each workload a label value of its own';
  const detail = `matches the Pods of ${owner.title} too: ${mend}`;
  return { code: 'overlapping-selector', path, type: 'Invalid', value: selector, detail, ours: true };
}
