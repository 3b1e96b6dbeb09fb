import { review } from '../../../review';
import { validProbePort } from '../../../review/rules/valid-probe-port';
import { CONTAINER } from '../kinds';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

const asking = (port: unknown, more = {}) => [
  deployment({ readinessProbe: { httpGet: { path: '/', port } }, ...more }),
];

describeRule(validProbePort, {
  passes: {
    'a port by its name': asking('http'),
    'a port by its number': asking(8080),
    'a command': [deployment({ readinessProbe: { exec: { command: ['true'] } } })],
    'another host': asking(8080, { readinessProbe: { tcpSocket: { port: 1, host: '10.0.0.1' } } }),
  },
  fails: {
    'a number that is not declared': [asking(8081), [`${CONTAINER}.readinessProbe.httpGet.port`]],
    'a name of no port': [asking('htpp'), [`${CONTAINER}.readinessProbe.httpGet.port`]],
    'a hook': [
      [deployment({ lifecycle: { preStop: { httpGet: { path: '/stop', port: 9999 } } } })],
      [`${CONTAINER}.lifecycle.preStop.httpGet.port`],
    ],
  },
});

test('a name that leads nowhere is an error', () => {
  const { findings } = review(sources(...asking('htpp')), { rules: [validProbePort] });
  expect(findings).toEqual([
    expect.objectContaining({ severity: 'error', fix: expect.stringContaining('htpp') as string }),
  ]);
});
