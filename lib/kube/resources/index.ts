export { aggregate, type Aggregate } from './aggregate';
export { amountOf, amountsOf, type Amounts } from './amounts';
export { withDefaultedResources } from './defaulted';
export { effectiveResources, type ContainerAmounts, type EffectiveAmount, type EffectiveResources } from './effective';
export { qosOf, qosOfHeld, type QosClass, type QosObstacle, type QosVerdict } from './qos';
export type { ContainerShare } from './shares';
