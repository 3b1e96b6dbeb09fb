import type { Container } from '../kube/api/container';
import type { LabelSelector } from '../kube/api/meta';
import type { PodSpec } from '../kube/api/pod';
import { isAtOrBelow } from '../kube/field-path';
import { addTo, keyOf } from '../kube/groups';
import { tryPodOf } from '../kube/pod-of';
import { selects } from '../kube/validation/label-selector';
import type { Note } from '../pod/note';
import type { Problem } from '../kube/problem';

/** An object of an App as plain data, whoever made it. */
export interface AppObject {
  /** As people name it: `Deployment shop/checkout`. */
  readonly title: string;
  readonly object: Fields;
  readonly notes: readonly Note[];
}

/** A problem, and the object whose field it is. */
export interface ObjectProblem<Of extends AppObject> {
  readonly of: Of;
  readonly problem: Problem;
}

/** The fields of some object. */
export type Fields = Readonly<Record<string, unknown>>;

/** The Pods that an object makes, or is. */
export interface Pods<Of extends AppObject = AppObject> {
  readonly owner: Of;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
  /** A bare Pod is nobody's, and nothing may take it for its own. */
  readonly experiment: boolean;
}

/** The Pods of an App, found by their labels: a selector is compared with those that share its rarest label. */
export class AppPods<Of extends AppObject> {
  readonly #all: readonly Pods<Of>[];
  readonly #byNamespace = new Map<unknown, Pods<Of>[]>();
  readonly #byLabel = new Map<string, Pods<Of>[]>();

  constructor(objects: readonly Of[]) {
    this.#all = objects.flatMap((owner) => podsOf(owner));
    for (const pods of this.#all) {
      const namespace = namespaceOf(pods.owner.object);
      addTo(this.#byNamespace, namespace, pods);
      for (const label of Object.entries(pods.labels)) addTo(this.#byLabel, keyOf(namespace, label), pods);
    }
  }

  /** All Pods of a namespace. */
  in(namespace: unknown): readonly Pods<Of>[] {
    return this.#byNamespace.get(namespace) ?? [];
  }

  /** The Pods of a namespace that a selector matches. */
  selectedBy(selector: LabelSelector, namespace: unknown): readonly Pods<Of>[] {
    const alike = Object.entries(selector.matchLabels ?? {}).map(
      (label) => this.#byLabel.get(keyOf(namespace, label)) ?? [],
    );
    const [first = this.in(namespace), ...others] = alike;
    const candidates = others.reduce((fewest, pods) => (pods.length < fewest.length ? pods : fewest), first);
    return candidates.filter((pods) => selects(selector, pods.labels) === true);
  }
}

/** The containers of a Pod that run as long as it does. */
export function runningContainers({ initContainers = [], containers }: PodSpec): readonly Container[] {
  return [...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always'), ...containers];
}

/** The namespace of an object; null where whoever applies it chooses. */
export function namespaceOf(object: Fields): unknown {
  return field(object, 'metadata', 'namespace') ?? null;
}

/** Whether an exception stands at a field, or above it. */
export function isExcused({ notes }: AppObject, path: string): boolean {
  return notes.some((note) => note.kind === 'exception' && isAtOrBelow(path, note.path));
}

/** The value some steps below an object, whatever stands there. */
export function field(object: unknown, ...steps: readonly string[]): unknown {
  let value = object;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Fields)[step];
  }
  return value;
}

/** A list some steps below an object; empty where none is there. */
export function listAt(object: unknown, ...steps: readonly string[]): readonly unknown[] {
  const value = field(object, ...steps);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function podsOf<Of extends AppObject>(owner: Of): Pods<Of>[] {
  const pod = tryPodOf(owner.object);
  const labels = pod?.metadata?.labels;
  if (pod?.spec === undefined || labels === undefined) return [];
  return [{ owner, labels, spec: pod.spec, experiment: pod.holder === 'pod' }];
}
