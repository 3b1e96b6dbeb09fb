export { judge } from './judge';
export type { JudgeOptions, Judgement } from './judge';
export { problemSentence } from './problem';
export type { Problem, ProblemType } from './problem';
export { DEFAULT_TARGET, KUBERNETES_VERSIONS } from './version';
export type { KubernetesVersion } from './version';

export { decode, tryDecode } from './schema/decode';
export type { DecodeOptions } from './schema/decode';
export { canonical } from './schema/canonical';
export { withDefaults } from './defaults/defaults';
export type { DefaultsOptions } from './defaults/defaults';
export { knownKinds, schemaOf, trySchemaOf, tryTypeOf, typeNames, typeOf } from './schema/schema';
export type { TypeSchema } from './schema/schema';
export { enabledIn, existsIn, stageIn } from './schema/field';
export type { Field, FieldType, Scalar, Stage } from './schema/field';
export { helpOf } from './schema/help';

export { evaluatePodSecurity, podSecurityLevel, podSecurityMessage } from './pod-security';
export type { PodSecurityLevel, PodSecurityViolation, PolicyVersion } from './pod-security';
export { effectiveResources, qosOf } from './resources';
export type {
  ContainerAmounts,
  ContainerShare,
  EffectiveAmount,
  EffectiveResources,
  QosClass,
  QosObstacle,
  QosVerdict,
} from './resources';
export { startPlan, stopNeed, stopPlan } from './lifecycle';
export type {
  ContainerEnd,
  PodReadiness,
  StartingContainer,
  StartPlan,
  StartStep,
  StopHook,
  StopNeed,
  StopPlan,
  StoppingContainer,
  StopStep,
  StopTimes,
} from './lifecycle';
export { containersOf } from './containers';
export type { ContainerRole, PlacedContainer } from './containers';
export { FieldPath } from './field-path';

export { parseQuantity, printBytes, printCores, quantityAdvice, QuantityValue, tryQuantity } from './quantity';
export { defaultPullPolicy, imageComplaint, isFloatingTag, isPinnedByDigest, parseImage, tryImage } from './image';
export type { ImageReference } from './image';
export { cronComplaint, cronSentence, parseCron, timeZoneComplaint, tryCron } from './cron';
export type { CronSchedule } from './cron';
export { selects } from './validation/label-selector';

export type { Container, ContainerPort, EphemeralContainer, VolumeMount } from './api/container';
export type { CronJob } from './api/cron-job';
export type { DaemonSet } from './api/daemon-set';
export type { Deployment } from './api/deployment';
export type { Job } from './api/job';
export type { LabelSelector, ObjectMeta } from './api/meta';
export type { Pod, PodSpec } from './api/pod';
export type { PodTemplate, PodTemplateSpec } from './api/pod-template';
export type { ReplicaSet } from './api/replica-set';
export type { ResourceRequirements } from './api/resources';
export type { Service } from './api/service';
export type { StatefulSet } from './api/stateful-set';
export type { Volume } from './api/volume';
