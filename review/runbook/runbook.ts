import type { KubernetesVersion } from '../../lib/kube/version';
import type { Identity } from '../entity';
import { subjectOf, type Subject } from '../report/subject';
import { Surroundings } from '../report/surroundings';
import type { Review } from '../review';
import { byLikelihood, type Cause } from './cause';
import { deletionOf, type Deletion } from './deletion';
import { diagnosisOf, type DiagnosisStep } from './diagnosis';
import { incidentOf, type IncidentNote } from './incident';
import { sceneOf, type Scene } from './scene';
import type { Chapter, Check, FailureState } from './state';
import { CHAPTERS } from './states';

/** What can go wrong with the Pods of the reviewed workloads, how to tell and with which commands, as plain data. */
export interface Runbook {
  /** The Kubernetes version that runs the objects. */
  readonly target: KubernetesVersion;
  /** What runs Pods, in the order in which it was given. */
  readonly workloads: readonly WorkloadRunbook[];
}

/** The runbook of one workload. */
export interface WorkloadRunbook {
  readonly identity: Identity;
  /** Kind, namespace and name: `Deployment shop/checkout`. */
  readonly title: string;
  readonly file?: string;
  /** In the order in which they are gone through. */
  readonly diagnosis: readonly DiagnosisStep[];
  /** The failures that somebody may meet, in the order in which a Pod meets them. */
  readonly states: readonly StateGuide[];
  readonly deletion: Deletion;
  readonly incident: IncidentNote;
}

/** One failure as this workload may meet it. */
export interface StateGuide {
  readonly state: FailureState;
  /** Other words for it that Kubernetes shows. */
  readonly aliases: readonly string[];
  /** What it means in Kubernetes' terms, each a sentence. */
  readonly meaning: readonly string[];
  /** What in this Pod can bring it about, the most likely first; empty where nothing in the spec can. */
  readonly causes: readonly Cause[];
  /** What is followed link by link: from the labels to the EndpointSlice. */
  readonly chain: readonly Check[];
  /** Where to look when none of the causes holds. */
  readonly command: string;
}

/** Makes the runbook of a review. No object makes it throw; templates that make no Pods have none. */
export function runbookOf({ landscape }: Review): Runbook {
  const around = new Surroundings(landscape);
  const subjects = landscape.workloads.map((workload) => subjectOf(workload, around));
  return {
    target: landscape.target,
    workloads: subjects.filter(({ owner }) => owner.kind !== 'PodTemplate').map(workloadRunbook),
  };
}

function workloadRunbook(subject: Subject): WorkloadRunbook {
  const { entity } = subject.workload;
  const { file } = entity.source;
  const scene = sceneOf(subject);
  return {
    identity: entity.identity,
    title: entity.title,
    ...(file !== undefined && { file }),
    diagnosis: diagnosisOf(scene),
    states: CHAPTERS.map((chapter) => guideOf(chapter, scene)),
    deletion: deletionOf(scene),
    incident: incidentOf(scene),
  };
}

function guideOf(chapter: Chapter, scene: Scene): StateGuide {
  const { aliases, state } = chapter;
  return {
    state,
    aliases,
    meaning: chapter.meaning(scene),
    causes: byLikelihood(chapter.causes(scene)),
    chain: chapter.chain?.(scene) ?? [],
    command: scene.describePod,
  };
}
