export { amountOf, effectiveResourcesOf } from './effective';
export type { ContainerResources, ContainerShare, EffectiveResources } from './effective';
export type { ResourceAmount } from './amounts';
export type { EffectiveAmount } from './pod-amounts';
export type { SpecOptions } from '../spec-options';
export { qosOf } from './qos';
export type { QosClass, QosObstacle, QosVerdict } from './qos';
