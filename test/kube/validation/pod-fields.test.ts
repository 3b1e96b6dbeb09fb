import { container, ofPod } from './pod-support';

describe('fields of the Pod', () => {
  test.each([
    [{ restartPolicy: 'Sometimes' }, ['restart-policy NotSupported restartPolicy']],
    [{ dnsPolicy: 'Cluster' }, ['dns-policy NotSupported dnsPolicy']],
    [{ preemptionPolicy: 'Maybe' }, ['preemption-policy NotSupported preemptionPolicy']],
    [{ activeDeadlineSeconds: 0 }, ['active-deadline Invalid activeDeadlineSeconds']],
    [{ activeDeadlineSeconds: 2147483647 }, []],
    [{ activeDeadlineSeconds: 2147483648 }, ['active-deadline Invalid activeDeadlineSeconds']],
    [{ terminationGracePeriodSeconds: -1 }, []],
    [{ imagePullSecrets: [{ name: '' }] }, []],
    [{ serviceAccountName: 'A' }, ['invalid-name Invalid serviceAccountName']],
    [{ nodeName: 'A' }, ['invalid-name Invalid nodeName']],
    [{ priorityClassName: 'A' }, ['invalid-name Invalid priorityClassName']],
    [{ runtimeClassName: '' }, ['invalid-name Invalid runtimeClassName']],
    [{ nodeName: '', serviceAccountName: '', priorityClassName: '' }, []],
    [{ hostname: 'a.b' }, ['invalid-name Invalid hostname']],
    [{ subdomain: 'A' }, ['invalid-name Invalid subdomain']],
    [
      { readinessGates: [{ conditionType: 'example.com/ready' }, { conditionType: 'a b' }] },
      ['invalid-name Invalid readinessGates[1].conditionType'],
    ],
    [
      { schedulingGates: [{ name: 'a' }, { name: 'a' }, {}] },
      ['duplicate-name Duplicate schedulingGates[1]', 'invalid-name Invalid schedulingGates[2]'],
    ],
    [{ nodeSelector: { a: 'b c' } }, ['label-value Invalid nodeSelector']],
  ])('%j', (part, expected) => {
    expect(ofPod(part)).toEqual(expected);
  });

  test('a Pod with scheduling gates has no node yet', () => {
    const part = { schedulingGates: [{ name: 'a' }], nodeName: 'node-1' };
    expect(ofPod(part)).toEqual(['gated-node-name Forbidden nodeName']);
    expect(ofPod(part, { holder: 'template' })).toEqual([]);
  });

  test.each([
    [{ hostnameOverride: 'db.example.com' }, []],
    [{ hostnameOverride: 'A' }, ['invalid-name Invalid hostnameOverride']],
    [{ hostnameOverride: `${'a'.repeat(60)}.com.au` }, ['host-name-override TooLong hostnameOverride']],
    [{ hostnameOverride: 'a', hostNetwork: true }, ['host-name-override Forbidden hostnameOverride']],
    [{ hostnameOverride: 'a', setHostnameAsFQDN: true }, ['host-name-override Forbidden hostnameOverride']],
  ])('%j', (part, expected) => {
    expect(ofPod(part)).toEqual(expected);
    expect(ofPod(part, { version: '1.34' })).toEqual([]);
  });
});

describe('DNS', () => {
  test.each([
    ['the policy None alone', { dnsPolicy: 'None' }, ['dns-config Required dnsConfig']],
    [
      'the policy None without servers',
      { dnsPolicy: 'None', dnsConfig: { searches: ['A'] } },
      ['dns-config Required dnsConfig.nameservers'],
    ],
    [
      'four servers',
      { dnsConfig: { nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '::1'] } },
      ['too-many-nameservers Invalid dnsConfig.nameservers'],
    ],
    [
      'a server that is no address',
      { dnsConfig: { nameservers: ['dns'] } },
      ['ip-address Invalid dnsConfig.nameservers[0]'],
    ],
    ['leading zeros', { dnsConfig: { nameservers: ['010.0.0.1'] } }, ['ip-address Invalid dnsConfig.nameservers[0]']],
    ['33 searches', { dnsConfig: { searches: Array(33).fill('a') } }, ['too-many-searches Invalid dnsConfig.searches']],
    [
      '2049 letters of searches',
      { dnsConfig: { searches: Array(11).fill(`${'a'.repeat(63)}.${'a'.repeat(63)}.${'a'.repeat(63)}`) } },
      ['too-many-searches Invalid dnsConfig.searches'],
    ],
    ['the root and an underscore', { dnsConfig: { searches: ['.', '_tcp.example.com.'] } }, []],
    ['a bad search', { dnsConfig: { searches: ['A'] } }, ['invalid-search-domain Invalid dnsConfig.searches[0]']],
    [
      'an option without a name',
      { dnsConfig: { options: [{ value: '2' }] } },
      ['required-field Required dnsConfig.options[0]'],
    ],
    [
      'a host alias',
      { hostAliases: [{ ip: 'x', hostnames: ['A'] }] },
      ['ip-address Invalid hostAliases[0].ip', 'invalid-name Invalid hostAliases[0].hostnames[0]'],
    ],
  ])('%s', (_title, part, expected) => {
    expect(ofPod(part)).toEqual(expected);
  });

  test.each(['010.0.0.1', '::ffff:10.0.0.1'])('servers before 1.36 take %s', (ip) => {
    expect(ofPod({ hostAliases: [{ ip }] }, { version: '1.35' })).toEqual([]);
    expect(ofPod({ hostAliases: [{ ip }] })).toEqual(['ip-address Invalid hostAliases[0].ip']);
  });

  test('servers before 1.33 take no underscore in a search', () => {
    const dnsConfig = { searches: ['_tcp.example.com'] };
    const expected = ['invalid-search-domain Invalid dnsConfig.searches[0]'];
    expect(ofPod({ dnsConfig }, { version: '1.32' })).toEqual(expected);
  });
});

describe('users of the Pod', () => {
  test('a Pod with users of its own shares no namespace with the host', () => {
    const part = { hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true };
    expect(ofPod(part)).toEqual([
      'host-users Forbidden hostNetwork',
      'host-users Forbidden HostPID',
      'host-users Forbidden HostIPC',
    ]);
    expect(ofPod({ ...part, hostUsers: true })).toEqual([]);
    expect(ofPod(part, { version: '1.32' })).toEqual([]);
  });

  test('nor has it a raw block device', () => {
    const volumes = [{ name: 'disk', persistentVolumeClaim: { claimName: 'disk' } }];
    const containers = [container('app', { volumeDevices: [{ name: 'disk', devicePath: '/dev/a' }] })];
    const part = { hostUsers: false, volumes, containers };
    expect(ofPod(part)).toEqual(['host-users Forbidden containers[0].volumeDevices']);
    expect(ofPod(part, { version: '1.33' })).toEqual([]);
  });
});

describe('operating systems', () => {
  test.each([
    [{}, ['pod-os Required os.name']],
    [{ name: 'plan9' }, ['pod-os NotSupported os']],
    [{ name: 'linux' }, []],
  ])('%j', (os, expected) => {
    expect(ofPod({ os })).toEqual(expected);
  });

  test('a Linux Pod has no Windows options', () => {
    const securityContext = { windowsOptions: {} };
    const containers = [container('app', { securityContext })];
    expect(ofPod({ os: { name: 'linux' }, securityContext, containers })).toEqual([
      'pod-os Forbidden securityContext.windowsOptions',
      'pod-os Forbidden containers[0].securityContext.windowsOptions',
    ]);
  });

  test('a Windows Pod has nothing that only Linux has', () => {
    const pod = {
      os: { name: 'windows' },
      hostPID: true,
      hostIPC: false,
      hostUsers: false,
      shareProcessNamespace: false,
      securityContext: { fsGroup: 1, runAsUser: 1, sysctls: [{ name: 'a.b' }], supplementalGroupsPolicy: 'Merge' },
      containers: [container('app', { securityContext: { privileged: false, capabilities: {}, runAsUser: 1 } })],
    };
    expect(
      ofPod(pod)
        .filter((line) => line.startsWith('pod-os'))
        .sort(),
    ).toEqual([
      'pod-os Forbidden containers[0].securityContext.capabilities',
      'pod-os Forbidden containers[0].securityContext.privileged',
      'pod-os Forbidden containers[0].securityContext.runAsUser',
      'pod-os Forbidden hostPID',
      'pod-os Forbidden hostUsers',
      'pod-os Forbidden securityContext.fsGroup',
      'pod-os Forbidden securityContext.runAsUser',
      'pod-os Forbidden securityContext.supplementalGroupsPolicy',
      'pod-os Forbidden securityContext.sysctls',
      'pod-os Forbidden shareProcessNamespace',
    ]);
  });
});
