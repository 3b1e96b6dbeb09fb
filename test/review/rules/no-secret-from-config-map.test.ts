import { noSecretFromConfigMap } from '../../../review/rules/no-secret-from-config-map';
import { CONTAINER, type Fields } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

const taking = (name: string, key: string) =>
  deployment({ env: [{ name, valueFrom: { configMapKeyRef: { name: 'api', key } } }] });
const all = deployment({ envFrom: [{ configMapRef: { name: 'api' } }] });
const map = (data: Fields) => neighbour('v1', 'ConfigMap', { data });
const fault = `${CONTAINER}.env[0].valueFrom.configMapKeyRef`;

describeRule(noSecretFromConfigMap, {
  passes: {
    'a setting': [taking('LOG_LEVEL', 'level')],
    'the place of a secret': [taking('DB_PASSWORD_FILE', 'password-file')],
    'a password from a Secret': [
      deployment({ env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'api', key: 'password' } } }] }),
    ],
    'a value that turns out to be a place': [
      taking('API_TOKEN', 'token'),
      map({ token: '/var/run/secrets/tokens/api' }),
    ],
    'a whole ConfigMap of settings': [all, map({ LOG_LEVEL: 'info', TOKEN_TTL: '3600' })],
    'a whole ConfigMap that nobody sees': [all],
    'a ConfigMap of the name in another namespace': [
      all,
      { ...map({ DB_PASSWORD: 'hunter2-hunter2' }), metadata: { name: 'api', namespace: 'other' } },
    ],
    'a ConfigMap that cannot be read': [all, neighbour('v1', 'ConfigMap', { data: 7 })],
  },
  fails: {
    'a password': [[taking('DB_PASSWORD', 'db')], [fault]],
    'a key that is a token': [[taking('AUTH', 'api-token')], [fault]],
    'a password that is known': [[taking('DB_PASSWORD', 'db'), map({ db: 'hunter2-hunter2' })], [fault]],
    'a whole ConfigMap with a password in it': [
      [all, map({ LOG_LEVEL: 'info', DB_PASSWORD: 'hunter2-hunter2' })],
      [`${CONTAINER}.envFrom[0].configMapRef`],
    ],
  },
});
