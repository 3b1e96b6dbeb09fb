import { uniqueEnvNames } from '../../../review/rules/unique-env-names';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const env = (...variables: object[]) => [deployment({ env: variables })];

describeRule(uniqueEnvNames, {
  passes: {
    'two names': env({ name: 'A', value: '1' }, { name: 'B', value: '1' }),
    'one that builds on the one before': env({ name: 'A', value: '1' }, { name: 'A', value: '$(A)/2' }),
  },
  fails: {
    'one name': [env({ name: 'A', value: '1' }, { name: 'A', value: '2' }), [`${CONTAINER}.env[1]`]],
  },
});
