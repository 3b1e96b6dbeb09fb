import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import { problemSentence } from '../kube/problem';
import type { Problem } from '../kube/problem';
import { DEFAULT_NAMES } from '../pod/defaults';
import { EMPTY_POD } from '../pod/model';
import type { ContainerModel, PodModel } from '../pod/model';
import { noteWithin } from '../pod/note';
import { isRecord } from '../kube/is-record';
import { Pod } from '../pod/pod';
import { renderPod } from '../pod/render';
import type { RenderedPod } from '../pod/render';
import { secureContainer } from '../pod/secure';
import { CompanionObject } from '../workloads/companion';
import { addLastStep, renderStock } from '../workloads/last-step';
import { settingsOf } from '../workloads/settings';
import { objectOf, podOf, withPod } from './their-pod';
import type { Fields } from './their-pod';

/** A pattern, or any other step, as it is used on a Pod of theirs: names are checked at synthesis. */
export type OpenPattern = (pod: Pod) => Pod;

/**
 * Uses our patterns on a workload of cdk8s-plus, or on any stock object with Pods: helpers are added hardened and with
 * their reasons, what stands there already stays as it is. Steps of a Pod (`spec`, `overlay`, `comment`) work too, and
 * reach fields of the API that their classes do not have.
 *
 * @throws TypeError where the workload makes no Pods, or is one of ours.
 * @example `withPatterns(deployment, logShipper({ volume: 'logs', because: '…' }), (pod) => pod.spec({ hostUsers: false }))`
 */
export function withPatterns<Theirs extends IConstruct>(workload: Theirs, ...patterns: readonly OpenPattern[]): Theirs {
  const object = objectOf(workload);
  const { template } = podOf(renderStock(object).object);
  const used = usedOn(template, patterns);
  for (const companion of used.companions) new CompanionObject(object, companion);
  let problems: readonly Problem[] = [];
  addLastStep(object, (rendered, notes) => {
    const { template: before, path } = podOf(rendered);
    const after = renderedPod(object, before, usedOn(before, patterns));
    const place = path.toString();
    notes.push(...after.notes.map((note) => noteWithin(place, note)));
    problems = after.problems.map((problem) =>
      place === '' ? problem : { ...problem, path: `${place}.${problem.path}` },
    );
    const { metadata } = before;
    return withPod(rendered, path, { ...after.template, metadata: { ...metadata, ...after.template.metadata } });
  });
  object.node.addValidation({
    validate: () => {
      renderStock(object);
      return problems.map(problemSentence);
    },
  });
  return workload;
}

/** The Pod of theirs as a value of ours, after the patterns; what they add is secured as in a Pod of ours. */
function usedOn(template: PodTemplateSpec, patterns: readonly OpenPattern[]): PodModel {
  const before = modelOf(template);
  const start: Pod = new Pod(before);
  const after = patterns.reduce((pod, pattern) => pod.use(pattern), start).model;
  const theirs = new Set(before.containers.map(({ name }) => name));
  const windows = template.spec?.os?.name === 'windows';
  const secured = (entry: ContainerModel) => ({
    ...entry,
    container: secureContainer(entry.container, { left: new Set(), windows }),
  });
  return { ...after, containers: after.containers.map((entry) => (theirs.has(entry.name) ? entry : secured(entry))) };
}

function renderedPod(object: ApiObject, before: PodTemplateSpec, model: PodModel): RenderedPod {
  const { target } = settingsOf(object);
  const { restartPolicy } = before.spec ?? {};
  // Their own containers keep what they have, and ours are secured already: no default is left to fill in.
  const setting = { target, without: NO_DEFAULTS, explicit: false, restartPolicy, name: object.name, labels: {} };
  const rendered = renderPod(model, setting);
  const notes = rendered.notes.filter((note) => note.kind !== 'exception' || note.scope !== 'app');
  return { ...rendered, notes };
}

const NO_DEFAULTS = Object.fromEntries(
  DEFAULT_NAMES.split(', ').map((name) => [name, { because: 'the workload is not ours' }]),
);

/** A Pod of theirs in our model, their first container as the application; what is wrong in it is said by the judge. */
function modelOf({ metadata, spec }: PodTemplateSpec): PodModel {
  const { containers, initContainers, volumes, ...others } = (spec ?? {}) as Fields;
  const [application, ...besides] = recordsIn(containers).map((container) => containerModel('app', container));
  const first = recordsIn(initContainers).map((container) =>
    containerModel(container['restartPolicy'] === 'Always' ? 'sidecar' : 'init', container),
  );
  return {
    ...EMPTY_POD,
    containers: [...(application === undefined ? [] : [application]), ...first, ...besides],
    volumes: recordsIn(volumes).map(({ name, ...source }) => ({ name: String(name), source, problems: [] })),
    spec: others,
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
  };
}

function containerModel(role: ContainerModel['role'], container: Fields): ContainerModel {
  return { name: String(container['name']), role, container, problems: [] };
}

function recordsIn(list: unknown): readonly Fields[] {
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isRecord) : [];
}
