export type { Hook } from './hooks';
export type { SpecOptions } from '../spec-options';
export type { LivenessTimes, ReadinessTimes, StartupTimes } from './probe-times';
export { startOrderOf } from './start-order';
export type { PodReadiness, StartingContainer, StartOrder, StartStep } from './start-order';
export { stopOrderOf } from './stop-order';
export type { StopOrder, StoppingContainer, StopStep, TimeSpan } from './stop-order';
