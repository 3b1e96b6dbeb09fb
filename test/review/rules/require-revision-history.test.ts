import { requireRevisionHistory } from '../../../review/rules/require-revision-history';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(requireRevisionHistory, {
  passes: {
    'the default': [deployment()],
    'a few': [deployment({}, {}, { revisionHistoryLimit: 2 })],
  },
  fails: {
    none: [[deployment({}, {}, { revisionHistoryLimit: 0 })], ['spec.revisionHistoryLimit']],
  },
});
