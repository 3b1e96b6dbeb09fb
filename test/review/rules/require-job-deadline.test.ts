import { requireJobDeadline } from '../../../review/rules/require-job-deadline';
import { job } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { cronJob } from '../surroundings';

describeRule(requireJobDeadline, {
  passes: {
    'a deadline': [job({}, {}, { activeDeadlineSeconds: 900 })],
    'a deadline of the Pod': [job({}, { activeDeadlineSeconds: 900 })],
    'a deadline of each run': [cronJob()],
    'a Deployment': [deployment()],
  },
  fails: {
    'no end': [[job()], ['spec.activeDeadlineSeconds']],
    'no end of a run': [
      [cronJob({}, { activeDeadlineSeconds: undefined })],
      ['spec.jobTemplate.spec.activeDeadlineSeconds'],
    ],
  },
});
