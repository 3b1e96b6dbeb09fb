import { validEnvReferences } from '../../../review/rules/valid-env-references';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const env = (...variables: object[]) => deployment({ env: variables });
const host = { name: 'HOST', value: 'db' };

describeRule(validEnvReferences, {
  passes: {
    'a variable above': [env(host, { name: 'URL', value: 'http://$(HOST)' })],
    'a variable of a Service': [env({ name: 'URL', value: 'http://$(DB_SERVICE_HOST)' })],
    'a text that only looks like one': [env({ name: 'URL', value: '$$(HOST)' })],
    'an unknown ConfigMap': [
      deployment({ env: [{ name: 'URL', value: '$(HOST)' }], envFrom: [{ configMapRef: { name: 'api' } }] }),
    ],
    'a command of a shell': [deployment({ command: ['sh', '-c', 'echo $(HOSTNAME)'] })],
    'a variable in the command': [deployment({ env: [host], args: ['--host=$(HOST)'] })],
  },
  fails: {
    'a variable below': [[env({ name: 'URL', value: 'http://$(HOST)' }, host)], [`${CONTAINER}.env[0].value`]],
    'no variable': [[env({ name: 'URL', value: 'http://$(HOST)' })], [`${CONTAINER}.env[0].value`]],
    'no variable for the command': [[deployment({ args: ['--host=$(HOST)'] })], [`${CONTAINER}.args`]],
  },
});
