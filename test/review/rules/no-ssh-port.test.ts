import { noSshPort } from '../../../review/rules/no-ssh-port';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noSshPort, {
  passes: {
    'another port': [deployment()],
    '22 over UDP': [deployment({ ports: [{ containerPort: 22, protocol: 'UDP' }] })],
  },
  fails: {
    '22': [[deployment({ ports: [{ containerPort: 22 }] })], [`${CONTAINER}.ports[0].containerPort`]],
  },
});
