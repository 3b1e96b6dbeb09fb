import { review } from '../../../review';
import { noServerInAPod } from '../../../review/rules/no-server-in-a-pod';
import { beside, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const server = { image: 'registry.example.com/web:v1', ports: [{ name: 'web', containerPort: 3000 }] };

describeRule(noServerInAPod, {
  passes: {
    'one server': [beside({})],
    'a port for metrics': [
      beside({ image: 'registry.example.com/stats:v1', ports: [{ name: 'metrics', containerPort: 9090 }] }),
    ],
    'a web server before the application': [beside({ ...server, image: 'nginx:1.27.3' })],
    'an ambassador of an own image': [beside({ ...server, name: 'redis-ambassador' })],
    'a known helper': [beside({ ...server, image: 'quay.io/oauth2-proxy/oauth2-proxy:v7.7.1' })],
  },
  fails: {
    'two servers': [[beside(server)], [`${POD}.containers`]],
  },
});

test('a reason beside one of them is an answer', () => {
  const remarks = [{ path: `${POD}.containers[1]`, kind: 'reason', text: 'both write one socket' }] as const;
  expect(review([{ object: beside(server), remarks }], { rules: [noServerInAPod] }).findings).toEqual([]);
});
