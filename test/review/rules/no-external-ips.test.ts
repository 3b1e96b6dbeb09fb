import { noExternalIps } from '../../../review/rules/no-external-ips';
import { service } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(noExternalIps, {
  passes: {
    'no addresses': [service()],
    'an empty list': [service({ externalIPs: [] })],
  },
  fails: {
    'an address': [[service({ externalIPs: ['192.0.2.7'] })], ['spec.externalIPs']],
  },
});
