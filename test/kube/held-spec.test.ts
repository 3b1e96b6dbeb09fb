import { heldSpec } from '../../lib/kube/held-spec';

test('what does not fit the type is left out, and lists keep their places', () => {
  const spec = heldSpec(
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
  expect(heldSpec(written, '1.36')).toMatchObject({ containers: [], restartPolicy: 'Always' });
});

test('whole numbers of any size are numbers, and quantities text', () => {
  const spec = heldSpec({ terminationGracePeriodSeconds: 5n, overhead: { cpu: 2n } }, '1.36');
  expect([spec.terminationGracePeriodSeconds, spec.overhead]).toEqual([5, { cpu: '2' }]);
});

test('a quantity that cannot be read is zero', () => {
  const spec = heldSpec(
    { containers: [{ name: 'a', resources: { requests: { cpu: 'much', memory: '1Gi' } } }] },
    '1.36',
  );
  expect(spec.containers[0]?.resources?.requests).toEqual({ cpu: '0', memory: '1Gi' });
});

test('fields that are off in the target are gone', () => {
  const written = {
    containers: [],
    resources: { limits: { cpu: '1' } },
    initContainers: [{ name: 's', restartPolicy: 'Always' }],
  };
  expect(heldSpec(written, '1.33').resources).toBeUndefined();
  expect(heldSpec(written, '1.34').resources).toEqual({ limits: { cpu: '1' }, requests: { cpu: '1' } });
  expect(heldSpec(written, '1.28').initContainers?.[0]?.restartPolicy).toBeUndefined();
});

test('a name that JavaScript inherits is data', () => {
  const requests: unknown = JSON.parse('{"__proto__": "1", "constructor": "2"}');
  const spec = heldSpec({ containers: [{ name: 'a', resources: { requests } }] }, '1.36');
  expect(Object.entries(spec.containers[0]?.resources?.requests ?? {})).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});
