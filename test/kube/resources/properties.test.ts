import fc from 'fast-check';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { heldPodSpec } from '../../../lib/kube/held-pod-spec';
import { effectiveResources, qosOf } from '../../../lib/kube/resources';
import { KUBERNETES_VERSIONS } from '../../../lib/kube/version';

const target = fc.constantFrom(...KUBERNETES_VERSIONS);
const list = fc.dictionary(
  fc.constantFrom('cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'example.com/gpu'),
  fc.constantFrom('0', '1', '2', '100m', '64Mi', '1Gi'),
);
const resources = fc.record({ requests: list, limits: list }, { requiredKeys: [] });
const init = fc.record(
  { name: fc.string(), resources, restartPolicy: fc.constant('Always' as const) },
  { requiredKeys: ['name'] },
);
const app = fc.record({ name: fc.string(), resources }, { requiredKeys: ['name'] });
const spec: fc.Arbitrary<PodSpec> = fc.record(
  {
    containers: fc.array(app, { minLength: 1, maxLength: 3 }),
    initContainers: fc.array(init, { maxLength: 3 }),
    overhead: list,
    resources,
  },
  { requiredKeys: ['containers'] },
);

const odd = fc.oneof(
  fc.anything({ withBigInt: true }),
  fc.record({
    containers: fc.anything(),
    initContainers: fc.array(fc.anything()),
    resources: fc.anything(),
    overhead: fc.anything(),
  }),
  fc.record({
    containers: fc.array(fc.record({ name: fc.anything(), resources: fc.dictionary(fc.string(), fc.anything()) })),
  }),
);

test('whatever is written, nothing throws', () => {
  fc.assert(
    fc.property(odd, target, (value, target) => {
      const written = value as PodSpec;
      expect(['Guaranteed', 'Burstable', 'BestEffort']).toContain(qosOf(written, target).qosClass);
      expect(effectiveResources(written, target).containers).toBeInstanceOf(Array);
    }),
  );
});

test('the spec that was given is left alone', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const before = structuredClone(written);
      qosOf(frozen(written), target);
      effectiveResources(written, target);
      expect(written).toEqual(before);
    }),
  );
});

test('the effective request is never below what one container requests, unless the Pod says it itself', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const { containers, requests } = effectiveResources({ ...written, resources: {} }, target);
      for (const container of containers) {
        for (const [resource, amount] of container.requests) {
          const { adds, share } = container.shares.get(resource)!;
          expect(requests.get(resource)!.amount.compare(amount)).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(adds.sign()).toBeGreaterThanOrEqual(0);
          expect(adds.compare(amount)).toBeLessThanOrEqual(0);
        }
      }
    }),
  );
});

test('what the server filled in changes neither the class nor the requests when it is computed again', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const held = heldPodSpec(written, target);
      expect(qosOf(held, target)).toEqual(qosOf(written, target));
      const amounts = (of: PodSpec) =>
        [...effectiveResources(of, target).requests]
          .map(([resource, { amount }]) => [resource, amount.toString()])
          .sort();
      expect(amounts(held)).toEqual(amounts(written));
    }),
  );
});

test('a Pod is Burstable exactly when something is asked for and something stands in the way', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const { obstacles, qosClass, raisedBy } = qosOf(written, target);
      expect(qosClass === 'BestEffort').toBe(raisedBy === undefined);
      expect(qosClass === 'Guaranteed').toBe(obstacles.length === 0);
    }),
  );
});

function frozen<Type>(value: Type): Type {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
