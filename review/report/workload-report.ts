import type { Identity } from '../entity';
import type { Answer } from './answer';
import { checklistOf, type CheckItem } from './checklist';
import { consumptionAnswer } from './consumption';
import { containersReport, helperAnswers, type ContainerReport } from './helpers';
import { failureAnswer } from './failure';
import { identityAnswer, identityOf, type IdentityReport } from './identity';
import { imageDemandsOf, type ImageDemand } from './image-demands';
import { localhostOf, type LocalhostCall } from './localhost';
import { nodesOf, whereAnswer, type NodesReport } from './nodes';
import { notesOf } from './notes';
import type { ObjectReport } from './object-report';
import { ownershipAnswers, ownerWordsOf } from './ownership';
import { podSecurityOf, type PodSecurityReport } from './pod-security';
import { portsOf, type PortsReport } from './ports';
import { qosOf, type QosReport } from './qos';
import { readinessAnswer } from './readiness';
import { readyOf, type ReadyReport } from './ready';
import { promiseAnswers } from './promises';
import { recoveryAnswers } from './recovery';
import { exceptionsOf, reasonsOf, type ExceptionReport, type ReasonReport } from './register';
import { resourcesOf, type ResourcesReport } from './resources';
import { reviewabilityOf, type Reviewability } from './reviewability';
import { startOf, type StartReport } from './start';
import { stopOf, type StopReport } from './stop';
import type { Subject } from './subject';
import { volumesOf, type VolumeReport } from './volumes';

/** Everything that the YAML tells of a workload. */
export interface WorkloadReport extends ObjectReport {
  readonly kind: Identity['kind'];
  /** How many Pods, in words: `3 Pods`, `1 Pod on each eligible node`. */
  readonly pods: string;
  /** Where may it run, what identity does it use, how does it prove readiness, how much may it consume, what if it fails. */
  readonly questions: readonly Answer[];
  /** Failure, deletion, rollout, scale, maintenance of a node. */
  readonly ownership: readonly Answer[];
  /** A lost node, a failed rollout, a leak. */
  readonly recovery: readonly Answer[];
  /** What Kubernetes preserves, replaces, scales and exposes. */
  readonly promises: readonly Answer[];
  /** Why each helper shares the Pod. */
  readonly helpers: readonly Answer[];
  readonly containers: readonly ContainerReport[];
  readonly nodes: NodesReport;
  readonly identityOfPods: IdentityReport;
  readonly resources: ResourcesReport;
  readonly qos: QosReport;
  readonly podSecurity: PodSecurityReport;
  readonly start: StartReport;
  readonly stop: StopReport;
  readonly ports: PortsReport;
  /** Who is told to talk to whom inside the Pod. */
  readonly localhost: readonly LocalhostCall[];
  readonly volumes: readonly VolumeReport[];
  readonly ready: ReadyReport;
  /** What the security settings ask of the images. */
  readonly images: readonly ImageDemand[];
  /** What a reader should know beside the YAML, each a sentence. */
  readonly notes: readonly string[];
  readonly reasons: readonly ReasonReport[];
  readonly exceptions: readonly ExceptionReport[];
  readonly reviewability: Reviewability;
  readonly checklist: readonly CheckItem[];
}

/** Reports on one workload. */
export function workloadReport(subject: Subject, object: ObjectReport): WorkloadReport {
  const words = ownerWordsOf(subject);
  const nodes = nodesOf(subject);
  const identityOfPods = identityOf(subject);
  const resources = resourcesOf(subject);
  const volumes = volumesOf(subject);
  const podSecurity = podSecurityOf(subject);
  const containers = containersReport(subject, resources);
  const localhost = localhostOf(subject);
  const asked = {
    questions: [
      whereAnswer(nodes),
      identityAnswer(subject, identityOfPods),
      readinessAnswer(subject),
      consumptionAnswer(subject, resources),
      failureAnswer(subject, words.end ?? []),
    ],
    ownership: ownershipAnswers(subject, words),
    recovery: recoveryAnswers(subject, words, volumes),
    promises: promiseAnswers(subject, volumes),
    helpers: helperAnswers(containers, { localhost, volumes }),
  };
  return {
    ...object,
    kind: object.identity.kind,
    pods: subject.count.words,
    ...asked,
    containers,
    nodes,
    identityOfPods,
    resources,
    qos: qosOf(subject),
    podSecurity,
    start: startOf(subject),
    stop: stopOf(subject),
    ports: portsOf(subject),
    localhost,
    volumes,
    ready: readyOf(subject),
    images: imageDemandsOf(subject, volumes),
    notes: notesOf(subject),
    reasons: reasonsOf(subject),
    exceptions: exceptionsOf(subject, object.accepted),
    reviewability: reviewabilityOf(Object.values(asked).flat()),
    checklist: checklistOf(subject, volumes, podSecurity.level),
  };
}
