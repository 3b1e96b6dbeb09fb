import fc from 'fast-check';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { startPlan, stopPlan } from '../../../lib/kube/lifecycle';
import { KUBERNETES_VERSIONS } from '../../../lib/kube/version';

const target = fc.constantFrom(...KUBERNETES_VERSIONS);
const seconds = fc.integer({ min: -2, max: 400 });
const probe = fc.record(
  {
    initialDelaySeconds: seconds,
    periodSeconds: seconds,
    timeoutSeconds: seconds,
    successThreshold: seconds,
    failureThreshold: seconds,
    terminationGracePeriodSeconds: seconds,
  },
  { requiredKeys: [] },
);
const handler = fc.oneof(
  fc.record({ sleep: fc.record({ seconds }) }),
  fc.record({ exec: fc.record({ command: fc.array(fc.string()) }) }),
);
const container = fc.record(
  {
    name: fc.string(),
    restartPolicy: fc.constantFrom('Always' as const, 'Never' as const),
    startupProbe: probe,
    readinessProbe: probe,
    livenessProbe: probe,
    lifecycle: fc.record({ preStop: handler, postStart: handler }, { requiredKeys: [] }),
  },
  { requiredKeys: ['name'] },
);
const spec: fc.Arbitrary<PodSpec> = fc.record(
  {
    containers: fc.array(container, { minLength: 1, maxLength: 3 }),
    initContainers: fc.array(container, { maxLength: 3 }),
    terminationGracePeriodSeconds: seconds,
  },
  { requiredKeys: ['containers'] },
);

test('whatever is written, nothing throws', () => {
  const odd = fc.oneof(
    fc.anything({ withBigInt: true }),
    fc.record({ containers: fc.array(fc.anything()), initContainers: fc.anything() }),
    fc.record({
      terminationGracePeriodSeconds: fc.anything({ withBigInt: true }),
      containers: fc.array(
        fc.record({
          name: fc.anything(),
          startupProbe: fc.anything(),
          lifecycle: fc.record({ preStop: fc.anything() }),
        }),
      ),
    }),
  );
  fc.assert(
    fc.property(odd, target, (value, target) => {
      const written = value as PodSpec;
      expect(startPlan(written, target).steps).toBeInstanceOf(Array);
      expect(stopPlan(written, target).grace).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the answer is plain data, and the spec that was given is left alone', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const before = structuredClone(written);
      const start = startPlan(written, target);
      const stop = stopPlan(written, target);
      expect(JSON.parse(JSON.stringify([start, stop]))).toEqual([start, stop]);
      expect(written).toEqual(before);
    }),
  );
});

test('every init container and app starts in exactly one step, and only sidecars and apps stop', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const starting = startPlan(written, target).steps.flatMap(({ role, containers }) =>
        containers.map(({ path }) => ({ role, path })),
      );
      const stopping = stopPlan(written, target).steps.flatMap(({ containers }) => containers.map(({ path }) => path));
      const { containers, initContainers = [] } = written;
      expect(new Set(starting.map(({ path }) => path)).size).toBe(containers.length + initContainers.length);
      expect(stopping.sort()).toEqual(
        starting
          .filter(({ role }) => role !== 'init')
          .map(({ path }) => path)
          .sort(),
      );
    }),
  );
});

test('what a container has at least is never more than what it has at most, nor more than the Pod has', () => {
  fc.assert(
    fc.property(spec, (written) => {
      const { steps, worstCase } = stopPlan(written);
      for (const { windowAtLeast, windowAtMost } of steps.flatMap(({ containers }) => containers)) {
        expect(windowAtLeast).toBeLessThanOrEqual(windowAtMost);
        expect(windowAtMost).toBeLessThanOrEqual(worstCase);
      }
    }),
  );
});
