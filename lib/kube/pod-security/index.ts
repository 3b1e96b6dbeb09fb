export type { CheckedLevel, ViolationPlace } from './check';
export {
  evaluatePodSecurity,
  podSecurityLevel,
  podSecurityMessage,
  type PodSecurityLevel,
  type PodSecurityViolation,
  type PolicyVersion,
} from './evaluate';
