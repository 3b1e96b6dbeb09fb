import type { LabelSelector } from '../kube/api/meta';
import type { Problem } from '../kube/problem';
import { selects } from '../kube/validation/label-selector';

/** An object of an App as plain data, whoever made it. */
export interface AppObject {
  /** As people name it: `Deployment shop/checkout`. */
  readonly title: string;
  readonly object: Fields;
}

/** A problem, and the object whose field it is. */
export interface ObjectProblem<Of extends AppObject> {
  readonly of: Of;
  readonly problem: Problem;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Finds selectors that match Pods they are not meant for: an owner those of another owner, which it would adopt or
 * fight over, and an owner or a Service those of an experiment.
 *
 * A selector is compared with the Pods that share its rarest label; one of expressions alone, with all of them.
 */
export function selectorProblems<Of extends AppObject>(objects: readonly Of[]): ObjectProblem<Of>[] {
  const all = objects.flatMap(podsOf);
  const byLabel = indexByLabel(all);
  return objects.flatMap((of) => {
    const selecting = selectionOf(of.object);
    if (selecting === undefined) return [];
    return candidatesFor(selecting, namespaceOf(of.object), byLabel, all)
      .filter((pods) => pods.owner.object !== of.object && (selecting.owns || pods.experiment))
      .filter((pods) => selects(selecting.selector, pods.labels) === true)
      .map((pods) => ({ of, problem: overlap(selecting, pods) }));
  });
}

interface Pods {
  readonly owner: AppObject;
  readonly labels: Readonly<Record<string, string>>;
  /** A bare Pod is nobody's, and nothing may take it for its own. */
  readonly experiment: boolean;
}

interface Selection {
  readonly selector: LabelSelector;
  readonly path: string;
  /** Whether it believes the Pods to be its own, as an owner does and a Service does not. */
  readonly owns: boolean;
}

function podsOf(owner: AppObject): Pods[] {
  const { kind, spec } = owner.object;
  const template = kind === 'CronJob' ? field(spec, 'jobTemplate', 'spec', 'template') : field(spec, 'template');
  const pods = kind === 'Pod' ? owner.object : template;
  const labels = field(pods, 'metadata', 'labels') as Pods['labels'] | undefined;
  return labels === undefined ? [] : [{ owner, labels, experiment: kind === 'Pod' }];
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

function indexByLabel(pods: readonly Pods[]): ReadonlyMap<string, Pods[]> {
  const index = new Map<string, Pods[]>();
  for (const some of pods) {
    for (const label of Object.entries(some.labels)) {
      const place = placeOf(namespaceOf(some.owner.object), label);
      const alike = index.get(place);
      if (alike === undefined) index.set(place, [some]);
      else alike.push(some);
    }
  }
  return index;
}

function candidatesFor(
  { selector: { matchLabels = {} } }: Selection,
  namespace: unknown,
  byLabel: ReadonlyMap<string, readonly Pods[]>,
  all: readonly Pods[],
): readonly Pods[] {
  const alike = Object.entries(matchLabels).map((label) => byLabel.get(placeOf(namespace, label)) ?? []);
  const [first, ...others] = alike;
  if (first === undefined) return all.filter(({ owner }) => namespaceOf(owner.object) === namespace);
  return others.reduce((fewest, pods) => (pods.length < fewest.length ? pods : fewest), first);
}

function placeOf(namespace: unknown, label: [string, string]): string {
  return JSON.stringify([namespace, label]);
}

function namespaceOf(object: Fields): unknown {
  return field(object, 'metadata', 'namespace') ?? null;
}

function overlap({ path, selector }: Selection, { owner, experiment }: Pods): Problem {
  const mend = experiment ? 'give the experiment labels of its own' : 'give each workload a label value of its own';
  const detail = `matches the Pods of ${owner.title} too: ${mend}`;
  return { code: 'overlapping-selector', path, type: 'Invalid', value: selector, detail, ours: true };
}

/** The value some steps below an object, whatever stands there. */
function field(object: unknown, ...steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Fields)[step] : undefined),
    object,
  );
}
