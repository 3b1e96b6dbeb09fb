import type { ContainerRole } from '../../lib/kube/containers';
import type { PodSecurityLevel } from '../../lib/kube/pod-security';
import type { QosClass } from '../../lib/kube/resources';
import type { KubernetesVersion } from '../../lib/kube/version';
import type { Identity } from '../entity';
import { Landscape } from '../landscape';
import { nodesOf } from '../report/nodes';
import { readyOf } from '../report/ready';
import { lifeOf, nameOf, subjectOf, type Life, type Subject } from '../report/subject';
import { Surroundings } from '../report/surroundings';
import type { Source } from '../source';

/** What a workload promises of its Pods: what can be seen of them in a cluster. */
export interface WorkloadFacts {
  readonly object: Identity;
  readonly file?: string;
  readonly line?: number;
  /** `lasting` until somebody stops them, `finite` until their work is done, `once` for a Pod that is not started again. */
  readonly life: Life;
  /** How many Pods run at the same time. */
  readonly pods: PodsFact;
  /** The kind of object that the Pods name as their owner; left out for a Pod that stands for itself. */
  readonly owner?: 'ReplicaSet' | 'StatefulSet' | 'DaemonSet' | 'Job';
  /** The column READY of `kubectl get pods` for a Pod that is well: `2/2`. */
  readonly ready: string;
  /** Its column STATUS. */
  readonly status: 'Running' | 'Completed';
  readonly qosClass: QosClass;
  readonly podSecurity: PodSecurityLevel;
  readonly restartPolicy: string;
  readonly serviceAccount: string;
  readonly containers: readonly ContainerFact[];
  /** The nodes that a Pod may run on, and what else has to be true of one; each a sentence. */
  readonly nodes: readonly string[];
}

/** How many Pods run at the same time: `least` and `most` are left out where the nodes decide. */
export interface PodsFact {
  readonly least?: number;
  readonly most?: number;
  readonly per: 'total' | 'run' | 'node';
  /** The HorizontalPodAutoscaler that decides between the two. */
  readonly autoscaler?: string;
}

/** What a workload promises of a container. */
export interface ContainerFact {
  readonly name: string;
  readonly role: ContainerRole;
  readonly image: string;
  readonly ports: readonly PortFact[];
}

/** A port that a container declares. */
export interface PortFact {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
}

/** How facts are computed. */
export interface FactsOptions {
  /** The Kubernetes version that runs the objects. @default 1.35 */
  readonly target?: KubernetesVersion;
}

/** What the workloads among objects promise, for whoever looks at a cluster. No object makes it throw. */
export function factsOf(desired: readonly Source[], { target }: FactsOptions = {}): readonly WorkloadFacts[] {
  const landscape = new Landscape(desired, target);
  const around = new Surroundings(landscape);
  return landscape.workloads.map((workload) => factsOfSubject(subjectOf(workload, around)));
}

/** What one workload promises. */
export function factsOfSubject(subject: Subject): WorkloadFacts {
  const { autoscalers, count, owner, spec, workload } = subject;
  const { entity, podSecurity, qos } = workload;
  const { expected, status } = readyOf(subject);
  const { eligible, hard } = nodesOf(subject);
  const line = entity.lineOf('');
  const { least, most, per } = count;
  const running = `${subject.running.length}/${subject.running.length}`;
  return {
    object: entity.identity,
    ...(entity.source.file !== undefined && { file: entity.source.file }),
    ...(line !== undefined && { line }),
    life: lifeOf(subject),
    pods: {
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
      per,
      ...(autoscalers[0] && { autoscaler: autoscalers[0].identity.name }),
    },
    ...ownerOfPods(owner.kind),
    ready: status === 'Running' ? expected : running,
    status,
    qosClass: qos.qosClass,
    podSecurity,
    restartPolicy: spec.restartPolicy ?? 'Always',
    serviceAccount: spec.serviceAccountName || 'default',
    containers: workload.containers.map((placed) => ({
      name: nameOf(placed),
      role: placed.role,
      image: placed.container.image ?? '',
      ports: (placed.container.ports ?? []).map(({ name, containerPort, protocol = 'TCP' }) => ({
        ...(name !== undefined && { name }),
        port: containerPort,
        protocol,
      })),
    })),
    nodes: [eligible, ...hard],
  };
}

function ownerOfPods(kind: Subject['owner']['kind']): Pick<WorkloadFacts, 'owner'> {
  switch (kind) {
    case 'Deployment':
      return { owner: 'ReplicaSet' };
    case 'CronJob':
      return { owner: 'Job' };
    case 'Pod':
    case 'PodTemplate':
      return {};
    default:
      return { owner: kind };
  }
}
