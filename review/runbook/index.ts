export { runbookOf, type Runbook, type StateGuide, type WorkloadRunbook } from './runbook';
export type { Cause, Likelihood } from './cause';
export type { Deletion } from './deletion';
export type { DiagnosisStep } from './diagnosis';
export type { ExitCode, IncidentContainer, IncidentNote } from './incident';
export { FAILURE_STATES, type Check, type FailureState } from './state';
export { nearestState, stateNamed } from './state-named';
