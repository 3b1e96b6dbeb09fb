import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { amountOf, effectiveResourcesOf } from '../../../lib/kube/resources';
import type { KubernetesVersion } from '../../../lib/kube/version';

const asks = (name: string, cpu: string, more: Partial<Container> = {}): Container => ({
  name,
  resources: { requests: { cpu } },
  ...more,
});
const sidecar = (name: string, cpu: string) => asks(name, cpu, { restartPolicy: 'Always' });

const cpuOf = (spec: PodSpec, target: KubernetesVersion = '1.36') => {
  const row = effectiveResourcesOf(spec, { target }).requests.find(({ resource }) => resource === 'cpu');
  return [row?.amount.toString(), row?.decidedBy];
};

describe('the effective request', () => {
  test.each<[string, PodSpec, string | undefined, string | undefined]>([
    ['nothing', { containers: [{ name: 'app' }] }, undefined, undefined],
    ['containers add up', { containers: [asks('a', '1'), asks('b', '500m')] }, '1500m', 'spec.containers'],
    [
      'a limit is a request',
      { containers: [{ name: 'a', resources: { limits: { cpu: '2' } } }] },
      '2',
      'spec.containers',
    ],
    [
      'init containers do not add up',
      { initContainers: [asks('i', '1'), asks('j', '1')], containers: [asks('a', '2')] },
      '2',
      'spec.containers',
    ],
    [
      'the greediest init container',
      { initContainers: [asks('i', '1'), asks('j', '3')], containers: [asks('a', '2')] },
      '3',
      'spec.initContainers[1]',
    ],
    [
      'a sidecar adds up',
      { initContainers: [sidecar('s', '1')], containers: [asks('a', '2')] },
      '3',
      'spec.containers',
    ],
    [
      'an init container runs beside the sidecars before it',
      { initContainers: [sidecar('s', '1'), asks('i', '3')], containers: [asks('a', '2')] },
      '4',
      'spec.initContainers[1]',
    ],
    [
      'but not beside those after it',
      { initContainers: [asks('i', '3'), sidecar('s', '1')], containers: [asks('a', '1')] },
      '3',
      'spec.initContainers[0]',
    ],
    [
      'start and run alike: what runs decides',
      { initContainers: [asks('i', '2')], containers: [asks('a', '2')] },
      '2',
      'spec.containers',
    ],
    ['overhead comes on top', { containers: [asks('a', '2')], overhead: { cpu: '250m' } }, '2250m', 'spec.containers'],
    ['overhead alone', { containers: [{ name: 'a' }], overhead: { cpu: '250m' } }, '250m', 'spec.overhead[cpu]'],
    [
      'the request of the Pod',
      { containers: [asks('a', '2')], resources: { requests: { cpu: '5' } } },
      '5',
      'spec.resources.requests[cpu]',
    ],
    [
      'the limit of the Pod where nobody requests',
      { containers: [{ name: 'a' }], resources: { limits: { cpu: '5' } } },
      '5',
      'spec.resources.limits[cpu]',
    ],
    [
      'the containers, below a limit of the Pod',
      { containers: [asks('a', '2')], resources: { limits: { cpu: '5' } } },
      '2',
      'spec.containers',
    ],
    [
      'ephemeral containers do not count',
      { containers: [asks('a', '2')], ephemeralContainers: [asks('e', '7')] },
      '2',
      'spec.containers',
    ],
  ])('%s', (_what, spec, amount, decidedBy) => {
    expect(cpuOf(spec)).toEqual([amount, decidedBy]);
  });

  test('a Pod with a sidecar has no sidecar before 1.29, and no resources of its own before 1.34', () => {
    const spec: PodSpec = { initContainers: [sidecar('s', '1')], containers: [asks('a', '2')] };
    expect(cpuOf(spec, '1.28')).toEqual(['2', 'spec.containers']);
    expect(cpuOf(spec, '1.29')).toEqual(['3', 'spec.containers']);
    const own: PodSpec = { containers: [asks('a', '2')], resources: { requests: { cpu: '5' } } };
    expect(cpuOf(own, '1.33')).toEqual(['2', 'spec.containers']);
  });

  test('each resource is decided for itself, and huge pages and devices are listed after the others', () => {
    const { requests } = effectiveResourcesOf({
      initContainers: [{ name: 'i', resources: { limits: { memory: '2Gi', 'example.com/gpu': 1 } } }],
      containers: [{ name: 'a', resources: { limits: { cpu: 1, memory: '1Gi', 'hugepages-2Mi': '4Mi' } } }],
    });
    expect(requests.map(({ resource, amount, decidedBy }) => `${resource} ${amount.toString()} ${decidedBy}`)).toEqual([
      'cpu 1 spec.containers',
      'memory 2Gi spec.initContainers[0]',
      'example.com/gpu 1 spec.initContainers[0]',
      'hugepages-2Mi 4Mi spec.containers',
    ]);
  });

  test("the Pod's huge pages are those of its containers where it names none", () => {
    const spec: PodSpec = {
      containers: [{ name: 'a', resources: { limits: { cpu: '1', 'hugepages-2Mi': '4Mi' } } }],
      resources: { limits: { cpu: '2' } },
    };
    const { requests, limits } = effectiveResourcesOf(spec, { target: '1.34' });
    expect(amountOf(requests, 'hugepages-2Mi')?.toString()).toBe('4Mi');
    expect(amountOf(limits, 'hugepages-2Mi')?.toString()).toBe('4Mi');
    expect(amountOf(limits, 'cpu')?.toString()).toBe('2');
  });
});

describe('the effective limit', () => {
  test('overhead raises a limit that is there, and makes none', () => {
    const spec: PodSpec = {
      containers: [{ name: 'a', resources: { limits: { cpu: '1', memory: '0' } } }],
      overhead: { cpu: '100m', memory: '10Mi', 'ephemeral-storage': '1Gi' },
    };
    const { limits } = effectiveResourcesOf(spec);
    expect(limits.map(({ resource, amount }) => `${resource} ${amount.toString()}`)).toEqual(['cpu 1100m', 'memory 0']);
    expect(limits[0]?.overhead?.toString()).toBe('100m');
  });

  test.each<[string, PodSpec, string[]]>([
    ['no limits', { containers: [{ name: 'a' }] }, ['cpu', 'memory', 'ephemeral-storage']],
    [
      'one container of two',
      { containers: [limited('a', 'cpu', 'memory'), limited('b', 'memory')] },
      ['cpu', 'ephemeral-storage'],
    ],
    [
      'an init container',
      { initContainers: [{ name: 'i' }], containers: [limited('a', 'cpu', 'memory', 'ephemeral-storage')] },
      ['cpu', 'memory', 'ephemeral-storage'],
    ],
    [
      "the Pod's own limits",
      { containers: [{ name: 'a' }], resources: { limits: { cpu: 1, memory: '1Gi' } } },
      ['ephemeral-storage'],
    ],
    [
      'a limit of zero',
      { containers: [{ name: 'a', resources: { limits: { cpu: 0, memory: '1Gi', 'ephemeral-storage': '1Gi' } } }] },
      ['cpu'],
    ],
  ])('%s leaves the Pod without a bound', (_what, spec, unlimited) => {
    expect(effectiveResourcesOf(spec, { target: '1.36' }).unlimited).toEqual(unlimited);
  });
});

describe('the share of each container', () => {
  const sharesOf = (spec: PodSpec) =>
    effectiveResourcesOf(spec, { target: '1.36' }).containers.map(({ name, role, requests }) => {
      const [cpu] = requests;
      return [name, role, cpu?.share, cpu?.adds.toString()];
    });

  test('containers and sidecars share what runs together', () => {
    expect(sharesOf({ initContainers: [sidecar('s', '1')], containers: [asks('a', '2'), asks('b', '1')] })).toEqual([
      ['s', 'sidecar', 0.25, '1'],
      ['a', 'app', 0.5, '2'],
      ['b', 'app', 0.25, '1'],
    ]);
  });

  test('an init container adds only what it takes above the others', () => {
    expect(sharesOf({ initContainers: [asks('i', '3'), asks('j', '1')], containers: [asks('a', '2')] })).toEqual([
      ['i', 'init', 1, '1'],
      ['j', 'init', 1 / 3, '0'],
      ['a', 'app', 2 / 3, '0'],
    ]);
  });

  test('no container adds to a request that the Pod writes itself', () => {
    expect(sharesOf({ containers: [asks('a', '2')], resources: { requests: { cpu: '4' } } })).toEqual([
      ['a', 'app', 0.5, '0'],
    ]);
  });

  test('a container without requests has no shares, and its place is told', () => {
    const { containers } = effectiveResourcesOf({ containers: [{ name: 'a' }] });
    expect(containers).toEqual([{ name: 'a', role: 'app', path: 'spec.containers[0]', requests: [], limits: [] }]);
  });
});

function limited(name: string, ...resources: string[]): Container {
  return { name, resources: { limits: Object.fromEntries(resources.map((resource) => [resource, '1'])) } };
}
