import { printVerifyMarkdown, printVerifyText } from '../../../review';
import { liveDeployment, livePod } from './cluster';
import { verified } from './found';

const hostile = livePod('abcde', {
  spec: { nodeName: undefined },
  status: { phase: 'Pending', containerStatuses: [] },
  conditions: { PodScheduled: { status: 'False', reason: 'Unschedulable', message: '\u001b[31m<b>`rm`</b>\n# red' } },
});

test('a terminal gets what is promised, what is live, and what is not the same', () => {
  const fewer = { readyReplicas: 1, availableReplicas: 1 };
  const text = printVerifyText(verified([liveDeployment({ replicas: 1 }, fewer), livePod()]));
  expect(text).toBe(`Deployment shop/checkout otherwise
  promised  2 Pods, READY 1/1, Burstable
  live      Pod checkout-7d4b9c6f58-abcde: Running, READY 1/1, node worker-1
  error     1 of 2 Pods of Deployment \`checkout\` is ready.
  warning   \`spec.replicas\` of Deployment \`checkout\` is \`1\`, and Git says \`2\`: the next sync sets it
            back.

0 objects as promised, 1 otherwise: 1 error, 1 warning
`);
});

test('nothing that runs moves a cursor, or is markup', () => {
  const result = verified([hostile, livePod('fghij')]);
  expect(printVerifyText(result)).toContain("the scheduler says `[31m<b>'rm'</b> # red`");
  const markdown = printVerifyMarkdown(result);
  expect(markdown).toContain('❌ **error**: Pod `checkout-7d4b9c6f58-abcde` has no node');
  expect(markdown).toContain('More: `podwright explain Pending`.');
  expect(markdown).not.toMatch(/^# red/m);
});
