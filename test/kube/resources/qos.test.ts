import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { FieldPath } from '../../../lib/kube/field-path';
import { qosOf } from '../../../lib/kube/resources';
import type { KubernetesVersion } from '../../../lib/kube/version';

const both = { cpu: '100m', memory: '64Mi' };
const app: Container = { name: 'app', image: 'nginx:1.29', resources: { limits: both } };
const guaranteed: PodSpec = { containers: [app] };

const codesOf = (spec: PodSpec, target: KubernetesVersion = '1.36') =>
  qosOf(spec, { target }).obstacles.map(({ code, path }) => `${code} ${path}`);

describe('the class by the containers', () => {
  test.each<[string, PodSpec, string]>([
    ['limits alone, of which requests are filled', guaranteed, 'Guaranteed'],
    [
      'requests that equal limits, written otherwise',
      withResources({ requests: { cpu: '0.1', memory: '65536Ki' }, limits: both }),
      'Guaranteed',
    ],
    ['nothing', withResources({}), 'BestEffort'],
    ['no resources at all', { containers: [{ name: 'app', image: 'nginx:1.29' }] }, 'BestEffort'],
    ['no containers', { containers: [] }, 'BestEffort'],
    ['requests alone', withResources({ requests: both }), 'Burstable'],
    ['a limit of memory alone', withResources({ limits: { memory: '64Mi' } }), 'Burstable'],
    ['a request below its limit', withResources({ requests: { cpu: '50m' }, limits: both }), 'Burstable'],
    ['a request of zero below its limit', withResources({ requests: { cpu: '0' }, limits: both }), 'Burstable'],
    ['zeros', withResources({ requests: { cpu: '0' }, limits: { memory: 0 } }), 'BestEffort'],
    [
      'storage and devices',
      withResources({ limits: { 'ephemeral-storage': '1Gi', 'example.com/gpu': 1 } }),
      'BestEffort',
    ],
    ['a second container without limits', { containers: [app, { name: 'two' }] }, 'Burstable'],
    ['an init container without limits', { ...guaranteed, initContainers: [{ name: 'init' }] }, 'Burstable'],
    ['an init container with limits', { ...guaranteed, initContainers: [{ ...app, name: 'init' }] }, 'Guaranteed'],
    [
      'a sidecar without limits',
      { ...guaranteed, initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] },
      'Burstable',
    ],
    [
      'an ephemeral container without limits',
      { ...guaranteed, ephemeralContainers: [{ name: 'debug' }] },
      'Guaranteed',
    ],
    ['overhead', { containers: [{ name: 'app' }], overhead: both }, 'BestEffort'],
    [
      'amounts finer than a thousandth, which are rounded up',
      withResources({ requests: { cpu: '99.5m' }, limits: both }),
      'Guaranteed',
    ],
  ])('%s', (_what, spec, qosClass) => {
    expect(qosOf(spec, { target: '1.36' })).toMatchObject({ qosClass, level: 'containers' });
  });
});

describe('the class by the Pod itself', () => {
  test.each<[string, PodSpec, string]>([
    ['limits alone', { containers: [{ name: 'app' }], resources: { limits: both } }, 'Guaranteed'],
    [
      'limits, and a container that requests less',
      { ...withResources({ requests: { cpu: '50m' } }), resources: { limits: both } },
      'Burstable',
    ],
    ['requests alone', { ...guaranteed, resources: { requests: both } }, 'Burstable'],
    ['a limit of one resource', { ...guaranteed, resources: { limits: { cpu: '1' } } }, 'Burstable'],
    ['an empty map, which decides all the same', { ...guaranteed, resources: {} }, 'BestEffort'],
    ['huge pages alone', { ...guaranteed, resources: { limits: { 'hugepages-2Mi': '2Mi' } } }, 'Burstable'],
    [
      'huge pages alone over containers with nothing',
      { containers: [{ name: 'app' }], resources: { limits: { 'hugepages-2Mi': '2Mi' } } },
      'BestEffort',
    ],
  ])('%s', (_what, spec, qosClass) => {
    expect(qosOf(spec, { target: '1.36' })).toMatchObject({ qosClass, level: 'pod' });
  });

  test.each<[KubernetesVersion, string, string]>([
    ['1.33', 'containers', 'BestEffort'],
    ['1.34', 'pod', 'Guaranteed'],
  ])('counts from 1.34 on: %s looks at the %s', (target, level, qosClass) => {
    const spec: PodSpec = { containers: [{ name: 'app' }], resources: { limits: both } };
    expect(qosOf(spec, { target })).toMatchObject({ level, qosClass });
  });
});

describe('the field that decides', () => {
  test('a missing limit is named with its container', () => {
    const verdict = qosOf({ containers: [app, { name: 'two', resources: { limits: { cpu: '1' } } }] });
    expect(verdict.decidedBy).toBe('spec.containers[1].resources.limits[memory]');
    expect(verdict.obstacles).toMatchObject([{ code: 'no-limit', container: 'two', resource: 'memory' }]);
  });

  test('every obstacle is named, init containers first', () => {
    const spec: PodSpec = {
      initContainers: [{ name: 'init' }],
      containers: [{ name: 'app', resources: { requests: { memory: '1Mi' }, limits: both } }],
    };
    expect(codesOf(spec)).toEqual([
      'no-limit spec.initContainers[0].resources.limits[cpu]',
      'no-limit spec.initContainers[0].resources.limits[memory]',
      'request-not-limit spec.containers[0].resources.requests[memory]',
    ]);
  });

  test('only the sums of requests and limits are held against each other', () => {
    const more: Container = {
      name: 'more',
      resources: { requests: { cpu: '2', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } },
    };
    const less: Container = {
      name: 'less',
      resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '1Gi' } },
    };
    expect(qosOf({ containers: [more, less] })).toMatchObject({ qosClass: 'Guaranteed', obstacles: [] });
  });

  test('a request of the Pod that the server filled in is named', () => {
    const spec: PodSpec = { ...withResources({ requests: { cpu: '50m' } }), resources: { limits: both } };
    expect(codesOf(spec)).toEqual(['request-not-limit spec.resources.requests[cpu]']);
    expect(qosOf(spec).obstacles[0]).not.toHaveProperty('container');
  });

  test.each<[string, PodSpec, string, string | undefined]>([
    ['Guaranteed', guaranteed, 'spec.containers', 'spec.containers[0].resources.limits[cpu]'],
    ['BestEffort', { containers: [{ name: 'app' }] }, 'spec.containers', undefined],
    ['BestEffort', { ...guaranteed, resources: {} }, 'spec.resources', undefined],
    [
      'Burstable',
      withResources({ requests: { memory: '1Mi' } }),
      'spec.containers[0].resources.limits[cpu]',
      'spec.containers[0].resources.requests[memory]',
    ],
  ])('%s is decided and raised by a field', (qosClass, spec, decidedBy, raisedBy) => {
    const verdict = qosOf(spec);
    expect([verdict.qosClass, verdict.decidedBy, verdict.raisedBy]).toEqual([qosClass, decidedBy, raisedBy]);
  });

  test('paths begin where the spec stands', () => {
    const path = FieldPath.of('spec').child('template').child('spec');
    expect(qosOf({ containers: [{ name: 'app' }] }, { path }).obstacles[0]?.path).toBe(
      'spec.template.spec.containers[0].resources.limits[cpu]',
    );
  });
});

function withResources(resources: Container['resources'] & {}): PodSpec {
  return { containers: [{ ...app, resources }] };
}
