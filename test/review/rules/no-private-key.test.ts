import { noPrivateKey } from '../../../review/rules/no-private-key';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const key = '-----BEGIN RSA PRIVATE KEY-----';

describeRule(noPrivateKey, {
  passes: {
    'a certificate': [deployment({ env: [{ name: 'CA', value: '-----BEGIN CERTIFICATE-----' }] })],
  },
  fails: {
    'a variable': [[deployment({ env: [{ name: 'SIGNING', value: key }] })], [`${CONTAINER}.env[0].value`]],
    'the command line': [[deployment({ args: [`--key=${key}`] })], [`${CONTAINER}.args`]],
  },
});
