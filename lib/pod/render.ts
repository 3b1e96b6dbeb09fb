import { withFields, unfinished } from '../kube/alter';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import { FieldPath } from '../kube/field-path';
import type { StopTimes } from '../kube/lifecycle';
import { defaultPullPolicy, tryImage } from '../kube/image';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import type { QosClass } from '../kube/resources';
import type { KubernetesVersion } from '../kube/version';
import { companionNames } from './companion';
import type { CompanionModel } from './companion';
import type { DefaultName } from './defaults';
import { commentsOnModes } from './file-modes';
import { helperSentences } from './helper';
import type { PodModel, VolumeModel } from './model';
import type { Note } from './note';
import { layOver } from './overlay';
import { tryPlace } from './place';
import { placeContainers } from './placed';
import type { Placed } from './placed';
import { isRecord } from '../kube/is-record';
import { setOwn } from '../kube/own';
import type { Why } from './reason';
import { refuseByRole } from './role-rules';
import { securedContext, securePodSpec } from './secure';
import type { Unsecured } from './secure';
import { unbox } from './unbox';

/** What an owner and its App decide about a Pod. */
export interface PodSetting {
  readonly target: KubernetesVersion;
  /** The secure defaults that the whole App does without. */
  readonly without: Readonly<Partial<Record<DefaultName, Why>>>;
  /** Whether what decides run-time behaviour is written out where Kubernetes would fill it in. */
  readonly explicit: boolean;
  /** Undefined where Kubernetes is left to fill it in. */
  readonly restartPolicy: 'Always' | 'OnFailure' | 'Never' | undefined;
  /** The owner's name, from which those of the Pod's companions are made. */
  readonly name: string;
  /** What the owner's selector needs. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A Pod template as plain data, with what is said of its fields; paths start at the template. */
export interface RenderedPod {
  readonly template: PodTemplateSpec;
  /** Volumes that each replica claims for itself, which only a StatefulSet can give. */
  readonly claims: readonly ClaimTemplate[];
  /** The objects that travel with the Pod, for the owner to render. */
  readonly companions: readonly CompanionModel[];
  /** The QoS class that it must have. */
  readonly expectedQosClass: QosClass | undefined;
  /** How long containers say they take to end. */
  readonly stopTimes: StopTimes;
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
}

/** A volume that each replica claims for itself: the name that containers mount, and the claim. */
export interface ClaimTemplate {
  readonly name: string;
  readonly spec: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

const KUBERNETES_GRACE_SECONDS = 30;

/** Renders a Pod for one owner: defaults, sidecar form by target, overlays, reasons taken out of their fields. */
export function renderPod(model: PodModel, setting: PodSetting): RenderedPod {
  const list = new ProblemList();
  const placed = placeContainers(model.containers, setting.target);
  const notes: Note[] = [...notesOnContainers(placed, setting.target), ...notesOnVolumes(model)];
  const boxed = model.overlays.reduce(
    (sofar, overlay) => layOver(sofar, overlay, FieldPath.root, list),
    boxedTemplate(model, placed, setting),
  );
  const named = companionNames(setting.name, model.companions, list);
  // The shape is checked by strict decoding before anything is written.
  const template = unbox(boxed, FieldPath.root, notes, named) as PodTemplateSpec;
  notes.push(...notesOnDefaults(model, setting), ...commentsOf(model, template, list));
  if (setting.explicit) notes.push(...commentsOnModes(template.spec?.volumes ?? []));
  const { qosClass: expectedQosClass } = model;
  refuseTwins(model.companions, list);
  refuseByRole(placed, setting.restartPolicy, list);
  return {
    template,
    claims: claimsOf(model),
    companions: model.companions,
    expectedQosClass,
    stopTimes: stopTimesOf(model),
    notes,
    problems: [...list.problems, ...problemsOf(model, placed)],
  };
}

function boxedTemplate(model: PodModel, placed: readonly Placed[], setting: PodSetting): Fields {
  const left = new Set([...Object.keys(model.without), ...Object.keys(setting.without)] as DefaultName[]);
  const os = model.spec['os'];
  const unsecured: Unsecured = { left, windows: isRecord(os) && os['name'] === 'windows' };
  const lists = { initContainers: [] as Fields[], containers: [] as Fields[] };
  for (const { model: entry, native } of placed) {
    const { container } = entry;
    const field = native || entry.role === 'init' ? 'initContainers' : 'containers';
    const rendered: Record<string, unknown> = unfinished(container);
    if (setting.explicit) writeOut(rendered, model.volumes);
    const securityContext = securedContext(container, unsecured);
    if (securityContext !== undefined) rendered['securityContext'] = securityContext;
    if (native) rendered['restartPolicy'] = 'Always';
    lists[field].push(rendered);
  }
  const owned: Record<string, unknown> = {};
  if (setting.restartPolicy !== undefined) owned['restartPolicy'] = setting.restartPolicy;
  if (setting.explicit) owned['terminationGracePeriodSeconds'] = KUBERNETES_GRACE_SECONDS;
  const spec: Record<string, unknown> = withFields(owned, securePodSpec(model.spec, unsecured));
  if (lists.initContainers.length > 0) spec['initContainers'] = lists.initContainers;
  spec['containers'] = lists.containers;
  const volumes = model.volumes.filter(isPodVolume).map(({ name, source }) => ({ name, ...source }));
  if (volumes.length > 0) spec['volumes'] = volumes;
  const labels = withFields(setting.labels, model.labels);
  const { annotations } = model;
  return { metadata: Object.keys(annotations).length === 0 ? { labels } : { labels, annotations }, spec };
}

function stopTimesOf({ containers }: PodModel): StopTimes {
  const times: Record<string, number> = {};
  for (const { name, terminationSeconds } of containers) {
    if (terminationSeconds !== undefined) setOwn(times, name, terminationSeconds);
  }
  return times;
}

function isPodVolume({ source }: VolumeModel): boolean {
  return !isRecord(source['volumeClaimTemplate']);
}

function claimsOf({ volumes }: PodModel): ClaimTemplate[] {
  const claims: ClaimTemplate[] = [];
  for (const { name, source } of volumes) {
    const { volumeClaimTemplate: spec } = source;
    if (isRecord(spec)) claims.push({ name, spec });
  }
  return claims;
}

/** Writes into a container what Kubernetes would fill in and a reviewer would have to know. */
function writeOut(fields: Record<string, unknown>, volumes: readonly VolumeModel[]): void {
  const { image, imagePullPolicy, ports, volumeMounts } = fields;
  if (imagePullPolicy === undefined && typeof image === 'string' && tryImage(image) !== undefined) {
    fields['imagePullPolicy'] = defaultPullPolicy(image);
  }
  if (Array.isArray(ports)) {
    fields['ports'] = ports.map((port: unknown) => (isRecord(port) ? { protocol: 'TCP', ...port } : port));
  }
  if (Array.isArray(volumeMounts))
    fields['volumeMounts'] = volumeMounts.map((mount) => mountedReadOnly(mount, volumes));
}

/** A volume that nobody can write to anyway is mounted so for the reader to see, unless the mount says otherwise. */
function mountedReadOnly(mount: unknown, volumes: readonly VolumeModel[]): unknown {
  if (!isRecord(mount) || 'readOnly' in mount) return mount;
  const isMounted = volumes.some(({ name, source }) => name === mount['name'] && isFixed(source));
  return isMounted ? withFields(mount, { readOnly: true }) : mount;
}

function isFixed(source: Fields): boolean {
  return FIXED.some((kind) => kind in source);
}

const FIXED = ['configMap', 'secret', 'projected', 'downwardAPI', 'image'];

function notesOnContainers(placed: readonly Placed[], target: KubernetesVersion): Note[] {
  const notes: Note[] = [];
  for (const { model, path: place, native } of placed) {
    const { because, legacy, helper, role, terminationSeconds } = model;
    const path = place.toString();
    if (because !== undefined) notes.push({ kind: 'reason', path, why: { because } });
    if (legacy !== undefined || (role === 'sidecar' && !native)) {
      const old = `Kubernetes ${target} has none, so it starts and stops beside the others`;
      const why = `not a native sidecar: ${legacy?.why.because ?? old}`;
      notes.push({ kind: 'reason', path, why: { because: why } });
    }
    for (const text of helper === undefined ? [] : helperSentences(helper)) {
      notes.push({ kind: 'comment', path, text, beside: false });
    }
    if (terminationSeconds !== undefined) {
      const text = `ends within ${terminationSeconds} s of its stop signal`;
      notes.push({ kind: 'comment', path, text, beside: false });
    }
  }
  return notes;
}

function notesOnVolumes({ volumes }: PodModel): Note[] {
  const notes: Note[] = [];
  volumes.filter(isPodVolume).forEach(({ because }, position) => {
    if (because !== undefined) notes.push({ kind: 'reason', path: `spec.volumes[${position}]`, why: { because } });
  });
  return notes;
}

function notesOnDefaults(model: PodModel, setting: PodSetting): Note[] {
  const noteAll = (without: PodModel['without'], scope: 'pod' | 'app') =>
    Object.entries(without).map(([field, why]): Note => ({
      kind: 'exception',
      path: `spec.${field}`,
      absent: true,
      scope,
      why,
    }));
  return [...noteAll(setting.without, 'app'), ...noteAll(model.without, 'pod')];
}

function commentsOf(model: PodModel, template: PodTemplateSpec, list: ProblemList): Note[] {
  return model.comments.flatMap(({ path, text, beside }): Note[] => {
    const place = tryPlace(template, path);
    if (place !== undefined) return [{ kind: 'comment', path: place.toString(), text, beside }];
    const asked = FieldPath.of(path);
    list.notFound('comment-matches-nothing', asked, text, 'the Pod template has no such field to put a comment on');
    return [];
  });
}

function refuseTwins(companions: readonly CompanionModel[], list: ProblemList): void {
  for (const [position, { name }] of companions.entries()) {
    if (companions.findIndex((other) => other.name === name) === position) continue;
    const detail = 'an object of this name travels with the Pod already: give each one a name of its own';
    list.duplicate('duplicate-companion', FieldPath.of('spec'), name, detail, { ours: true });
  }
}

function problemsOf(model: PodModel, placed: readonly Placed[]): Problem[] {
  const found = [...model.problems];
  const addUnder = (prefix: string, problems: readonly Problem[]) => {
    for (const problem of problems) {
      found.push({ ...problem, path: problem.path === '' ? prefix : `${prefix}.${problem.path}` });
    }
  };
  for (const { model: entry, path } of placed) {
    if (entry.problems.length > 0) addUnder(path.toString(), entry.problems);
  }
  const claimed = model.volumes.filter((volume) => !isPodVolume(volume));
  model.volumes.filter(isPodVolume).forEach(({ problems }, position) => {
    addUnder(`spec.volumes[${position}]`, problems);
  });
  for (const { name, problems } of claimed) addUnder(`spec.volumes[${name}]`, problems);
  return claimed.length === 0 ? found : [...found, ...hiddenVolumes(model.volumes, claimed)];
}

/** A claim of a StatefulSet hides a volume of the same name, without a word from the API server. */
function hiddenVolumes(volumes: readonly VolumeModel[], claimed: readonly VolumeModel[]): Problem[] {
  const list = new ProblemList();
  const seen = new Set<string>();
  for (const { name } of volumes) {
    if (seen.has(name) && claimed.some((claim) => claim.name === name)) {
      const detail = 'a claim and another volume have this name: the claim would hide the other';
      list.duplicate('duplicate-name', FieldPath.of('spec').child('volumes'), name, detail, { ours: true });
    }
    seen.add(name);
  }
  return list.problems;
}
