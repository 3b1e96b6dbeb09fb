import { noLiteralAddress } from '../../../review/rules/no-literal-address';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const env = (value: string, name = 'UPSTREAM') => [deployment({ env: [{ name, value }] })];

describeRule(noLiteralAddress, {
  passes: {
    'a name': env('http://orders.shop.svc:8080'),
    'this Pod': env('127.0.0.1:6379'),
    'a network': env('10.0.0.0/8'),
    'an exception for a proxy': env('10.0.0.1', 'NO_PROXY'),
  },
  fails: {
    'an address': [env('10.1.2.3'), [`${CONTAINER}.env[0].value`]],
    'a URL': [env('http://192.168.1.5:8080/api'), [`${CONTAINER}.env[0].value`]],
  },
});
