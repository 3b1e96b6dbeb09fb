import type { PodSpec } from '../../lib/kube/api/pod';
import { heldPodSpec as held } from '../../lib/kube/held-pod-spec';
import type { KubernetesVersion } from '../../lib/kube/version';

/** What is written may be anything. */
const heldPodSpec = (written: unknown, version: KubernetesVersion) => held(written as PodSpec, version);

test('what does not fit the type is left out, and lists keep their places', () => {
  const spec = heldPodSpec(
    { containers: ['app', null, { name: 'c', image: 7, ports: 'http' }], volumes: 3, hostNetwork: 'yes' },
    '1.36',
  );
  expect(spec.containers.map(({ name, image }) => [name, image])).toEqual([
    ['', undefined],
    ['', undefined],
    ['c', undefined],
  ]);
  expect([spec.volumes, spec.hostNetwork]).toEqual([undefined, undefined]);
});

test.each([undefined, null, 'text', [], 7n])('%p is an empty spec with the defaults', (written) => {
  expect(heldPodSpec(written, '1.36')).toMatchObject({ containers: [], restartPolicy: 'Always' });
});

test('whole numbers of any size are numbers, and quantities text', () => {
  const spec = heldPodSpec({ terminationGracePeriodSeconds: 5n, overhead: { cpu: 2n } }, '1.36');
  expect([spec.terminationGracePeriodSeconds, spec.overhead]).toEqual([5, { cpu: '2' }]);
});

test('a quantity that cannot be read is left out, and an empty one is zero', () => {
  const spec = heldPodSpec(
    { containers: [{ name: 'a', resources: { requests: { cpu: 'much', memory: null } } }] },
    '1.36',
  );
  expect(spec.containers[0]?.resources?.requests).toEqual({ memory: '0' });
});

test('fields that are off in the target are gone', () => {
  const written = {
    containers: [],
    resources: { limits: { cpu: '1' } },
    initContainers: [{ name: 's', restartPolicy: 'Always' }],
  };
  expect(heldPodSpec(written, '1.33').resources).toBeUndefined();
  expect(heldPodSpec(written, '1.34').resources).toEqual({ limits: { cpu: '1' }, requests: { cpu: '1' } });
  expect(heldPodSpec(written, '1.28').initContainers?.[0]?.restartPolicy).toBeUndefined();
});

test('a name that JavaScript inherits is data', () => {
  const requests: unknown = JSON.parse('{"__proto__": "1", "constructor": "2"}');
  const spec = heldPodSpec({ containers: [{ name: 'a', resources: { requests } }] }, '1.36');
  expect(Object.entries(spec.containers[0]?.resources?.requests ?? {})).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});
