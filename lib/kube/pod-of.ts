import type { ObjectMeta } from './api/meta';
import type { PodSpec } from './api/pod';
import { FieldPath } from './field-path';
import { isMap } from './schema/walk';

/** The Pod inside an object: the object itself, or the template from which an owner makes its Pods. */
export interface PlacedPod {
  readonly metadata?: ObjectMeta;
  readonly spec?: PodSpec;
  /** Where metadata and spec stand in the object. */
  readonly path: FieldPath;
  readonly holder: 'pod' | 'template';
}

/** The Pod inside an object, or undefined where the kind has none. The object must have the shape of its kind. */
export function tryPodOf(object: unknown): PlacedPod | undefined {
  const kind = isMap(object) ? object['kind'] : undefined;
  const steps = typeof kind === 'string' && Object.hasOwn(STEPS, kind) ? STEPS[kind] : undefined;
  if (steps === undefined) return undefined;
  let place: unknown = object;
  let path = FieldPath.root;
  for (const step of steps) {
    place = isMap(place) ? place[step] : undefined;
    path = path.child(step);
  }
  const pod: { readonly metadata?: ObjectMeta; readonly spec?: PodSpec } = isMap(place) ? place : {};
  const { metadata, spec } = pod;
  const holder = steps.length === 0 ? 'pod' : 'template';
  return { path, holder, ...(metadata && { metadata }), ...(spec && { spec }) };
}

const IN_SPEC = ['spec', 'template'] as const;

const STEPS: Readonly<Record<string, readonly string[]>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  DaemonSet: IN_SPEC,
  Deployment: IN_SPEC,
  Job: IN_SPEC,
  Pod: [],
  PodTemplate: ['template'],
  ReplicaSet: IN_SPEC,
  StatefulSet: IN_SPEC,
};
