import fc from 'fast-check';
import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import type { Quantity } from '../../../lib/kube/api/scalars';
import { heldPodSpec } from '../../../lib/kube/held-pod-spec';
import { effectiveResources } from '../../../lib/kube/resources';
import type { KubernetesVersion } from '../../../lib/kube/version';

type Written = Record<string, Quantity>;

const app = (requests: Written, limits: Written = {}): Container => ({ name: 'app', resources: { requests, limits } });
const init = (requests: Written): Container => ({ name: 'init', resources: { requests } });
const sidecar = (requests: Written): Container => ({ name: 'side', restartPolicy: 'Always', resources: { requests } });

function amounts(spec: PodSpec, kind: 'requests' | 'limits', version?: KubernetesVersion): Record<string, string> {
  const entries = [...effectiveResources(spec, version)[kind]].map(([name, { amount }]) => [name, amount.toString()]);
  return Object.fromEntries(entries) as Record<string, string>;
}

describe('what is set aside', () => {
  test.each<[string, PodSpec, Written]>([
    [
      'regular containers add up',
      { containers: [app({ cpu: '250m' }), app({ cpu: 1, memory: '1Gi' })] },
      { cpu: '1250m', memory: '1Gi' },
    ],
    [
      'a larger init container decides',
      { initContainers: [init({ cpu: 2 })], containers: [app({ cpu: 1 })] },
      { cpu: '2' },
    ],
    ['a smaller one does not', { initContainers: [init({ cpu: 1 })], containers: [app({ cpu: 2 })] }, { cpu: '2' }],
    [
      'init containers run one at a time',
      { initContainers: [init({ cpu: 1 }), init({ cpu: 3 })], containers: [app({ cpu: 2 })] },
      { cpu: '3' },
    ],
    ['sidecars run along', { initContainers: [sidecar({ cpu: 1 })], containers: [app({ cpu: 2 })] }, { cpu: '3' }],
    [
      'an init container counts with the sidecars before it',
      { initContainers: [sidecar({ cpu: 1 }), init({ cpu: 3 })], containers: [app({ cpu: 1 })] },
      { cpu: '4' },
    ],
    [
      'and not with those after it',
      { initContainers: [init({ cpu: 3 }), sidecar({ cpu: 1 })], containers: [app({ cpu: 1 })] },
      { cpu: '3' },
    ],
    [
      'each resource has its own peak',
      { initContainers: [init({ cpu: 3, memory: '1Mi' })], containers: [app({ cpu: 1, memory: '2Mi' })] },
      { cpu: '3', memory: '2Mi' },
    ],
    [
      'a limit is requested too',
      { containers: [app({}, { cpu: 1, 'example.com/gpu': 2 })] },
      { cpu: '1', 'example.com/gpu': '2' },
    ],
    [
      'the overhead comes on top',
      { containers: [app({ cpu: 1 })], overhead: { cpu: '100m', memory: '64Mi' } },
      { cpu: '1100m', memory: '64Mi' },
    ],
    [
      'the Pod decides over its containers',
      { containers: [app({ cpu: 1, memory: '1Gi' })], resources: { requests: { cpu: 2 } } },
      { cpu: '2', memory: '1Gi' },
    ],
    [
      'the Pod requests what its containers do where it has only limits',
      { containers: [app({ cpu: '100m' })], resources: { limits: { cpu: 2, memory: '1Gi' } } },
      { cpu: '100m', memory: '1Gi' },
    ],
  ])('%s', (_, spec, requests) => {
    expect(amounts(spec, 'requests')).toEqual(requests);
  });

  test('before 1.34 the resources of the Pod do not count', () => {
    const spec = { containers: [app({ cpu: 1 })], resources: { requests: { cpu: 2 } } };
    expect(amounts(spec, 'requests', '1.33')).toEqual({ cpu: '1' });
  });

  test('it is told what decides', () => {
    const deciders = (spec: PodSpec) => effectiveResources(spec).requests.get('cpu')?.decidedBy;
    expect(deciders({ containers: [app({ cpu: 1 })] })).toBe('steady');
    expect(deciders({ initContainers: [init({ cpu: 2 })], containers: [app({ cpu: 1 })] })).toBe('startPeak');
    expect(deciders({ containers: [app({ cpu: 1 })], resources: { requests: { cpu: 2 } } })).toBe('podLevel');
    expect(deciders({ containers: [app({})], overhead: { cpu: 1 } })).toBe('overhead');
  });
});

describe('what may be used', () => {
  test('limits add up, with the overhead only where there is a limit', () => {
    const spec = { containers: [app({}, { cpu: 1 })], overhead: { cpu: '100m', memory: '64Mi' } };
    expect(amounts(spec, 'limits')).toEqual({ cpu: '1100m' });
  });
});

describe('what the API server fills in', () => {
  test('a request that is written, even zero, stays', () => {
    const spec = heldPodSpec({ containers: [app({ cpu: 0 }, { cpu: 1, memory: '1Gi' })] });
    expect(spec.containers[0]?.resources?.requests).toEqual({ cpu: 0, memory: '1Gi' });
  });

  test('huge pages that only containers limit become a limit and a request of the Pod', () => {
    const spec = heldPodSpec({
      containers: [app({}, { 'hugepages-2Mi': '4Mi' })],
      resources: { requests: { cpu: 1 } },
    });
    expect(spec.resources).toEqual({
      limits: { 'hugepages-2Mi': '4Mi' },
      requests: { cpu: 1, 'hugepages-2Mi': '4Mi' },
    });
  });

  test('requests of the Pod alone stay alone', () => {
    const resources = { requests: { cpu: 1 } };
    expect(heldPodSpec({ containers: [app({ memory: '1Gi' })], resources }).resources).toEqual(resources);
  });

  test('devices are never asked for by the Pod', () => {
    const spec = heldPodSpec({
      containers: [app({}, { 'example.com/gpu': 1 })],
      resources: { limits: { cpu: 1 } },
    });
    expect(spec.resources?.requests).toEqual({ cpu: 1 });
  });
});

test('each container is listed with its role and its defaulted requests', () => {
  const { containers } = effectiveResources({
    initContainers: [sidecar({ cpu: 1 })],
    containers: [app({}, { cpu: 2 })],
  });
  expect(containers.map(({ name, role, path, requests }) => [name, role, path, String(requests.get('cpu'))])).toEqual([
    ['side', 'sidecar', 'spec.initContainers[0]', '1'],
    ['app', 'app', 'spec.containers[0]', '2'],
  ]);
});

test('a quantity that cannot be read counts for nothing', () => {
  expect(amounts({ containers: [app({ cpu: 'much', memory: '1Gi' })] }, 'requests')).toEqual({ memory: '1Gi' });
});

test('nothing less than any phase needs is ever set aside', () => {
  const cpu = fc.nat(4000).map((milli) => ({ cpu: `${milli}m` }));
  const starting = fc.array(fc.oneof(cpu.map(init), cpu.map(sidecar)), { maxLength: 5 });
  fc.assert(
    fc.property(
      starting,
      fc.array(
        cpu.map((requests) => app(requests)),
        { minLength: 1, maxLength: 3 },
      ),
      (initContainers, containers) => {
        const { requests } = effectiveResources({ initContainers, containers });
        const needs = requests.get('cpu');
        expect(needs && needs.amount.compare(needs.steady) >= 0 && needs.amount.compare(needs.startPeak) >= 0).toBe(
          true,
        );
      },
    ),
  );
});

describe('the share of each container', () => {
  const sharesOf = (spec: PodSpec) =>
    effectiveResources(spec).containers.map(({ name, shares }) => {
      const cpu = shares.get('cpu');
      return [name, cpu?.share, cpu?.adds.toString()];
    });

  test.each<[string, PodSpec, [string, number | undefined, string | undefined][]]>([
    [
      'what runs together is shared',
      { initContainers: [sidecar({ cpu: 1 })], containers: [app({ cpu: 3 })] },
      [
        ['side', 0.25, '1'],
        ['app', 0.75, '3'],
      ],
    ],
    [
      'an init container adds only what it takes above the others',
      { initContainers: [init({ cpu: 4 }), init({ cpu: 1 })], containers: [app({ cpu: 2 })] },
      [
        ['init', 1, '2'],
        ['init', 0.25, '0'],
        ['app', 0.5, '0'],
      ],
    ],
    [
      'nobody adds to what the Pod itself says',
      { containers: [app({ cpu: 1 })], resources: { requests: { cpu: 2 } } },
      [['app', 0.5, '0']],
    ],
    ['a container without requests has none', { containers: [app({})] }, [['app', undefined, undefined]]],
  ])('%s', (_, spec, shares) => {
    expect(sharesOf(spec)).toEqual(shares);
  });
});

describe('what is not limited', () => {
  const LIMITS = { cpu: 1, memory: '1Gi', 'ephemeral-storage': '1Gi' };

  test.each<[string, PodSpec, string[]]>([
    ['everything without a limit', { containers: [app({})] }, ['cpu', 'memory', 'ephemeral-storage']],
    ['nothing with all of them', { containers: [app({}, LIMITS)] }, []],
    [
      'what one of two containers leaves free',
      { containers: [app({}, LIMITS), app({}, { ...LIMITS, cpu: 0 })] },
      ['cpu'],
    ],
    [
      'what an init container leaves free',
      { initContainers: [init({})], containers: [app({}, LIMITS)] },
      ['cpu', 'memory', 'ephemeral-storage'],
    ],
    [
      'what the Pod itself does not limit',
      { containers: [app({})], resources: { limits: { cpu: 1, memory: '1Gi' } } },
      ['ephemeral-storage'],
    ],
  ])('%s', (_, spec, unlimited) => {
    expect(effectiveResources(spec).unlimited).toEqual(unlimited);
  });
});

test('before 1.29 a sidecar has ended before the app starts', () => {
  const spec: PodSpec = { initContainers: [sidecar({ cpu: 1 })], containers: [app({ cpu: 2 })] };
  expect([amounts(spec, 'requests', '1.28'), amounts(spec, 'requests', '1.29')]).toEqual([{ cpu: '2' }, { cpu: '3' }]);
});
