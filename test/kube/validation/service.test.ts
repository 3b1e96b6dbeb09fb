import { said, service, tweaks } from '../support/objects';

type Row = readonly [rule: string, changes: Readonly<Record<string, unknown>>, said: readonly string[]];

const port = (changes: object) => ({ 'spec.ports': [{ port: 80, ...changes }] });
const at = 'spec.ports[0]';

test.each<Row>([
  ['a Service with an address has a port', { 'spec.ports': [] }, ['Required spec.ports']],
  ['a headless Service needs none', { 'spec.ports': undefined, 'spec.clusterIP': 'None' }, []],
  ['a port is a port, and its target too', port({ port: 0 }), [`Invalid ${at}.port`, `Invalid ${at}.targetPort`]],
  ['a target may be a name of a port', port({ targetPort: 'http' }), []],
  ['a name of a port has a letter', port({ targetPort: '8-0' }), [`Invalid ${at}.targetPort`]],
  ['three protocols are known', port({ protocol: 'ICMP' }), [`NotSupported ${at}.protocol`]],
  ['an application protocol is a name', port({ appProtocol: 'kubernetes.io/h2c' }), []],
  ['an application protocol has no blanks', port({ appProtocol: 'h 2' }), [`Invalid ${at}.appProtocol`]],
  ['a port name is a DNS label', port({ name: 'Web' }), [`Invalid ${at}.name`]],
  [
    'ports have names where there are several',
    { 'spec.ports': [{ port: 80, name: 'a' }, { port: 81 }] },
    ['Required spec.ports[1].name'],
  ],
  [
    'port names are unique',
    {
      'spec.ports': [
        { port: 80, name: 'a' },
        { port: 81, name: 'a' },
      ],
    },
    ['Duplicate spec.ports[1].name'],
  ],
  [
    'a port stands once for a protocol',
    {
      'spec.ports': [
        { port: 53, name: 'a' },
        { port: 53, name: 'b', protocol: 'UDP' },
        { port: 53, name: 'c' },
      ],
    },
    ['Duplicate spec.ports[2]'],
  ],
  ['a node port needs a type', port({ nodePort: 30080 }), [`Forbidden ${at}.nodePort`]],
  [
    'a node port serves one port',
    {
      'spec.type': 'NodePort',
      'spec.ports': [
        { port: 80, name: 'a', nodePort: 30080 },
        { port: 81, name: 'b', nodePort: 30080 },
      ],
    },
    ['Duplicate spec.ports[1].nodePort'],
  ],
  ['four types are known', { 'spec.type': 'Internal' }, ['NotSupported spec.type']],
  ['a selector is labels', { 'spec.selector': { 'a b': 'c' } }, ['Invalid spec.selector']],
  ['an external name is a host', { 'spec.type': 'ExternalName', 'spec.externalName': 'db.example.com.' }, []],
  ['an external name is demanded', { 'spec.type': 'ExternalName' }, ['Required spec.externalName']],
  [
    'an external name is a DNS name',
    { 'spec.type': 'ExternalName', 'spec.externalName': 'a_b' },
    ['Invalid spec.externalName'],
  ],
  [
    'an external name has no addresses',
    { 'spec.type': 'ExternalName', 'spec.externalName': 'a', 'spec.ipFamilies': ['IPv4'], 'spec.clusterIP': 'None' },
    ['Forbidden spec.clusterIPs', 'Forbidden spec.ipFamilies'],
  ],
  [
    'a node port Service has an address',
    { 'spec.type': 'NodePort', 'spec.clusterIP': 'None' },
    ['Invalid spec.clusterIPs[0]'],
  ],
  ['affinity is by client or none', { 'spec.sessionAffinity': 'Cookie' }, ['NotSupported spec.sessionAffinity']],
  [
    'affinity ends within a day',
    { 'spec.sessionAffinity': 'ClientIP', 'spec.sessionAffinityConfig': { clientIP: { timeoutSeconds: 86401 } } },
    ['Invalid spec.sessionAffinityConfig.clientIP.timeoutSeconds'],
  ],
  [
    'no affinity needs no configuration, and the server drops it',
    { 'spec.sessionAffinityConfig': { clientIP: { timeoutSeconds: -1 } } },
    [],
  ],
  [
    'external addresses can be routed',
    { 'spec.externalIPs': ['127.0.0.1', '169.254.1.1', '192.0.2.1'] },
    ['Invalid spec.externalIPs[0]', 'Invalid spec.externalIPs[1]'],
  ],
  [
    'fields of load balancers are theirs alone',
    { 'spec.loadBalancerClass': 'a/b', 'spec.allocateLoadBalancerNodePorts': true },
    ['Forbidden spec.allocateLoadBalancerNodePorts', 'Forbidden spec.loadBalancerClass'],
  ],
  [
    'source ranges are spelt with a capital',
    { 'spec.type': 'LoadBalancer', 'spec.loadBalancerSourceRanges': ['10.0.0.0/8', '10.0.0.0'] },
    ['Invalid spec.LoadBalancerSourceRanges[1]'],
  ],
  [
    'traffic from outside needs a way in',
    { 'spec.externalTrafficPolicy': 'Local' },
    ['Invalid spec.externalTrafficPolicy'],
  ],
  [
    'traffic goes one of two ways',
    { 'spec.type': 'NodePort', 'spec.externalTrafficPolicy': 'Near', 'spec.internalTrafficPolicy': 'Near' },
    ['NotSupported spec.externalTrafficPolicy', 'NotSupported spec.internalTrafficPolicy'],
  ],
  [
    'a health port belongs to a local load balancer',
    { 'spec.healthCheckNodePort': 30000 },
    ['Invalid spec.healthCheckNodePort'],
  ],
])('%s', (_rule, changes, expected) => {
  expect(said(tweaks(service, changes))).toEqual(expected);
});

describe('the addresses of a Service, beside whose faults the server says nothing else', () => {
  test.each<Row>([
    ['must be addresses', { 'spec.clusterIP': '10.0.0.300', 'spec.ports': [] }, ['Invalid spec.clusterIPs[0]']],
    [
      'must begin with clusterIP',
      { 'spec.clusterIP': '10.0.0.1', 'spec.clusterIPs': ['10.0.0.2'] },
      ['Invalid spec.clusterIPs'],
    ],
    ['need clusterIP', { 'spec.clusterIPs': ['10.0.0.2'] }, ['Invalid spec.clusterIPs']],
    [
      'are one of each family',
      { 'spec.clusterIP': '10.0.0.1', 'spec.clusterIPs': ['10.0.0.1', '10.0.0.2'] },
      ['Invalid spec.clusterIPs'],
    ],
    [
      'are of the families that are named',
      { 'spec.clusterIP': '10.0.0.1', 'spec.ipFamilies': ['IPv6'] },
      ['Invalid spec.clusterIPs[0]'],
    ],
    ['are None alone', { 'spec.clusterIP': 'None', 'spec.clusterIPs': ['None', '::1'] }, ['Invalid spec.clusterIPs']],
    [
      'are of known families, each once',
      { 'spec.ipFamilies': ['IPv4', 'IPv4', 'IPv5'] },
      ['Duplicate spec.ipFamilies[1]', 'NotSupported spec.ipFamilies[2]'],
    ],
    ['follow one of three policies', { 'spec.ipFamilyPolicy': 'Both' }, ['NotSupported spec.ipFamilyPolicy']],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(service, changes))).toEqual(expected);
  });
});

test('traffic is distributed by words that came one after the other', () => {
  const near = tweaks(service, { 'spec.trafficDistribution': 'PreferSameNode' });
  expect(said(near, '1.36')).toEqual([]);
  expect(said(near, '1.31')).toEqual(['NotSupported spec.trafficDistribution']);
});

const families = { 'spec.ipFamilies': ['IPv4', 'IPv6'] };
const addresses = { 'spec.clusterIP': '10.0.0.9', 'spec.clusterIPs': ['10.0.0.9', 'fd00::9'] };
const oneStack = ['Invalid spec.ipFamilyPolicy'];

test.each<Row>([
  ['two families need a policy', families, oneStack],
  ['two addresses need a policy', addresses, oneStack],
  ['one stack has one family', { ...families, 'spec.ipFamilyPolicy': 'SingleStack' }, oneStack],
  ['two stacks have two families', { ...families, ...addresses, 'spec.ipFamilyPolicy': 'PreferDualStack' }, []],
  ['a headless Service is of one stack', { ...families, 'spec.clusterIP': 'None' }, oneStack],
  [
    'a headless Service without a selector is of both stacks',
    { ...families, 'spec.clusterIP': 'None', 'spec.selector': undefined },
    [],
  ],
])('%s', (_rule, changes, expected) => {
  expect(said(tweaks(service, changes))).toEqual(expected);
});

test('the two names of the annotation for topology say the same', () => {
  const annotations = (mode: string) => ({
    'metadata.annotations': {
      'service.kubernetes.io/topology-mode': mode,
      'service.kubernetes.io/topology-aware-hints': 'Auto',
    },
  });
  expect(said(tweaks(service, annotations('Auto')))).toEqual([]);
  expect(said(tweaks(service, annotations('Disabled')))).toEqual([
    'Invalid metadata.annotations[service.kubernetes.io/topology-mode]',
  ]);
});
