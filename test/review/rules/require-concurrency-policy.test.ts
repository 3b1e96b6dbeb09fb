import { requireConcurrencyPolicy } from '../../../review/rules/require-concurrency-policy';
import { job } from '../kinds';
import { describeRule } from '../rule-cases';
import { cronJob } from '../surroundings';

describeRule(requireConcurrencyPolicy, {
  passes: {
    'no overlap': [cronJob()],
    'an overlap that is meant': [cronJob({ concurrencyPolicy: 'Allow' })],
    'a Job': [job()],
  },
  fails: {
    'nothing is said': [[cronJob({ concurrencyPolicy: undefined })], ['spec.concurrencyPolicy']],
  },
});
