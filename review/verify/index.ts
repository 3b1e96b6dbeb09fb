export { verify } from './verify';
export type { ObjectVerification, Uncompared, Verification, VerifyOptions } from './verify';
export { factsOf } from './facts';
export type { ContainerFact, FactsOptions, PodsFact, PortFact, WorkloadFacts } from './facts';
export type { ContainerMoment, LiveContainer, LivePod } from './live-pod';
export type { Mismatch, MismatchTopic } from './mismatch';
export type { LiveCondition } from './reading';
