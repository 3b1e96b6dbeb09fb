import type { Rule } from '../../rule';
import { noFrequentSchedule } from '../no-frequent-schedule';
import { requireConcurrencyPolicy } from '../require-concurrency-policy';
import { requireFailedJobHistory } from '../require-failed-job-history';
import { requireJobCleanup } from '../require-job-cleanup';
import { requireJobDeadline } from '../require-job-deadline';
import { requireJobRetries } from '../require-job-retries';
import { requireStartingDeadline } from '../require-starting-deadline';
import { requireTimeZone } from '../require-time-zone';

/** Work that ends. */
export const JOB_RULES: readonly Rule[] = [
  requireJobDeadline,
  requireJobRetries,
  requireJobCleanup,
  requireConcurrencyPolicy,
  requireStartingDeadline,
  requireTimeZone,
  noFrequentSchedule,
  requireFailedJobHistory,
];
