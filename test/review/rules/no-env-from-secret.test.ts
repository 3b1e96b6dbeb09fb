import { noEnvFromSecret } from '../../../review/rules/no-env-from-secret';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noEnvFromSecret, {
  passes: {
    'a ConfigMap': [deployment({ envFrom: [{ configMapRef: { name: 'api' } }] })],
  },
  fails: {
    'a Secret': [[deployment({ envFrom: [{ secretRef: { name: 'api' } }] })], [`${CONTAINER}.envFrom[0].secretRef`]],
  },
});
