import { requireFailedJobHistory } from '../../../review/rules/require-failed-job-history';
import { describeRule } from '../rule-cases';
import { cronJob } from '../surroundings';

describeRule(requireFailedJobHistory, {
  passes: {
    'the default': [cronJob()],
    some: [cronJob({ failedJobsHistoryLimit: 3 })],
  },
  fails: {
    none: [[cronJob({ failedJobsHistoryLimit: 0 })], ['spec.failedJobsHistoryLimit']],
  },
});
