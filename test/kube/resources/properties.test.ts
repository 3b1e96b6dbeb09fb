import fc from 'fast-check';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { heldSpec } from '../../../lib/kube/held-spec';
import { parseQuantity } from '../../../lib/kube/quantity';
import { amountOf, effectiveResourcesOf, qosOf } from '../../../lib/kube/resources';
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
      expect(['Guaranteed', 'Burstable', 'BestEffort']).toContain(qosOf(written, { target }).qosClass);
      expect(effectiveResourcesOf(written, { target }).containers).toBeInstanceOf(Array);
    }),
  );
});

test('the spec that was given is left alone', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const before = structuredClone(written);
      qosOf(frozen(written), { target });
      effectiveResourcesOf(written, { target });
      expect(written).toEqual(before);
    }),
  );
});

test('the effective request is never below what one container requests, unless the Pod says it itself', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const { containers, requests } = effectiveResourcesOf({ ...written, resources: {} }, { target });
      for (const row of containers.flatMap((container) => container.requests)) {
        expect(amountOf(requests, row.resource)!.compare(row.amount)).toBeGreaterThanOrEqual(0);
        expect(row.share).toBeLessThanOrEqual(1);
        expect(row.adds.sign()).toBeGreaterThanOrEqual(0);
        expect(row.adds.compare(row.amount)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('what the server filled in changes neither the class nor the requests when it is computed again', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const held = heldSpec(written, target);
      expect(qosOf(held, { target })).toEqual(qosOf(written, { target }));
      const amounts = (of: PodSpec) =>
        effectiveResourcesOf(of, { target }).requests.map(({ resource, amount }) => [resource, amount.toString()]);
      expect(amounts(held)).toEqual(amounts(written));
    }),
  );
});

test('a Pod is Burstable exactly when something is asked for and something stands in the way', () => {
  fc.assert(
    fc.property(spec, target, (written, target) => {
      const { obstacles, qosClass, raisedBy } = qosOf(written, { target });
      expect(qosClass === 'BestEffort').toBe(raisedBy === undefined);
      expect(qosClass === 'Guaranteed').toBe(obstacles.length === 0);
    }),
  );
});

test('a larger request of an app raises the effective request by as much while apps decide', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (first, second) => {
      const { requests } = effectiveResourcesOf({
        containers: [first, second].map((cpu, index) => ({
          name: `a${index}`,
          resources: { requests: { cpu: `${cpu}m` } },
        })),
      });
      expect(amountOf(requests, 'cpu')!.equals(parseQuantity(`${first + second}m`))).toBe(true);
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
