export type { ContainerTimes } from './container-times';
export { secondsToNotice, secondsUntilFailure, secondsUntilSuccess } from './probe-times';
export { startPlan, startPlanOfHeld, type StartingContainer, type StartPlan, type StartStep } from './start';
export { stopPlan, stopPlanOfHeld, type StopHook, type StopPlan, type StoppingContainer, type StopStep } from './stop';
export type { PodReadiness } from './readiness';
export { stopNeed, type ContainerEnd, type StopNeed, type StopTimes } from './stop-need';
