import { Deployment, except, httpGet, pod } from 'podwright';
import type { AnyPod } from 'podwright';
import { base, refusalsOf, sized } from '../support/shop';

const inTemplate = (path: string) => `spec.template.spec.${path}`;
const refusals = (given: AnyPod) => refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));

/** What plain JavaScript, or a name that the compiler cannot follow, gets past the types. */
const loose = (options: object) => pod('api', { ...base, ...options });

describe('a probe aims at a port of its own container', () => {
  const ports = { http: 8080 };

  test.each([
    ['livenessProbe', httpGet('/', 'htttp')],
    ['readinessProbe', { httpGet: { path: '/', port: 9999 } }],
    ['startupProbe', { httpGet: { path: '/', port: 'nope' } }],
  ])('%s', (field, probe) => {
    const expected = [inTemplate(`containers[0].${field}.httpGet.port [unknown-port]`)];
    expect(refusals(loose({ ports, [field]: probe }))).toEqual(expected);
  });

  test('in an overlay too', () => {
    const overlaid = pod('api', { ...base, ports }).overlay({
      spec: { containers: [{ name: 'api', livenessProbe: { tcpSocket: { port: 'nope' } } }] },
    });
    expect(refusals(overlaid)).toEqual([inTemplate('containers[0].livenessProbe.tcpSocket.port [unknown-port]')]);
  });

  test('by name or by number, in a list or in a record', () => {
    expect(refusals(loose({ ports, livenessProbe: httpGet('/', 'http'), readinessProbe: httpGet('/', 8080) }))).toEqual(
      [],
    );
    expect(refusals(loose({ ports: [{ containerPort: 80 }], livenessProbe: httpGet('/', 80) }))).toEqual([]);
  });
});

test('a writable root file system is an exception', () => {
  const writable = loose({ securityContext: { readOnlyRootFilesystem: false } });
  expect(refusals(writable)).toEqual([
    inTemplate('containers[0].securityContext.readOnlyRootFilesystem [writable-root]'),
  ]);
  const excused = except(false, { because: 'it writes beside its binary' });
  expect(refusals(loose({ securityContext: { readOnlyRootFilesystem: excused } }))).toEqual([]);
});

test.each(['512', 512, '1000Ki'])('memory of %s is too little for any container', (memory) => {
  const resources = { requests: { ...sized.requests, memory }, limits: { memory } };
  expect(refusals(loose({ resources }))).toEqual([
    inTemplate('containers[0].resources.requests.memory [memory-too-small]'),
    inTemplate('containers[0].resources.limits.memory [memory-too-small]'),
  ]);
});

test('the exception for the network of the host covers the ports that it makes', () => {
  const hosted = pod('api', { ...base, ports: { http: 8080 } }).spec({
    hostNetwork: except(true, { because: 'it watches the connections of the node' }),
  });
  expect(refusals(hosted)).toEqual([]);
});
