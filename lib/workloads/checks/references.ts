import type { FieldPath } from '../../kube/field-path';
import { keyOf } from '../../kube/groups';
import { ProblemList } from '../../kube/problem-list';
import { isRecord } from '../../kube/is-record';
import { field, isExcused, listAt, namespaceOf } from '../app-pods';
import type { AppObject, Fields, ObjectProblem } from '../app-pods';
import { referencesIn } from './references-in';
import type { Reference, ReferredKind } from './references-in';

/**
 * References to objects of the App that are not there, or have no such key or port.
 *
 * What an App does not make may stand elsewhere, so a missing object is a problem only where the App shows that another
 * was meant: it makes one of that name in another namespace, or one whose name differs by a letter.
 */
export function referenceProblems<Of extends AppObject>(objects: readonly Of[]): readonly ObjectProblem<Of>[] {
  const found: ObjectProblem<Of>[] = [];
  let known: Known | undefined;
  for (const of of objects) {
    const list = new ProblemList();
    for (const reference of referencesIn(of.object)) {
      known ??= new Known(objects);
      judgeReference(reference, namespaceOf(of.object), known, list);
    }
    for (const problem of list.problems) {
      if (KEYS.includes(problem.code) || !isExcused(of, problem.path)) found.push({ of, problem });
    }
  }
  return found;
}

function judgeReference(reference: Reference, namespace: unknown, known: Known, list: ProblemList): void {
  const { kind, name, path, optional, key, port } = reference;
  if (optional) return;
  const object = known.find(kind, namespace, name);
  if (object === undefined) {
    const elsewhere = known.elsewhere(kind, name);
    const near = known.near(kind, namespace, name);
    if (near !== undefined) {
      const detail = `there is no such ${kind} in this App, and there is ${near}; if it stands elsewhere, say so with excuse(object, path, why)`;
      list.notFound('unknown-reference', path, name, detail, OURS);
    } else if (elsewhere !== undefined) {
      const detail = `nothing refers across namespaces, and this App makes it as ${elsewhere.title}; if there is another here, say so with excuse(object, path, why)`;
      list.notFound('reference-across-namespaces', path, name, detail, OURS);
    }
    return;
  }
  if (key !== undefined) refuseUnknownKey(object, key.name, key.path, list);
  if (port !== undefined) refuseUnknownPort(object, port.value, port.path, list);
}

function refuseUnknownKey({ object, title }: AppObject, key: string, path: FieldPath, list: ProblemList): void {
  const keys = tryKeys(object);
  if (keys === undefined || keys.includes(key)) return;
  list.notFound('unknown-key', path, key, `the keys of ${title} are ${keys.join(', ') || 'none'}`, OURS);
}

function refuseUnknownPort(
  { object, title }: AppObject,
  port: string | number,
  path: FieldPath,
  list: ProblemList,
): void {
  const ports = listAt(object, 'spec', 'ports').filter(isRecord);
  if (field(object, 'spec', 'type') === 'ExternalName') return;
  if (ports.some((known) => known['port'] === port || known['name'] === port)) return;
  const names = ports.map(({ name, port: number }) => (name === undefined ? String(number) : [name, number].join(' ')));
  list.notFound('unknown-service-port', path, port, `the ports of ${title} are ${names.join(', ') || 'none'}`, OURS);
}

/** The keys of a ConfigMap or Secret; undefined where somebody else fills some of them in. */
function tryKeys(object: Fields): readonly unknown[] | undefined {
  switch (object['kind']) {
    case 'ExternalSecret': {
      const isOpen = field(object, 'spec', 'dataFrom') !== undefined || field(object, 'spec', 'target', 'template');
      return isOpen ? undefined : listAt(object, 'spec', 'data').map((entry) => field(entry, 'secretKey'));
    }
    case 'SealedSecret':
      return Object.keys(field(object, 'spec', 'encryptedData') ?? {});
    default: {
      const fields = ['data', 'binaryData', 'stringData'].map((name) => object[name]).filter(isRecord);
      const keys = fields.flatMap((data) => Object.keys(data));
      // A Secret without any is filled in by the cluster.
      return object['kind'] === 'Secret' && keys.length === 0 ? undefined : keys;
    }
  }
}

/** The objects of an App that others refer to, by kind, namespace and name. */
class Known {
  readonly #objects = new Map<string, AppObject>();
  readonly #byName = new Map<string, AppObject>();
  /** Names that lack one letter, and the whole names: asked for by the few references that lead nowhere. */
  #shortened: ReadonlyMap<string, string> | undefined;

  constructor(objects: readonly AppObject[]) {
    for (const of of objects) {
      const identity = tryIdentity(of);
      if (identity === undefined) continue;
      const { kind, name, namespace } = identity;
      this.#objects.set(keyOf(kind, namespace, name), of);
      this.#byName.set(keyOf(kind, name), of);
    }
  }

  find(kind: ReferredKind, namespace: unknown, name: string): AppObject | undefined {
    return this.#objects.get(keyOf(kind, namespace, name));
  }

  /** The object of this name in some other namespace. */
  elsewhere(kind: ReferredKind, name: string): AppObject | undefined {
    return this.#byName.get(keyOf(kind, name));
  }

  /** A name with a letter more or less, or two letters the other way round; digits tell siblings apart. */
  near(kind: ReferredKind, namespace: unknown, name: string): string | undefined {
    this.#shortened ??= shortenedNames([...this.#objects.values()]);
    const longer = this.#shortened.get(keyOf(kind, namespace, name));
    if (longer !== undefined) return longer;
    const shorter = shortened(name).find((short) => this.find(kind, namespace, short) !== undefined);
    return shorter ?? turned(name).find((other) => this.find(kind, namespace, other) !== undefined);
  }
}

/** What others call an object: an ExternalSecret goes by the name of the Secret that it makes. */
function tryIdentity({ object }: AppObject): { kind: ReferredKind; namespace: unknown; name: string } | undefined {
  const name = field(object, 'spec', 'target', 'name') ?? field(object, 'metadata', 'name');
  const kind = MAKERS.get(object['kind']);
  return typeof name !== 'string' || kind === undefined ? undefined : { kind, namespace: namespaceOf(object), name };
}

function shortenedNames(objects: readonly AppObject[]): ReadonlyMap<string, string> {
  return new Map(
    objects.flatMap((of) => {
      const { kind, namespace, name = '' } = tryIdentity(of) ?? {};
      return shortened(name).map((short): [string, string] => [keyOf(kind, namespace, short), name]);
    }),
  );
}

/** Which object stands for which when others refer to it: an ExternalSecret becomes a Secret of its name. */
const MAKERS = new Map<unknown, ReferredKind>([
  ['ConfigMap', 'ConfigMap'],
  ['Secret', 'Secret'],
  ['ExternalSecret', 'Secret'],
  ['SealedSecret', 'Secret'],
  ['ServiceAccount', 'ServiceAccount'],
  ['PersistentVolumeClaim', 'PersistentVolumeClaim'],
  ['Service', 'Service'],
  ['Deployment', 'Deployment'],
  ['StatefulSet', 'StatefulSet'],
]);

function shortened(name: string): readonly string[] {
  return positionsOfLetters(name).map((at) => name.slice(0, at) + name.slice(at + 1));
}

function turned(name: string): readonly string[] {
  return positionsOfLetters(name.slice(0, -1))
    .filter((at) => /[a-z]/.test(name.charAt(at + 1)))
    .map((at) => name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2));
}

function positionsOfLetters(name: string): readonly number[] {
  return name.length > SHORTEST ? [...name.matchAll(/[a-z]/g)].map(({ index }) => index) : [];
}

/** Shorter names differ by a letter on purpose. */
const SHORTEST = 4;

/** What can never work, whoever is asked. */
const KEYS: readonly string[] = ['unknown-key', 'unknown-service-port'];
const OURS = { ours: true } as const;
