import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { tryPodOf } from '../kube/pod-of';
import type { FieldPath } from '../kube/field-path';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import { isRecord } from '../kube/is-record';
import { Manifest } from '../workloads/manifest';

/** Fields of an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** The Pod inside an object, and where it stands; the object itself where the path is empty. */
export interface TheirPod {
  readonly template: PodTemplateSpec;
  readonly path: FieldPath;
}

/**
 * The object that a workload of theirs makes.
 *
 * @throws TypeError where it makes none, or is one of ours.
 */
export function objectOf(workload: IConstruct): ApiObject {
  const object = workload instanceof ApiObject ? workload : workload.node.defaultChild;
  if (!(object instanceof ApiObject)) throw new TypeError(`construct ${workload.node.path} makes no object of its own`);
  if (object instanceof Manifest) throw new TypeError(`construct ${workload.node.path} is one of ours already`);
  return object;
}

/**
 * The Pod that an object makes, or is.
 *
 * @throws TypeError where it has none.
 */
export function podOf(object: Fields): TheirPod {
  const pod = tryPodOf(object);
  if (pod?.spec === undefined) throw new TypeError(`a ${String(object['kind'])} makes no Pods`);
  const { metadata, spec, path } = pod;
  return { template: { ...(metadata === undefined ? {} : { metadata }), spec }, path };
}

/** A copy of an object with another Pod in it. */
export function withPod(object: Fields, path: FieldPath, template: PodTemplateSpec): Fields {
  const steps = path.toString().split('.');
  return steps[0] === '' ? { ...object, ...template } : replaced(object, steps, template);
}

function replaced(object: Fields, [step = '', ...deeper]: readonly string[], template: PodTemplateSpec): Fields {
  const value = object[step];
  return {
    ...object,
    [step]: deeper.length === 0 ? template : replaced(isRecord(value) ? value : {}, deeper, template),
  };
}
