import fc from 'fast-check';
import { factsOf, printVerifyJson, printVerifyMarkdown, printVerifyText, verify } from '../../../review';
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

const JUNK: readonly unknown[] = [
  null,
  undefined,
  -1,
  0,
  1.5,
  Number.NaN,
  9n,
  '',
  '\u001b[31mred\u0007`|<b>\n# x',
  true,
  [],
  [null],
  [[]],
  {},
  { a: null },
];

function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...path, key]))];
}

/** The value with junk at a place; a place may have gone with an earlier change. */
function withJunk(value: unknown, [key, ...rest]: readonly string[], junk: unknown): unknown {
  if (key === undefined) return junk;
  if (typeof value !== 'object' || value === null || !(key in value)) return value;
  if (Array.isArray(value)) {
    return value.map((entry: unknown, at) => (String(at) === key ? withJunk(entry, rest, junk) : entry));
  }
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: withJunk(fields[key], rest, junk) };
}

const change = fc.integer({ min: 0, max: all.length - 1 }).chain((position) =>
  fc.record({
    position: fc.constant(position),
    path: fc.constantFrom(...placesIn(all[position])),
    junk: fc.constantFrom(...JUNK),
  }),
);

/** Whatever moves a cursor or colours a terminal. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

test('nothing makes a verification or its printers throw', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const given = changes.reduce<readonly unknown[]>(
        (objects, { junk, path, position }) =>
          objects.map((object, at) => (at === position ? withJunk(object, path, junk) : object)),
        all,
      );
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
