import { Construct } from 'constructs';
import { tryPodOf } from '../lib/kube/pod-of';
import type { PlacedPod } from '../lib/kube/pod-of';
import { DEFAULT_TARGET } from '../lib/kube/version';
import type { KubernetesVersion } from '../lib/kube/version';
import { isRecord } from '../lib/kube/is-record';
import { Pod } from '../lib/pod/pod';
import type { AnyPod } from '../lib/pod/pod';
import { renderPod } from '../lib/pod/render';
import { Manifest } from '../lib/workloads/manifest';
import { settingsOf } from '../lib/workloads/settings';
import { inOrder } from '../synth/order';
import { checkedObjects } from '../synth/objects';

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
 * @throws PodError where synthesis would refuse them; TypeError where it is nothing that has objects.
 */
export function objectsOf(subject: unknown, target: KubernetesVersion): readonly PlainObject[] {
  if (subject instanceof Manifest) return [subject.render().object];
  if (subject instanceof Construct) return checkedObjects(subject, inOrder(subject)).map(({ object }) => object);
  if (subject instanceof Pod) return [bare(subject, target)];
  if (isRecord(subject) && typeof subject['kind'] === 'string') return [subject];
  throw new TypeError('expected an App, a Chart, a workload, a Pod, or an object with apiVersion and kind');
}

/**
 * The Pods that a subject stands for, each with the object that makes it.
 *
 * @throws TypeError where there are none.
 */
export function podsOf(
  subject: unknown,
  target: KubernetesVersion,
): readonly { readonly title: string; readonly pod: PlacedPod }[] {
  const pods = objectsOf(subject, target).flatMap((object) => {
    const pod = tryPodOf(object);
    return pod === undefined ? [] : [{ title: titleOf(object), pod }];
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

/** A Pod that no owner has rendered yet, as one that nobody owns. */
function bare(pod: AnyPod, target: KubernetesVersion): PlainObject {
  const owner = { name: 'pod', labels: {}, restartPolicy: 'Always', without: {}, explicit: true } as const;
  const { template } = renderPod(pod.model, { ...owner, target });
  return { apiVersion: 'v1', kind: 'Pod', ...template, metadata: { ...template.metadata, name: owner.name } };
}
