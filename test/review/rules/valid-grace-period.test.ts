import { validGracePeriod } from '../../../review/rules/valid-grace-period';
import { ofPod, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const stopping = (preStop: object, terminationGracePeriodSeconds = 30) => [
  deployment({ lifecycle: { preStop } }, { terminationGracePeriodSeconds }),
];
const PATH = `${POD}.terminationGracePeriodSeconds`;

describeRule(validGracePeriod, {
  passes: {
    'time enough': stopping({ sleep: { seconds: 10 } }),
    'a command whose time nobody knows': stopping({ exec: { command: ['/app/drain'] } }),
    'no hook': [deployment()],
  },
  fails: {
    'a pause that takes it all': [stopping({ exec: { command: ['sh', '-c', 'sleep 30 && nginx -s quit'] } }), [PATH]],
    'hardly any time left': [stopping({ sleep: { seconds: 28 } }), [PATH]],
    'a pause in minutes': [stopping({ exec: { command: ['sleep', '1m'] } }), [PATH]],
    'none at all': [[ofPod({ terminationGracePeriodSeconds: 0 })], [PATH]],
  },
});
