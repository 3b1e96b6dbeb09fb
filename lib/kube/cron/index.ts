export { tryDuration } from './duration';
export type { CronField } from './fields';
export { cronComplaint, parseCron, tryCron, type CronSchedule } from './schedule';
export { cronSentence } from './sentence';
export { timeZoneComplaint } from './time-zone';
