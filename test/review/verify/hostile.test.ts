import fc from 'fast-check';
import { factsOf, printVerifyJson, printVerifyMarkdown, printVerifyText, verify } from '../../../review';
import { CONTROL, junkIn, withJunk } from '../junk';
import { sources } from '../objects';
import { deployment, healthy, job, jobPod, liveDeployment, liveJob, livePod, NOT_READY } from './cluster';

const desired: readonly unknown[] = [deployment(), job()];
const crashing = livePod('zzzzz', {
  conditions: NOT_READY,
  state: {
    ready: false,
    restartCount: 3,
    state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off' } },
    lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
  },
});
const live: readonly unknown[] = [
  ...healthy(),
  crashing,
  liveDeployment({ replicas: 5 }, { conditions: [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate' }] }),
  liveJob({ type: 'Failed', reason: 'BackoffLimitExceeded' }),
  jobPod('Failed', 1),
];
const all = [...desired, ...live];

test('nothing makes a verification or its printers throw', () => {
  fc.assert(
    fc.property(fc.array(junkIn(all), { minLength: 1, maxLength: 5 }), (changes) => {
      const given = withJunk(all, changes);
      const wanted = sources(...given.slice(0, desired.length));
      const result = verify(sources(...given.slice(desired.length)), wanted);
      expect(JSON.parse(printVerifyJson(result))).toBeDefined();
      expect(JSON.parse(printVerifyJson(factsOf(wanted)))).toBeDefined();
      const texts = [printVerifyText(result, { width: 60 }), printVerifyMarkdown(result)];
      for (const text of texts) {
        expect(text).not.toMatch(CONTROL);
        expect(text.match(/.*(?:undefined|\[object ).*/)?.[0]).toBeUndefined();
      }
    }),
    { numRuns: 150 },
  );
});

test.each([
  [null],
  [[]],
  ['text'],
  [{ kind: 'Pod' }],
  [{ apiVersion: 'v1', kind: 'Pod', metadata: 5, spec: { containers: 5 } }],
])('%j on either side is passed over or told', (object) => {
  expect(verify(sources(object), sources(deployment())).objects.length).toBeLessThan(3);
  expect(verify(sources(...live), sources(object)).objects.length).toBeLessThan(20);
});
