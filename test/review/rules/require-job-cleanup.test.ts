import { requireJobCleanup } from '../../../review/rules/require-job-cleanup';
import { job } from '../kinds';
import { describeRule } from '../rule-cases';

const generated = (spec: object = {}, metadata: object = {}) => ({
  ...job({}, {}, { ...spec }),
  metadata: { generateName: 'api-', ...metadata },
});

describeRule(requireJobCleanup, {
  passes: {
    'a name': [job()],
    'a time': [generated({ ttlSecondsAfterFinished: 86_400 })],
    'a hook that is deleted': [
      generated({}, { annotations: { 'argocd.argoproj.io/hook-delete-policy': 'HookSucceeded' } }),
    ],
  },
  fails: {
    'a name that is made up': [[generated()], ['spec.ttlSecondsAfterFinished']],
  },
});
