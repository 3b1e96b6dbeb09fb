import { withDefaults } from './defaults/defaults';
import { FieldPath } from './field-path';
import type { Problem } from './problem';
import { tryPodOf } from './pod-of';
import { ProblemList } from './problem-list';
import { successorsOf } from './retired-api';
import { tryDecode, type DecodeOptions } from './schema/decode';
import { soundVersionOf } from './schema/sound';
import { isMap } from './schema/walk';
import { validateCronJob } from './validation/cron-job';
import { validateDaemonSet } from './validation/daemon-set';
import { validateDeployment } from './validation/deployment';
import { validateHorizontalPodAutoscaler } from './validation/horizontal-pod-autoscaler';
import { validateJob } from './validation/job';
import { validateNamespace } from './validation/namespace';
import { validateNetworkPolicy } from './validation/network-policy';
import { validatePersistentVolumeClaim } from './validation/persistent-volume-claim';
import { validatePod } from './validation/pod';
import { validatePodDisruptionBudget } from './validation/pod-disruption-budget';
import { validatePodTemplate } from './validation/pod-template';
import { validateReplicaSet } from './validation/replica-set';
import { validateService } from './validation/service';
import { validateServiceAccount } from './validation/service-account';
import { validateStatefulSet } from './validation/stateful-set';
import { validateStricterPodRules } from './validation/stricter';
import { objectWarnings } from './validation/object-warnings';
import { DEFAULT_TARGET, type KubernetesVersion } from './version';

/** How an object is judged. */
export interface JudgeOptions extends DecodeOptions {
  /** Whether to go on where the server stops, at a field that it does not know: more is said at once. @default false */
  readonly thorough?: boolean;
  /** Whether to look for what the server would warn of, which costs as much as a few rules. @default true */
  readonly warnings?: boolean;
}

/** What an API server would say to the creation of an object. */
export interface Judgement {
  /** False for kinds of which nothing is known here: a ConfigMap, a custom resource. Nothing is said about them. */
  readonly judged: boolean;
  /** False where some value has a wrong type, so that no more can be said. */
  readonly wellTyped: boolean;
  /** Why the server would refuse the object, or why it can never work where a problem is marked `ours`. */
  readonly problems: readonly Problem[];
  /** What the server would warn of and accept all the same; nothing where it refuses, or nobody asked. */
  readonly warnings: readonly Problem[];
}

/**
 * What an API server in its default configuration would say to the creation of an object: strict decoding first, and if
 * that finds nothing, the fields that the server fills in and then every rule of the kind. Nothing is asked about other
 * objects of the cluster. The object is left alone, and no input makes it throw.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run
 */
export function judge(object: unknown, options: JudgeOptions = {}): Judgement {
  const target = options.target ?? DEFAULT_TARGET;
  const undecodable = soundVersionOf(object) === target ? NOTHING : tryDecode(object, options);
  const kind = isMap(object) && typeof object['kind'] === 'string' ? object['kind'] : '';
  if (undecodable === undefined) {
    const problems = retiredVersion(object, kind);
    return { judged: problems.length > 0, wellTyped: true, problems, warnings: [] };
  }
  const wellTyped = undecodable.every(({ code }) => MISNAMED.has(code));
  const isDecoded = undecodable.every(({ ours }) => ours === true);
  const goesOn = isDecoded || (options.thorough === true && wellTyped);
  if (!goesOn) return { judged: true, wellTyped, problems: undecodable, warnings: [] };
  if (!Object.hasOwn(RULES, kind)) return { judged: false, wellTyped, problems: undecodable, warnings: [] };
  const filled = withDefaults(object, { target });
  const problems = [...undecodable, ...judgeFilled(filled, kind, target, options.featureGates ?? [])];
  const warns = options.warnings !== false && problems.every(({ ours }) => ours === true);
  return { judged: true, wellTyped, problems, warnings: warns ? objectWarnings(filled, kind) : [] };
}

const NOTHING: readonly Problem[] = [];

/** What the decoder finds where every value has its right type all the same. */
const MISNAMED = new Set([
  'unknown-field',
  'field-newer-than-target',
  'field-gone',
  'field-off-by-default',
  'value-newer-than-target',
]);

/** Kubernetes' own kinds under a version that no server of any target serves. */
function retiredVersion(object: unknown, kind: string): readonly Problem[] {
  const apiVersion = isMap(object) && typeof object['apiVersion'] === 'string' ? object['apiVersion'] : '';
  const successors = successorsOf(apiVersion, kind);
  const problems = new ProblemList();
  if (successors.length > 0)
    problems.notSupported('retired-api-version', FieldPath.of('apiVersion'), apiVersion, successors);
  return problems.problems;
}

function judgeFilled(
  object: unknown,
  kind: string,
  target: KubernetesVersion,
  featureGates: readonly string[],
): readonly Problem[] {
  const problems = new ProblemList();
  RULES[kind]?.(problems, object, target, featureGates);
  const pod = tryPodOf(object);
  if (pod?.spec !== undefined) validateStricterPodRules(problems, pod.spec, pod.path.child('spec'), target, pod.holder);
  return problems.problems;
}

type RulesOf<Type> = (
  problems: ProblemList,
  object: Type,
  version: KubernetesVersion,
  featureGates: readonly string[],
) => void;
type Rules = RulesOf<unknown>;

/** The decoder has said of every object that it has the shape of its kind. */
function rulesFor<Type>(validate: RulesOf<Type>): Rules {
  return (problems, object, version, featureGates) => {
    validate(problems, object as Type, version, featureGates);
  };
}

const RULES: Readonly<Record<string, Rules>> = {
  CronJob: rulesFor(validateCronJob),
  DaemonSet: rulesFor(validateDaemonSet),
  Deployment: rulesFor(validateDeployment),
  HorizontalPodAutoscaler: rulesFor(validateHorizontalPodAutoscaler),
  Job: rulesFor(validateJob),
  Namespace: rulesFor(validateNamespace),
  NetworkPolicy: rulesFor(validateNetworkPolicy),
  PersistentVolumeClaim: rulesFor(validatePersistentVolumeClaim),
  Pod: rulesFor(validatePod),
  PodDisruptionBudget: rulesFor(validatePodDisruptionBudget),
  PodTemplate: rulesFor(validatePodTemplate),
  ReplicaSet: rulesFor(validateReplicaSet),
  Service: rulesFor(validateService),
  ServiceAccount: rulesFor(validateServiceAccount),
  StatefulSet: rulesFor(validateStatefulSet),
};
