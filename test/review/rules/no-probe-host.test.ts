import { noProbeHost } from '../../../review/rules/no-probe-host';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const host = (name: string, more = {}) => [
  deployment({ livenessProbe: { httpGet: { path: '/', port: 'http', host: name } } }, more),
];

describeRule(noProbeHost, {
  passes: {
    none: [deployment()],
    'localhost of an agent in the network of its node': host('127.0.0.1', { hostNetwork: true }),
  },
  fails: {
    'another host': [host('example.com'), [`${CONTAINER}.livenessProbe.httpGet.host`]],
    'localhost, which is the node': [host('127.0.0.1'), [`${CONTAINER}.livenessProbe.httpGet.host`]],
  },
});
