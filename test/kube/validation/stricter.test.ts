import type { PodSpec } from '../../../lib/kube/api/pod';
import { FieldPath } from '../../../lib/kube/field-path';
import { ProblemList } from '../../../lib/kube/problem-list';
import { validateStricterPodRules } from '../../../lib/kube/validation/stricter';
import type { KubernetesVersion } from '../../../lib/kube/version';
import { container, ofPod, type Part } from './pod-support';

function ofStricter(part: Part, version: KubernetesVersion = '1.36'): string[] {
  const problems = new ProblemList();
  const spec = { containers: [], ...part } as unknown as PodSpec;
  validateStricterPodRules(problems, spec, FieldPath.of('spec'), version);
  expect(problems.problems.every(({ ours }) => ours === true)).toBe(true);
  return problems.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('a port is bound by one of the containers that run together', () => {
  const ports = [{ containerPort: 80 }];
  const bound = (path: string) => [`port-already-bound spec.${path}.ports[0].containerPort`];

  test('by one regular container', () => {
    const containers = [container('a', { ports }), container('b', { ports })];
    expect(ofStricter({ containers })).toEqual(bound('containers[1]'));
    expect(ofPod({ containers })).toEqual([]);
  });

  test('TCP is the protocol that is left out, UDP another one', () => {
    const other = (protocol: string) => container('b', { ports: [{ containerPort: 80, protocol }] });
    expect(ofStricter({ containers: [container('a', { ports }), other('TCP')] })).toEqual(bound('containers[1]'));
    expect(ofStricter({ containers: [container('a', { ports }), other('UDP')] })).toEqual([]);
  });

  test('a sidecar and a regular container run together', () => {
    const initContainers = [container('proxy', { ports, restartPolicy: 'Always' })];
    const part = { initContainers, containers: [container('app', { ports })] };
    expect(ofStricter(part)).toEqual(bound('containers[0]'));
    expect(ofStricter(part, '1.28')).toEqual([]);
  });

  test('an init container meets only the sidecars that started before it', () => {
    const init = container('init', { ports });
    const sidecar = container('proxy', { ports, restartPolicy: 'Always' });
    expect(ofStricter({ initContainers: [sidecar, init] })).toEqual(bound('initContainers[1]'));
    expect(ofStricter({ initContainers: [init, sidecar] })).toEqual([]);
    expect(ofStricter({ initContainers: [init], containers: [container('app', { ports })] })).toEqual([]);
  });
});

describe('memory and storage come in bytes', () => {
  const of = (requests: Part, limits: Part = {}) =>
    ofStricter({ containers: [container('app', { resources: { requests, limits } })] });

  test.each([
    ['memory of 400m', { memory: '400m' }, ['quantity-suffix spec.containers[0].resources.requests[memory]']],
    [
      'storage of a billionth',
      { 'ephemeral-storage': '1n' },
      ['quantity-suffix spec.containers[0].resources.requests[ephemeral-storage]'],
    ],
    ['cpu of 400m', { cpu: '400m' }, []],
    ['no memory', { memory: '0' }, []],
    ['whole bytes in thousandths', { memory: '128974848000m' }, []],
    ['one byte', { memory: 1 }, []],
  ])('%s', (_title, requests, expected) => {
    expect(of(requests)).toEqual(expected);
  });

  test('a request that repeats its limit is said once', () => {
    expect(of({ memory: '400m' }, { memory: '400m' })).toEqual([
      'quantity-suffix spec.containers[0].resources.limits[memory]',
    ]);
  });

  test('so do the Pod, its overhead and its volumes', () => {
    const part = {
      resources: { limits: { memory: '1m' } },
      overhead: { memory: '1m' },
      volumes: [{ name: 'a', emptyDir: { sizeLimit: '1m' } }],
    };
    expect(ofStricter(part)).toEqual([
      'quantity-suffix spec.resources.limits[memory]',
      'quantity-suffix spec.overhead[memory]',
      'quantity-suffix spec.volumes[0].emptyDir.sizeLimit',
    ]);
  });
});
