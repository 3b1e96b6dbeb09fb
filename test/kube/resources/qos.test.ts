import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import type { ResourceRequirements } from '../../../lib/kube/api/resources';
import { qosOf, type QosClass } from '../../../lib/kube/resources';
import type { KubernetesVersion } from '../../../lib/kube/version';

const FULL: ResourceRequirements = { limits: { cpu: '1', memory: '1Gi' } };
const container = (resources: ResourceRequirements, more: Partial<Container> = {}): Container => ({
  name: 'app',
  resources,
  ...more,
});
const podOf = (...resources: ResourceRequirements[]): PodSpec => ({
  containers: resources.map((each) => container(each)),
});

interface Case {
  readonly what: string;
  readonly spec: PodSpec;
  readonly qosClass: QosClass;
  readonly path: string;
  readonly version?: KubernetesVersion;
}

const CASES: readonly Case[] = [
  { what: 'nothing set', spec: podOf({}), qosClass: 'BestEffort', path: 'spec.containers' },
  {
    what: 'zeros set',
    spec: podOf({ limits: { cpu: 0, memory: '0' } }),
    qosClass: 'BestEffort',
    path: 'spec.containers',
  },
  {
    what: 'only storage set',
    spec: podOf({ limits: { 'ephemeral-storage': '1Gi' } }),
    qosClass: 'BestEffort',
    path: 'spec.containers',
  },
  {
    what: 'a request that only a thousandth tells from its limit',
    spec: podOf({ ...FULL, requests: { cpu: '999.5m' } }),
    qosClass: 'Guaranteed',
    path: 'spec.containers',
  },
  { what: 'limits alone', spec: podOf(FULL), qosClass: 'Guaranteed', path: 'spec.containers' },
  {
    what: 'limits and the same requests, written differently',
    spec: podOf({ ...FULL, requests: { cpu: '1000m', memory: '1024Mi' } }),
    qosClass: 'Guaranteed',
    path: 'spec.containers',
  },
  {
    what: 'a request below its limit',
    spec: podOf({ ...FULL, requests: { memory: '512Mi' } }),
    qosClass: 'Burstable',
    path: 'spec.containers[0].resources.requests.memory',
  },
  {
    what: 'a request without limit',
    spec: podOf({ requests: { cpu: '1' }, limits: { memory: '1Gi' } }),
    qosClass: 'Burstable',
    path: 'spec.containers[0].resources.limits.cpu',
  },
  {
    what: 'no cpu at all',
    spec: podOf({ limits: { memory: '1Gi' } }),
    qosClass: 'Burstable',
    path: 'spec.containers[0].resources.limits.cpu',
  },
  {
    what: 'one container without a word',
    spec: podOf(FULL, {}),
    qosClass: 'Burstable',
    path: 'spec.containers[1].resources',
  },
  {
    what: 'an init container without a word',
    spec: { ...podOf(FULL), initContainers: [container({}, { name: 'init' })] },
    qosClass: 'Burstable',
    path: 'spec.initContainers[0].resources',
  },
  {
    what: 'a sidecar with less',
    spec: {
      ...podOf(FULL),
      initContainers: [container({ ...FULL, requests: { cpu: '1m' } }, { name: 'side', restartPolicy: 'Always' })],
    },
    qosClass: 'Burstable',
    path: 'spec.initContainers[0].resources.requests.cpu',
  },
  {
    what: 'an ephemeral container, which has no resources',
    spec: { ...podOf(FULL), ephemeralContainers: [{ name: 'debug' }] },
    qosClass: 'Guaranteed',
    path: 'spec.containers',
  },
  {
    what: 'limits of the Pod',
    spec: { ...podOf({}), resources: FULL },
    qosClass: 'Guaranteed',
    path: 'spec.resources',
  },
  {
    what: 'limits of the Pod and a container that requests less',
    spec: { ...podOf({ requests: { cpu: '100m' } }), resources: FULL },
    qosClass: 'Burstable',
    path: 'spec.resources.requests.cpu',
  },
  {
    what: 'empty resources of the Pod, whatever the containers say',
    spec: { ...podOf(FULL), resources: {} },
    qosClass: 'BestEffort',
    path: 'spec.resources',
  },
  {
    what: 'resources of the Pod before 1.34',
    spec: { ...podOf(FULL), resources: {} },
    qosClass: 'Guaranteed',
    path: 'spec.containers',
    version: '1.33',
  },
];

test.each(CASES)('$what: $qosClass', ({ spec, qosClass, path, version }) => {
  expect(qosOf(spec, version)).toMatchObject({ qosClass, path });
});

test('the Pod is left as it was', () => {
  const spec = { ...podOf(FULL), resources: { limits: { cpu: '2' } } };
  const before = JSON.stringify(spec);
  qosOf(spec);
  expect(JSON.stringify(spec)).toBe(before);
});

describe('what keeps a Pod from being Guaranteed', () => {
  const obstaclesOf = (spec: PodSpec) => qosOf(spec).obstacles.map(({ code, path }) => `${code} ${path}`);

  test('everything is named, init containers first, with its container', () => {
    const spec: PodSpec = {
      initContainers: [container({}, { name: 'init' })],
      containers: [container({ ...FULL, requests: { memory: '1Mi' } })],
    };
    expect(obstaclesOf(spec)).toEqual([
      'no-limit spec.initContainers[0].resources.limits.cpu',
      'no-limit spec.initContainers[0].resources.limits.memory',
      'request-not-limit spec.containers[0].resources.requests.memory',
    ]);
    expect(qosOf(spec).obstacles.map((obstacle) => obstacle.container)).toEqual(['init', 'init', 'app']);
  });

  test('a field of the Pod itself has no container', () => {
    const [obstacle] = qosOf({ ...podOf(FULL), resources: { limits: { memory: '1Gi' } } }).obstacles;
    expect(obstacle).toMatchObject({ code: 'no-limit', path: 'spec.resources.limits.cpu' });
    expect(obstacle).not.toHaveProperty('container');
  });

  test('a limit of zero is none', () => {
    expect(obstaclesOf(podOf({ limits: { cpu: '1', memory: '0' } }))).toEqual([
      'no-limit spec.containers[0].resources.limits.memory',
    ]);
  });

  test('only the sums of requests and limits are held against each other', () => {
    const spec = podOf(
      { requests: { cpu: '2' }, limits: { cpu: '1', memory: '1Gi' } },
      { requests: { cpu: '1' }, limits: { cpu: '2', memory: '1Gi' } },
    );
    expect(qosOf(spec)).toMatchObject({ qosClass: 'Guaranteed', obstacles: [] });
  });

  test('the first amount above zero raises the Pod', () => {
    expect(qosOf(podOf({}, { requests: { cpu: '0', memory: '1Mi' } })).raisedBy).toBe(
      'spec.containers[1].resources.requests.memory',
    );
    expect(qosOf(podOf({}))).not.toHaveProperty('raisedBy');
  });
});

test('before 1.29 a sidecar is an init container, and counts as well', () => {
  const spec = { ...podOf(FULL), initContainers: [container({}, { name: 'side', restartPolicy: 'Always' })] };
  expect(qosOf(spec, '1.28').qosClass).toBe('Burstable');
});
