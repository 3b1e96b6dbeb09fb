import { requireEphemeralStorage } from '../../../review/rules/require-ephemeral-storage';
import { mounting, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const disk = (emptyDir: object, requests = {}) => [mounting({ emptyDir }, {}, { resources: { requests } })];

describeRule(requireEphemeralStorage, {
  passes: {
    little: disk({ sizeLimit: '1Gi' }),
    'much that is requested': disk({ sizeLimit: '20Gi' }, { 'ephemeral-storage': '20Gi' }),
    'much in memory': disk({ medium: 'Memory', sizeLimit: '20Gi' }),
  },
  fails: {
    'much that nobody requests': [disk({ sizeLimit: '20Gi' }), [`${POD}.volumes`]],
  },
});
