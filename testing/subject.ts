import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { ObjectMeta } from '../lib/kube/api/meta';
import type { PodSpec } from '../lib/kube/api/pod';
import type { FieldPath } from '../lib/kube/field-path';
import { isRecord } from '../lib/kube/is-record';
import { judge } from '../lib/kube/judge';
import { tryPodOf } from '../lib/kube/pod-of';
import type { PlacedPod } from '../lib/kube/pod-of';
import { problemSentence } from '../lib/kube/problem';
import { DEFAULT_TARGET } from '../lib/kube/version';
import type { KubernetesVersion } from '../lib/kube/version';
import { Pod } from '../lib/pod/pod';
import type { AnyPod } from '../lib/pod/pod';
import { renderPod } from '../lib/pod/render';
import { PodError } from '../lib/workloads/pod-error';
import { settingsOf } from '../lib/workloads/settings';
import { checkedObjects } from '../synth/objects';
import { inOrder } from '../synth/order';
import { described } from './described';

/** What a test looks at: an App or a chart, a construct of ours, a Pod, or an object of the API as plain data. */
export type Subject = Construct | AnyPod | Readonly<Record<string, unknown>>;

/** An object of the API as plain data. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** The version that a subject is written for, where the test names none. */
export function targetOf(subject: unknown): KubernetesVersion {
  return subject instanceof Construct ? settingsOf(subject).target : DEFAULT_TARGET;
}

/**
 * The objects that a subject stands for.
 *
 * @throws PodError where synthesis would refuse them, or, for a chart, anything else of its App; TypeError where it is
 *   nothing that has objects.
 */
export function objectsOf(subject: unknown, target: KubernetesVersion): readonly PlainObject[] {
  if (subject instanceof Construct) return objectsIn(subject);
  if (subject instanceof Pod) return [bare(subject, target)];
  if (isObject(subject)) return [subject];
  throw new TypeError(
    `expected an App, a Chart, a workload, a Pod, or an object with apiVersion and kind, and got ${described(subject)}`,
  );
}

/** The Pod that an object makes. */
export interface SubjectPod {
  /** That of the object. */
  readonly title: string;
  readonly metadata: ObjectMeta | undefined;
  readonly spec: PodSpec;
  /** Where metadata and spec stand in the object. */
  readonly path: FieldPath;
}

/**
 * The Pods that a subject stands for, each with the object that makes it.
 *
 * @throws TypeError where there are none, or an object does not have the shape of its kind.
 */
export function podsOf(subject: unknown, target: KubernetesVersion): readonly SubjectPod[] {
  const pods = objectsOf(subject, target).flatMap((object) => {
    const pod = tryPodOf(object);
    return pod === undefined ? [] : [checkedPod(object, pod, target)];
  });
  if (pods.length === 0) throw new TypeError('expected something with a Pod in it, and there is none');
  return pods;
}

/** As people name it: `Deployment shop/checkout`. */
export function titleOf(object: PlainObject): string {
  const { name, namespace } = isRecord(object['metadata']) ? object['metadata'] : {};
  const names = [namespace, name].filter((part) => typeof part === 'string');
  return `${String(object['kind'])} ${names.join('/')}`.trim();
}

/** Objects are held against each other, so those of a chart are checked with the whole App; an object is checked alone. */
function objectsIn(subject: Construct): readonly PlainObject[] {
  if (subject instanceof ApiObject) return checkedObjects(subject, [subject]).map(({ object }) => object);
  const { root } = subject.node;
  const inside = new Set(subject.node.findAll().map(({ node }) => node.path));
  return checkedObjects(root, inOrder(root))
    .filter(({ construct }) => inside.has(construct))
    .map(({ object }) => object);
}

/** Of what is no Pod at all, every matcher would hold that looks for something wrong. */
function checkedPod(object: PlainObject, { metadata, spec, path }: PlacedPod, target: KubernetesVersion): SubjectPod {
  const title = titleOf(object);
  const { wellTyped, problems } = judge(object, { target, warnings: false });
  if (!wellTyped) {
    const sentences = problems.map(problemSentence).join('\n');
    throw new TypeError(
      `${title} does not have the shape of its kind, so that nothing can be told of it:\n${sentences}`,
    );
  }
  if (spec?.containers === undefined || spec.containers.length === 0) {
    throw new TypeError(`${title} has no Pod: ${path.child('spec').child('containers').toString()} is empty`);
  }
  return { title, metadata, spec, path };
}

/** An object of the API, and no list of them. */
function isObject(subject: unknown): subject is PlainObject {
  if (!isRecord(subject) || Array.isArray(subject['items'])) return false;
  return typeof subject['apiVersion'] === 'string' && typeof subject['kind'] === 'string';
}

/** A Pod that no owner has rendered yet, as one that nobody owns; what a StatefulSet would claim for it is claimed. */
function bare(pod: AnyPod, target: KubernetesVersion): PlainObject {
  const owner = { name: 'pod', labels: {}, restartPolicy: 'Always', without: {}, explicit: true } as const;
  const { template, claims, problems } = renderPod(pod.model, { ...owner, target });
  const metadata = { ...template.metadata, name: owner.name };
  const claimed = claims.map(({ name }) => ({ name, persistentVolumeClaim: { claimName: name } }));
  const volumes = [...(template.spec?.volumes ?? []), ...claimed];
  const spec = volumes.length === 0 ? template.spec : { ...template.spec, volumes };
  const object = { apiVersion: 'v1', kind: 'Pod', metadata, spec };
  if (problems.length === 0) return object;
  throw new PodError([{ object: titleOf(object), construct: '', problems, sentences: [] }]);
}
