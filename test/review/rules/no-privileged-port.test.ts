import { noPrivilegedPort } from '../../../review/rules/no-privileged-port';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const low = (securityContext = {}, podSpec = {}) => [
  deployment({ ports: [{ containerPort: 80 }], readinessProbe: undefined, securityContext }, podSpec),
];

describeRule(noPrivilegedPort, {
  passes: {
    root: low({}, { securityContext: {} }),
    'the capability': low({ capabilities: { add: ['NET_BIND_SERVICE'] } }),
    'the sysctl': low(
      {},
      {
        securityContext: {
          runAsNonRoot: true,
          sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '80' }],
        },
      },
    ),
    'a high port': [deployment()],
  },
  fails: {
    'a low port': [low(), [`${CONTAINER}.ports[0].containerPort`]],
    'a sysctl that does not reach so low': [
      low(
        {},
        {
          securityContext: {
            runAsNonRoot: true,
            sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '443' }],
          },
        },
      ),
      [`${CONTAINER}.ports[0].containerPort`],
    ],
  },
});
