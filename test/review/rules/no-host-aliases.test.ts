import { noHostAliases } from '../../../review/rules/no-host-aliases';
import { ofPod, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const alias = (ip: string) => [ofPod({ hostAliases: [{ ip, hostnames: ['db.example.com'] }] })];

describeRule(noHostAliases, {
  passes: {
    'this Pod': alias('127.0.0.1'),
  },
  fails: {
    'somebody else': [alias('10.1.2.3'), [`${POD}.hostAliases[0]`]],
  },
});
