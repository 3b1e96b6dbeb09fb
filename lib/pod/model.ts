import { withFields } from '../kube/alter';
import { FieldPath } from '../kube/field-path';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import type { QosClass } from '../kube/resources';
import type { CompanionModel } from './companion';
import type { DefaultName } from './defaults';
import type { Helper } from './helper';
import { isRecord } from '../kube/is-record';
import { takeIn } from './plain';
import { Because } from './reason';
import type { Why } from './reason';
import { SET_ELSEWHERE } from './spec';
import type { PodMetadata, PodSpecOptions } from './spec';
import { toApiContainer, toApiMount } from './to-api';

/** A Pod as plain data: what patterns read and what is rendered. Values may still carry their reasons. */
export interface PodModel {
  /** In declared order, of which init containers and sidecars keep theirs among themselves. */
  readonly containers: readonly ContainerModel[];
  readonly volumes: readonly VolumeModel[];
  /** The objects that travel with the Pod. */
  readonly companions: readonly CompanionModel[];
  /** The Pod's fields beside containers and volumes, in the API's shape. */
  readonly spec: Fields;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The secure defaults that this whole Pod does without. */
  readonly without: Readonly<Partial<Record<DefaultName, Why>>>;
  /** The QoS class that the Pod must come out with. */
  readonly qosClass?: QosClass;
  readonly comments: readonly PodComment[];
  /** Laid over the rendered template, in order. */
  readonly overlays: readonly Fields[];
  /** What could not be taken in, with paths from the Pod template. */
  readonly problems: readonly Problem[];
}

/** A container in the API's shape, and what the API has no field for. */
export interface ContainerModel {
  readonly name: string;
  /** What it is for; a `sidecar` becomes a native one where the target version has them. */
  readonly role: 'app' | 'sidecar' | 'init';
  readonly container: Fields;
  /** Why it is in this Pod. */
  readonly because?: string;
  /** What a pattern says of it. */
  readonly helper?: Helper;
  /** Why it is a plain container although the target has native sidecars. */
  readonly legacy?: Because<true>;
  /** How long it takes to end after its stop signal, in seconds. */
  readonly terminationSeconds?: number;
  /** What could not be taken in, with paths from the container. */
  readonly problems: readonly Problem[];
}

/** A volume in the API's shape. */
export interface VolumeModel {
  readonly name: string;
  readonly source: Fields;
  /** Why it is there, where the Pod alone does not show it. */
  readonly because?: string;
  readonly problems: readonly Problem[];
}

/** A comment or marker of the user's on a field of the Pod template. */
export interface PodComment {
  /** From the template, lists of named things by name: `spec.containers[api].image`. */
  readonly path: string;
  readonly text: string;
  /** At the end of the field's line, where image updaters look, instead of above it. */
  readonly beside: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** A Pod that has nothing yet. */
export const EMPTY_POD: PodModel = {
  containers: [],
  volumes: [],
  companions: [],
  spec: {},
  labels: {},
  annotations: {},
  without: {},
  comments: [],
  overlays: [],
  problems: [],
};

/** The model with one more container, and with a volume for each of its scratch directories. */
export function withContainer(model: PodModel, role: ContainerModel['role'], name: string, options: object): PodModel {
  const given = options as Fields;
  const { because, legacy, helper, scratch = {}, terminationSeconds } = given;
  const list = new ProblemList();
  const { value, problems } = takeIn(toApiContainer(name, given, list), FieldPath.root);
  const isHelper = model.containers.length > 0;
  if (isHelper) checkReason(because, list);
  if (legacy !== undefined && !(legacy instanceof Because)) {
    list.required('reason-required', FieldPath.of('legacy'), 'wrap the value in because(reason, true)', OURS);
  }
  if (terminationSeconds !== undefined) checkStopTime(role, terminationSeconds, list);
  if (!isRecord(scratch)) list.invalid('wrong-type', FieldPath.of('scratch'), scratch, 'must be sizes by path', OURS);
  const added: ContainerModel = {
    name,
    role,
    container: value,
    ...(isSentence(because) ? { because } : {}),
    ...(legacy instanceof Because ? { legacy: legacy as Because<true> } : {}),
    ...(isRecord(helper) ? { helper: Object.freeze({ ...helper }) as unknown as Helper } : {}),
    ...(typeof terminationSeconds === 'number' ? { terminationSeconds } : {}),
    problems: [...list.problems, ...problems],
  };
  const grown = withFields(model, { containers: [...model.containers, added] });
  return Object.entries(isRecord(scratch) ? scratch : {}).reduce<PodModel>(
    (sofar, [path, sizeLimit]) => withScratch(sofar, name, path, sizeLimit),
    grown,
  );
}

const OURS = { ours: true } as const;
const NEEDS_REASON = 'say what it shares with the application, and why it cannot be a Pod of its own';

function checkStopTime(role: ContainerModel['role'], seconds: unknown, list: ProblemList): void {
  const field = FieldPath.of('terminationSeconds');
  if (role === 'init')
    list.forbidden('init-stop-time', field, 'an init container has ended before its Pod stops', OURS);
  else if (!Number.isSafeInteger(seconds) || Number(seconds) < 0) {
    list.invalid('stop-time', field, seconds, 'must be a whole number of seconds, 0 or more', OURS);
  }
}

function checkReason(because: unknown, list: ProblemList): void {
  const field = FieldPath.of('because');
  if (!isSentence(because)) list.required('reason-required', field, NEEDS_REASON, OURS);
  else if (ONE_WORD.test(because))
    list.invalid('weak-reason', field, because, `one word is none: ${NEEDS_REASON}`, OURS);
}

/** A text without a blank, in a script that puts blanks between its words. */
const ONE_WORD = /^\s*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\p{S}]+\s*$/u;

function isSentence(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '';
}

/** The model with fields of the Pod itself; those that are set in another way are refused, with the way to set them. */
export function withSpec(model: PodModel, fields: PodSpecOptions): PodModel {
  const path = FieldPath.of('spec');
  const { value, problems } = takeIn<Fields>({ ...fields }, path);
  const list = new ProblemList();
  const taken = Object.entries(value).filter(([name]) => {
    if (!Object.hasOwn(SET_ELSEWHERE, name)) return true;
    list.forbidden('set-elsewhere', path.child(name), SET_ELSEWHERE[name as keyof typeof SET_ELSEWHERE], OURS);
    return false;
  });
  return {
    ...model,
    spec: { ...model.spec, ...Object.fromEntries(taken) },
    problems: [...model.problems, ...problems, ...list.problems],
  };
}

/** The model with more labels and annotations. */
export function withMetadata(model: PodModel, metadata: PodMetadata): PodModel {
  const path = FieldPath.of('metadata');
  const list = new ProblemList();
  const { labels = {}, annotations = {}, ...others } = metadata;
  for (const name of Object.keys(others)) {
    list.forbidden('set-elsewhere', path.child(name), 'a Pod takes labels and annotations; the owner names it', OURS);
  }
  const taken = (field: 'labels' | 'annotations', given: Fields) => {
    for (const [key, value] of Object.entries(given)) {
      if (value !== undefined) continue;
      list.invalid('undefined-value', path.child(field).key(key), undefined, 'is undefined: leave the key out', OURS);
    }
    const { value, problems } = takeIn(given, path.child(field));
    list.problems.push(...problems);
    return { ...model[field], ...value } as Readonly<Record<string, string>>;
  };
  const merged = { labels: taken('labels', labels), annotations: taken('annotations', annotations) };
  return { ...model, ...merged, problems: [...model.problems, ...list.problems] };
}

/** The model with one more volume, mounted where `mounts` says: by container, a path or the API's fields. */
export function withVolume(model: PodModel, name: string, source: object, mounts: object = {}): PodModel {
  const { value: taken, problems } = takeIn<unknown>(source, FieldPath.root);
  const value: unknown = taken instanceof Because ? taken.value : taken;
  const volume: VolumeModel = {
    name,
    source: isRecord(value) ? value : {},
    ...(taken instanceof Because ? { because: taken.why.because } : {}),
    problems,
  };
  return withMounts(withFields(model, { volumes: [...model.volumes, volume] }), name, mounts);
}

/** The model with a volume mounted into containers that it has already. */
export function withMounts(model: PodModel, volumeName: string, mounts: object): PodModel {
  const what = `volume "${volumeName}" is to be mounted into`;
  const containers = [...model.containers];
  const problems = [...model.problems];
  for (const [container, mount] of Object.entries(mounts) as [string, unknown][]) {
    if (mount === undefined) continue;
    const position = containers.findIndex(({ name }) => name === container);
    const entry = containers[position];
    if (entry === undefined) problems.push(unknownContainer(model, container, what, 'spec.volumes'));
    else containers[position] = mounted(entry, volumeName, mount);
  }
  return withFields(model, { containers, problems });
}

/** The model with a writable directory for one container alone. */
export function withScratch(model: PodModel, container: string, path: string, sizeLimit: unknown): PodModel {
  const name = scratchName(model, container, path);
  const grown = withVolume(model, name, { emptyDir: { sizeLimit } }, { [container]: path });
  if (sizeLimit !== undefined) return grown;
  const list = new ProblemList();
  const detail = `say how large scratch space at ${path} may grow: without a limit one Pod can fill the node's disk`;
  list.required('scratch-size', FieldPath.of('spec').child('volumes'), detail, OURS);
  return { ...grown, problems: [...grown.problems, ...list.problems] };
}

/** `api-var-cache` for `/var/cache`; a path that differs from another in punctuation alone gets a number behind. */
function scratchName({ volumes }: PodModel, container: string, path: string): string {
  const slug = path.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const name = `${container}-${slug.replace(/^-|-$/g, '') || 'scratch'}`;
  const taken = new Set(volumes.map((volume) => volume.name));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
  return free;
}

function mounted(entry: ContainerModel, volumeName: string, mount: unknown): ContainerModel {
  const path = isRecord(mount) ? mount['mountPath'] : mount;
  const { value, problems } = takeIn(
    toApiMount(path as string, withFields(isRecord(mount) ? mount : {}, { name: volumeName })),
    FieldPath.of('volumeMounts'),
  );
  const before = Array.isArray(entry.container['volumeMounts']) ? (entry.container['volumeMounts'] as unknown[]) : [];
  return withFields(entry, {
    container: withFields(entry.container, { volumeMounts: [...before, value] }),
    problems: [...entry.problems, ...problems],
  });
}

/** A step that works on a container which is not there. */
export function unknownContainer(model: PodModel, container: string, what: string, path: string): Problem {
  const known = model.containers.map(({ name }) => name).join(', ');
  return {
    code: 'unknown-container',
    path,
    type: 'NotFound',
    value: container,
    detail: `${what} a container that this Pod does not have; it has ${known}`,
  };
}
