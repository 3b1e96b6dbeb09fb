import { requireJobRetries } from '../../../review/rules/require-job-retries';
import { job } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { cronJob } from '../surroundings';

describeRule(requireJobRetries, {
  passes: {
    'a number': [job({}, {}, { backoffLimit: 0 })],
    'a number for each index': [job({}, {}, { backoffLimitPerIndex: 1, completionMode: 'Indexed', completions: 3 })],
    'a number for each run': [cronJob()],
    'a Deployment': [deployment()],
  },
  fails: {
    'no number': [[job()], ['spec.backoffLimit']],
    'no number for a run': [[cronJob({}, { backoffLimit: undefined })], ['spec.jobTemplate.spec.backoffLimit']],
  },
});
