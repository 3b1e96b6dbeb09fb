export { exec, grpc, httpGet, tcpSocket } from './pod/probe';
export type { HttpGetOptions, ProbeAt, ProbeTimings } from './pod/probe';
export {
  allConfigMapKeys,
  allSecretKeys,
  configMapKey,
  fieldRef,
  fileKey,
  resourceFieldRef,
  secretKey,
} from './pod/env';
export type { AllKeysOptions, Env, EnvFrom, Named } from './pod/env';
export {
  claimPerReplica,
  configMap,
  emptyDir,
  hostPath,
  persistentVolumeClaim,
  projected,
  readOnly,
  secret,
} from './pod/volume';
export type {
  ClaimOptions,
  ClaimPerReplica,
  EmptyDirOptions,
  FilesOptions,
  MountAt,
  MountDetails,
  MountOf,
  VolumeSource,
} from './pod/volume';
export { companion } from './pod/companion';
export type { CompanionModel } from './pod/companion';
export type { Helper, IfDown } from './pod/helper';
export type { ContainerExtension } from './pod/extension';
export { Because, because, Except, except, Without, without } from './pod/reason';
export type { Why } from './pod/reason';
export { Pod, pod } from './pod/pod';
export type { Checksummed } from './pod/checksum';
export type { ConfigData } from './pod/config-data';
export type { AnyPod, Mounts, Overlay, RollOptions } from './pod/pod';
export type { ContainerOptions, InitContainerOptions, Readiness, SidecarOptions } from './pod/container';
export type { DefaultName } from './pod/defaults';
export type { ContainerModel, PodModel } from './pod/model';
export type { Ports } from './pod/ports';
export { resources } from './pod/quantities';
export type { ByteQuantity, CpuQuantity, Resources } from './pod/quantities';
export type { ContainerSecurity, PodSecurity } from './pod/security';
export type { Grown, NamesOf, OpenShape, PodShape, PodStep } from './pod/shape';
export type { PodMetadata, PodSpecOptions } from './pod/spec';
export { Chart } from './workloads/chart';
export type { ChartProps } from './workloads/chart';
export { ConfigMap } from './workloads/config-map';
export type { ConfigMapProps } from './workloads/config-map';
export { CronJob } from './workloads/cron-job';
export type { CronJobProps } from './workloads/cron-job';
export { DaemonSet } from './workloads/daemon-set';
export type { DaemonSetProps } from './workloads/daemon-set';
export { Deployment } from './workloads/deployment';
export type { DeploymentProps } from './workloads/deployment';
export { Cluster, Environment } from './workloads/environment';
export type { Destination } from './workloads/environment';
export { clusters, environments } from './workloads/environments';
export type { Matrix, RowName, SameSettings, SettingsOf } from './workloads/environments';
export { ExperimentPod } from './workloads/experiment-pod';
export type { ExperimentPodProps } from './workloads/experiment-pod';
export { ExternalSecret } from './workloads/external-secret';
export type { ExternalSecretProps, RemoteRef } from './workloads/external-secret';
export { Job } from './workloads/job';
export type { JobBehaviour, JobProps } from './workloads/job';
export { recommendedLabels } from './workloads/labels';
export type { RecommendedLabels } from './workloads/labels';
export { Manifest } from './workloads/manifest';
export type { ObjectMetadata, RenderedManifest } from './workloads/manifest';
export { PodError } from './workloads/pod-error';
export type { Refusal } from './workloads/pod-error';
export { SealedSecret } from './workloads/sealed-secret';
export type { SealedSecretProps } from './workloads/sealed-secret';
export { Secret } from './workloads/secret';
export type { SecretProps } from './workloads/secret';
export { Service } from './workloads/service';
export type { ServiceOptions, ServicePortDetails, ServiceProps } from './workloads/service';
export type { Settings } from './workloads/settings';
export { StatefulSet } from './workloads/stateful-set';
export type { StatefulSetProps } from './workloads/stateful-set';
export type { Workload, WorkloadProps } from './workloads/workload';
export type { KubernetesVersion } from './kube/version';
export type { Problem, ProblemType } from './kube/problem';
