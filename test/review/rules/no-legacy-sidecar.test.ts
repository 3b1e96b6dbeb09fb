import { review } from '../../../review';
import { noLegacySidecar } from '../../../review/rules/no-legacy-sidecar';
import { after, beside, job, owned, POD } from '../kinds';
import { soundContainer, sources } from '../objects';
import { describeRule } from '../rule-cases';

const proxy = { image: 'envoyproxy/envoy:v1.32.2' };

describeRule(noLegacySidecar, {
  passes: {
    'a native sidecar': [after({ ...proxy, restartPolicy: 'Always' })],
    'an unknown image': [beside({ image: 'registry.example.com/helper:v1' })],
    'a Job whose containers can signal one another': [
      job(
        {},
        {
          shareProcessNamespace: true,
          containers: [soundContainer(), { ...soundContainer(), ...proxy, name: 'proxy' }],
        },
      ),
    ],
    'an agent that is the application': [owned('DaemonSet', { image: 'fluent/fluent-bit:3.2.4' })],
    'a Job that ends its helper': [
      job(
        { command: ['sh', '-c', 'work && curl -X POST localhost:9901/quitquitquit'] },
        {
          containers: [
            { ...soundContainer(), command: ['sh', '-c', 'work && curl -X POST localhost:15020/quitquitquit'] },
            { ...soundContainer(), ...proxy, name: 'proxy' },
          ],
        },
      ),
    ],
  },
  fails: {
    'a proxy among the regular containers': [[beside(proxy)], [`${POD}.containers[1]`]],
    'a log shipper': [[beside({ image: 'fluent/fluent-bit:3.2.4' })], [`${POD}.containers[1]`]],
    'a helper that keeps a Job from completing': [
      [job({}, { containers: [soundContainer(), { ...soundContainer(), ...proxy, name: 'proxy' }] })],
      [`${POD}.containers[1]`],
    ],
  },
});

test('before 1.29 there is no other way, but in a Job it is an error', () => {
  const options = { rules: [noLegacySidecar], target: '1.28' } as const;
  expect(review(sources(beside(proxy)), options).findings).toEqual([]);
  const inJob = job({}, { containers: [soundContainer(), { ...soundContainer(), ...proxy, name: 'proxy' }] });
  expect(review(sources(inJob), options).findings).toEqual([expect.objectContaining({ severity: 'error' })]);
});
