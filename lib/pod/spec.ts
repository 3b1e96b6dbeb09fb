import type { PodSpec } from '../kube/api/pod';
import type {
  NodeAffinity,
  PodAffinity,
  PodAntiAffinity,
  Toleration,
  TopologySpreadConstraint,
} from '../kube/api/scheduling';
import type { Because, Except, Without } from './reason';
import type { PodSecurity } from './security';

/** The identifying labels and the hints of a Pod. */
export interface PodMetadata {
  /** What Services, policies and metrics find the Pod by. The owner adds the labels that its selector needs. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What tools read and nothing selects by. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * The fields of a Pod beside its containers and volumes, under the API's own names.
 *
 * `restartPolicy` is the owner's promise and is given there. A field that binds the Pod to certain nodes takes
 * `because(reason, value)`, one that loosens a secure default `except(value, why)`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
 */
export interface PodSpecOptions extends Omit<PodSpec, keyof GuardedSpec>, GuardedSpec {}

interface GuardedSpec extends Elsewhere, Placement {
  /** Whether the API token is mounted. @default false */
  readonly automountServiceAccountToken?: false | Because<true> | Without;
  readonly hostNetwork?: false | Except<boolean>;
  readonly hostPID?: false | Except<boolean>;
  readonly hostIPC?: false | Except<boolean>;
  /** Whether containers see, and can signal, each other's processes. @default false */
  readonly shareProcessNamespace?: false | Because<true>;
  /** @default non-root, with the runtime's seccomp profile */
  readonly securityContext?: PodSecurity;
}

interface Placement {
  /** How evenly Pods are spread over nodes and zones; `DoNotSchedule` needs a reason. */
  readonly topologySpreadConstraints?:
    | readonly (TopologySpreadConstraint & { readonly whenUnsatisfiable: 'ScheduleAnyway' })[]
    | Because<readonly TopologySpreadConstraint[]>;
  /** Labels that a node must have. */
  readonly nodeSelector?: Because<Readonly<Record<string, string>>>;
  /** Pins the Pod to one node and past the scheduler. */
  readonly nodeName?: Except<string>;
  /** Taints that the Pod may stand; they permit a node, they do not attract to it. */
  readonly tolerations?: Because<readonly Toleration[]>;
  readonly affinity?: {
    readonly nodeAffinity?: Reasoned<NodeAffinity>;
    readonly podAffinity?: Reasoned<PodAffinity>;
    readonly podAntiAffinity?: Reasoned<PodAntiAffinity>;
  };
}

/** A hard rule needs a reason; a preference does not. */
type Reasoned<Affinity extends { readonly requiredDuringSchedulingIgnoredDuringExecution?: unknown }> = Omit<
  Affinity,
  'requiredDuringSchedulingIgnoredDuringExecution'
> & {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: Because<
    NonNullable<Affinity['requiredDuringSchedulingIgnoredDuringExecution']>
  >;
};

/** The fields of a Pod that are set in another way, and how. */
export const SET_ELSEWHERE = {
  containers: 'containers are added with .container(), .sidecar() and .initContainer()',
  initContainers: 'init containers are added with .initContainer() and .sidecar()',
  ephemeralContainers: 'ephemeral containers are added to a running Pod and never belong to desired state',
  volumes: 'volumes are added with .volume() and .scratch()',
  restartPolicy: 'restartPolicy is what the owner promises: give it to the Job or the ExperimentPod',
} as const;

type Elsewhere = { readonly [Field in keyof typeof SET_ELSEWHERE]?: (typeof SET_ELSEWHERE)[Field] };
