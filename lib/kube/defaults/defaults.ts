import { withFields } from '../alter';
import { trySchemaOf } from '../schema/schema';
import { soundVersionOf } from '../schema/sound';
import { isMap } from '../schema/walk';
import { DEFAULT_TARGET, type KubernetesVersion } from '../version';
import { daemonSetSpecDefaults } from './daemon-set';
import { decoded } from './decoded';
import { deploymentSpecDefaults } from './deployment';
import { autoscalerSpecDefaults } from './horizontal-pod-autoscaler';
import { cronJobSpecDefaults, jobSpecDefaults } from './job';
import { namespaceDefaults } from './namespace';
import { networkPolicySpecDefaults } from './network-policy';
import { claimSpecDefaults } from './persistent-volume-claim';
import { bareSpecDefaults } from './pod';
import { templateDefaults } from './pod-spec';
import { serviceSpecDefaults } from './service';
import { statefulSetSpecDefaults } from './stateful-set';

/** How an object is filled in. */
export interface DefaultsOptions {
  /** The version of the API server. @default 1.35 */
  readonly target?: KubernetesVersion;
}

/**
 * An object as the API server holds it after decoding and before it judges: nulls are gone, and every field that the
 * server fills in by itself is there. The object that was given is left alone, and an object of another kind comes back
 * as it is.
 *
 * The object must decode (`decode` says nothing about it); what a server makes of another is undefined.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#comparison-with-client-side-apply
 */
export function withDefaults<Type>(object: Type, options: DefaultsOptions = {}): Type {
  const { apiVersion, kind }: Readonly<Record<string, unknown>> = isMap(object) ? object : {};
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return object;
  const schema = trySchemaOf(apiVersion, kind);
  if (schema === undefined || !Object.hasOwn(FILLERS, kind)) return object;
  const copy = soundVersionOf(object) === undefined ? decoded(object, schema) : object;
  // The copy has the shape of what was given, with more of the fields that the shape allows.
  return (isMap(copy) ? FILLERS[kind]?.(copy, options.target ?? DEFAULT_TARGET) : copy) as Type;
}

type Filler = (object: Readonly<Record<string, unknown>>, version: KubernetesVersion) => unknown;

const FILLERS: Readonly<Record<string, Filler>> = {
  CronJob: inSpec(cronJobSpecDefaults),
  DaemonSet: inSpec(daemonSetSpecDefaults),
  Deployment: inSpec(deploymentSpecDefaults),
  HorizontalPodAutoscaler: inSpec(autoscalerSpecDefaults),
  Job: (object, version) => withTemplateLabels(inSpec(jobSpecDefaults)(object, version)),
  Namespace: namespaceDefaults,
  NetworkPolicy: inSpec(networkPolicySpecDefaults),
  PersistentVolumeClaim: inSpec(claimSpecDefaults),
  Pod: inSpec(bareSpecDefaults),
  PodDisruptionBudget: nothingMore,
  PodTemplate: (object) => ({ ...object, template: templateDefaults(object['template'] ?? {}) }),
  ReplicaSet: inSpec((spec: { template?: object; replicas?: number }) => ({
    ...spec,
    replicas: spec.replicas ?? 1,
    template: templateDefaults(spec.template),
  })),
  Service: inSpec(serviceSpecDefaults),
  ServiceAccount: nothingMore,
  StatefulSet: inSpec(statefulSetSpecDefaults),
};

/** A kind of which the server fills in nothing. */
function nothingMore(object: object): object {
  return { ...object };
}

/** Fills in the spec; a missing one is filled in as if it were empty. */
function inSpec<Spec extends object>(fill: (spec: Spec, version: KubernetesVersion) => object) {
  return (object: Readonly<Record<string, unknown>>, version: KubernetesVersion) => {
    const { spec } = object;
    // The decoder has said of the spec that it fits its type, in which everything may be missing.
    return withFields(object, { spec: fill((isMap(spec) ? spec : {}) as Spec, version) });
  };
}

/** A Job without labels takes those of its template. */
function withTemplateLabels(job: { readonly metadata?: unknown; readonly spec: object }): object {
  const metadata = isMap(job.metadata) ? job.metadata : {};
  const labels = templateLabelsOf(job.spec);
  const own = metadata['labels'];
  if (labels === undefined || (isMap(own) && Object.keys(own).length > 0)) return job;
  return { ...job, metadata: { ...metadata, labels } };
}

function templateLabelsOf(spec: object): object | undefined {
  const template = 'template' in spec && isMap(spec.template) ? spec.template : {};
  const metadata = isMap(template['metadata']) ? template['metadata'] : {};
  return isMap(metadata['labels']) ? metadata['labels'] : undefined;
}
