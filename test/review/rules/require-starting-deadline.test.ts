import { requireStartingDeadline } from '../../../review/rules/require-starting-deadline';
import { job } from '../kinds';
import { describeRule } from '../rule-cases';
import { cronJob } from '../surroundings';

describeRule(requireStartingDeadline, {
  passes: {
    'an hour': [cronJob()],
    'a Job': [job()],
  },
  fails: {
    'nothing is said': [[cronJob({ startingDeadlineSeconds: undefined })], ['spec.startingDeadlineSeconds']],
    'less than the controller needs': [[cronJob({ startingDeadlineSeconds: 5 })], ['spec.startingDeadlineSeconds']],
  },
});
