import { container, ofContainer, ofPod, type Part } from './pod-support';

const of = (requests: Part, limits: Part = {}) => ofContainer({ resources: { requests, limits } });

describe('requests and limits', () => {
  test.each([
    ['cpu and memory', { cpu: '250m', memory: '1Gi' }, { cpu: 1, memory: '1Gi' }, []],
    ['blanks around, and less than a thousandth', { cpu: ' 1 ', memory: '1n' }, {}, []],
    ['no quantity', { memory: '256MB' }, {}, ['quantity-format Invalid resources.requests[memory]']],
    ['a negative one', { cpu: '-1' }, {}, ['negative-quantity Invalid resources.requests[cpu]']],
    ['more than the limit', { cpu: '2' }, { cpu: '1' }, ['request-over-limit Invalid resources.requests']],
    ['an unknown name', { disk: '1' }, {}, ['resource-name Invalid resources.requests[disk]']],
    [
      'a standard name that is not for containers',
      { storage: '1' },
      {},
      ['resource-name Invalid resources.requests[storage]'],
    ],
    [
      'a name that is none',
      { 'a b/c': '1' },
      { 'a b/c': '1' },
      ['invalid-name Invalid resources.limits[a b/c]', 'invalid-name Invalid resources.requests[a b/c]'],
    ],
    ['a device', { 'example.com/gpu': '1' }, { 'example.com/gpu': '1' }, []],
    ['half a device', {}, { 'example.com/gpu': '500m' }, ['whole-quantity Invalid resources.limits[example.com/gpu]']],
    ['a device without a limit', { 'example.com/gpu': '1' }, {}, ['limit-required Required resources.limits']],
    [
      'fewer devices than the limit',
      { 'example.com/gpu': '1' },
      { 'example.com/gpu': '2' },
      ['request-not-limit Invalid resources.requests'],
    ],
    ['a device of Kubernetes', { 'kubernetes.io/a': '1' }, {}, []],
    ['huge pages', { 'hugepages-2Mi': '4Mi', cpu: '1' }, { 'hugepages-2Mi': '4Mi' }, []],
    [
      'half a huge page',
      { cpu: '1' },
      { 'hugepages-2Mi': '1Mi' },
      ['hugepages-size Invalid resources.limits[hugepages-2Mi]'],
    ],
    [
      'pages of no size',
      { cpu: '1' },
      { 'hugepages-x': '1Mi' },
      ['hugepages-size Invalid resources.limits[hugepages-x]'],
    ],
    ['nothing but huge pages', {}, { 'hugepages-2Mi': '2Mi' }, ['hugepages-alone Forbidden resources']],
  ])('%s', (_title, requests, limits, expected) => {
    expect(of(requests as Part, limits as Part)).toEqual(expected);
  });

  test('overhead is reported as limits', () => {
    expect(ofPod({ overhead: { cpu: '-1' } })).toEqual(['negative-quantity Invalid overhead.limits[cpu]']);
  });
});

describe('resource claims', () => {
  const resourceClaims = [{ name: 'gpu', resourceClaimName: 'gpu' }];
  const ofClaims = (...claims: Part[]) => ofContainer({ resources: { claims } }, {}, { resourceClaims });

  test.each([
    ['a claim', [{ name: 'gpu' }], []],
    [
      'two requests of a claim',
      [
        { name: 'gpu', request: 'a' },
        { name: 'gpu', request: 'b' },
      ],
      [],
    ],
    ['no name', [{}], ['required-field Required resources.claims[0]']],
    ['an unknown claim', [{ name: 'fpga' }], ['unknown-claim NotFound resources.claims[0]']],
    ['a claim twice', [{ name: 'gpu' }, { name: 'gpu' }], ['duplicate-name Duplicate resources.claims[1]']],
    [
      'a claim and a request of it',
      [{ name: 'gpu', request: 'a' }, { name: 'gpu' }],
      ['duplicate-name Duplicate resources.claims[1]'],
    ],
    ['a bad request', [{ name: 'gpu', request: 'A' }], ['invalid-name Invalid resources.claims[0].request']],
  ])('%s', (_title, claims, expected) => {
    expect(ofClaims(...claims)).toEqual(expected);
  });

  test.each([
    ['a template', { name: 'a', resourceClaimTemplateName: 'a' }, []],
    ['no source', { name: 'a' }, ['resource-claim-sources Invalid resourceClaims[0]']],
    [
      'two sources',
      { name: 'a', resourceClaimName: 'a', resourceClaimTemplateName: 'a' },
      ['resource-claim-sources Invalid resourceClaims[0]'],
    ],
    [
      'bad names',
      { name: 'A', resourceClaimName: 'A' },
      ['invalid-name Invalid resourceClaims[0].name', 'invalid-name Invalid resourceClaims[0].resourceClaimName'],
    ],
    ['no name', { resourceClaimName: 'a' }, ['required-field Required resourceClaims[0].name']],
  ])('%s', (_title, claim, expected) => {
    expect(ofPod({ resourceClaims: [claim] })).toEqual(expected);
  });

  test('servers before 1.34 drop them unseen', () => {
    expect(ofPod({ resourceClaims: [{}] }, { version: '1.33' })).toEqual([]);
    expect(ofContainer({ resources: { claims: [{}] } }, { version: '1.33' })).toEqual([]);
  });
});

describe('resources of the Pod', () => {
  const app = container('app', { resources: { requests: { cpu: '1' }, limits: { cpu: '2' } } });
  const ofResources = (resources: Part, more: Part = {}) => ofPod({ containers: [app], resources, ...more });

  test.each([
    ['enough', { requests: { cpu: '1' }, limits: { cpu: '2' } }, []],
    [
      'less than the containers request',
      { requests: { cpu: '500m' } },
      ['pod-request-below-containers Invalid resources.requests[cpu]'],
    ],
    [
      'a limit below that of a container',
      { requests: { cpu: '1' }, limits: { cpu: '1' } },
      ['limit-over-pod-limit Invalid resources.containers[0][cpu].limits'],
    ],
    [
      'a resource that is for containers',
      { requests: { cpu: '1', 'ephemeral-storage': '1Gi' } },
      ['resource-name NotSupported resources.requests[ephemeral-storage]'],
    ],
    ['claims', { requests: { cpu: '1' }, claims: [] }, ['pod-level-claims Forbidden resources.claims']],
    [
      'a request over the limit',
      { requests: { cpu: '3' }, limits: { cpu: '2' } },
      ['request-over-limit Invalid resources.requests'],
    ],
  ])('%s', (_title, resources, expected) => {
    expect(ofResources(resources)).toEqual(expected);
  });

  test('what the Pod could request and does not counts as nothing', () => {
    const expected = ['pod-request-below-containers Invalid resources.requests[cpu]'];
    expect(ofResources({ requests: { memory: '1Gi' } })).toEqual(expected);
    const storage = container('app', { resources: { requests: { 'ephemeral-storage': '1Gi' } } });
    expect(ofPod({ containers: [storage], resources: { requests: { memory: '1Gi' } } })).toEqual([]);
  });

  test('the limit of huge pages holds those of all containers', () => {
    const pages = (size: string) => ({ resources: { limits: { 'hugepages-2Mi': size, cpu: '1' } } });
    const containers = [container('a', pages('2Mi')), container('b', pages('2Mi'))];
    const of = (size: string) => ofPod({ containers, resources: { limits: { 'hugepages-2Mi': size, cpu: '2' } } });
    expect(of('4Mi')).toEqual([]);
    expect(of('2Mi')).toEqual(['pod-limit-below-containers Invalid resources.limits[hugepages-2Mi]']);
  });

  test('sidecars count beside the containers, and what starts up beside the sidecars before it', () => {
    const requests = (cpu: string) => ({ resources: { requests: { cpu } } });
    const sidecar = container('sidecar', { ...requests('1'), restartPolicy: 'Always' });
    const init = container('init', requests('4'));
    const expected = ['pod-request-below-containers Invalid resources.requests[cpu]'];
    expect(ofResources({ requests: { cpu: '2' } }, { initContainers: [sidecar] })).toEqual([]);
    expect(ofResources({ requests: { cpu: '1' } }, { initContainers: [sidecar] })).toEqual(expected);
    expect(ofResources({ requests: { cpu: '5' } }, { initContainers: [sidecar, init] })).toEqual([]);
    expect(ofResources({ requests: { cpu: '4' } }, { initContainers: [sidecar, init] })).toEqual(expected);
    expect(ofResources({ requests: { cpu: '4' } }, { initContainers: [init, sidecar] })).toEqual([]);
  });

  test('servers before 1.34 drop them unseen', () => {
    expect(ofPod({ resources: { requests: { nonsense: '-1' } } }, { version: '1.33' })).toEqual([]);
  });
});
