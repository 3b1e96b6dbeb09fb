import { noTcpReadiness } from '../../../review/rules/no-tcp-readiness';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const tcp = (ports: object[], more = {}) => [
  deployment({ ports, readinessProbe: { tcpSocket: { port: 'main' } }, ...more }),
];

describeRule(noTcpReadiness, {
  passes: {
    HTTP: [deployment()],
    'a port that speaks something else': tcp([{ name: 'main', containerPort: 5432 }]),
    'a database': [deployment({ image: 'rabbitmq:4.0.5', readinessProbe: { tcpSocket: { port: 'http' } } })],
  },
  fails: {
    'a port called http': [
      [deployment({ readinessProbe: { tcpSocket: { port: 'http' } } })],
      [`${CONTAINER}.readinessProbe.tcpSocket`],
    ],
    'a port that liveness asks over HTTP': [
      tcp([{ name: 'main', containerPort: 9999 }], { livenessProbe: { httpGet: { path: '/', port: 'main' } } }),
      [`${CONTAINER}.readinessProbe.tcpSocket`],
    ],
  },
});
