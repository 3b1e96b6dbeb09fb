import { review } from '../../../review';
import { noBestEffort } from '../../../review/rules/no-best-effort';
import { job, ofPod, POD } from '../kinds';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noBestEffort, {
  passes: {
    'no container, which is a problem': [ofPod({ containers: [] })],
    'a request': [deployment({ resources: { requests: { cpu: '10m' } } })],
    'resources of the Pod': [deployment({ resources: {} }, { resources: { requests: { memory: '64Mi' } } })],
  },
  fails: {
    'no resources': [[deployment({ resources: {} })], [`${POD}.containers`]],
    'a request of disk alone': [
      [deployment({ resources: { requests: { 'ephemeral-storage': '1Gi' } } })],
      [`${POD}.containers`],
    ],
  },
});

test('what runs once is a warning', () => {
  const { findings } = review(sources(job({ resources: {} })), { rules: [noBestEffort] });
  expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
});
