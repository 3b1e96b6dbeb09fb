import { noHostPort } from '../../../review/rules/no-host-port';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const ports = [{ containerPort: 8080, hostPort: 80 }];

describeRule(noHostPort, {
  passes: {
    'a port of the Pod': [deployment()],
    'the network of the node, which another rule is about': [deployment({ ports }, { hostNetwork: true })],
  },
  fails: {
    'a port of the node': [[deployment({ ports })], [`${CONTAINER}.ports[0].hostPort`]],
  },
});
