import { container, ofContainer, ofPod, type Part } from './pod-support';

const of = (securityContext: Part, pod: Part = {}) =>
  ofContainer({ securityContext }, {}, pod).map((line) => line.replace('securityContext.', ''));

describe('security context of a container', () => {
  test.each([
    ['ids', { runAsUser: 0, runAsGroup: 2147483647 }, []],
    [
      'ids out of range',
      { runAsUser: -1, runAsGroup: 2147483648 },
      ['id-range Invalid runAsUser', 'id-range Invalid runAsGroup'],
    ],
    [
      'privileged and no escalation',
      { privileged: true, allowPrivilegeEscalation: false },
      ['privilege-escalation Invalid securityContext'],
    ],
    [
      'CAP_SYS_ADMIN and no escalation',
      { capabilities: { add: ['CAP_SYS_ADMIN'] }, allowPrivilegeEscalation: false },
      ['privilege-escalation Invalid securityContext'],
    ],
    ['SYS_ADMIN and no escalation', { capabilities: { add: ['SYS_ADMIN'] }, allowPrivilegeEscalation: false }, []],
    ['an unknown proc mount', { procMount: 'Odd' }, ['proc-mount NotSupported procMount']],
    ['an unmasked proc mount', { procMount: 'Unmasked' }, ['proc-mount Invalid procMount']],
  ])('%s', (_title, part, expected) => {
    expect(of(part)).toEqual(expected);
  });

  test('an unmasked proc mount needs users of its own', () => {
    expect(of({ procMount: 'Unmasked' }, { hostUsers: false })).toEqual([]);
  });
});

describe('profiles', () => {
  test.each(['seccompProfile', 'appArmorProfile'])('%s', (field) => {
    const code = field === 'seccompProfile' ? 'seccomp-profile' : 'apparmor-profile';
    const at = `${field}.localhostProfile`;
    expect(of({ [field]: { type: 'RuntimeDefault' } })).toEqual([]);
    expect(of({ [field]: {} })).toEqual([`${code} Required ${field}.type`]);
    expect(of({ [field]: { type: 'Odd' } })).toEqual([`${code} NotSupported ${field}.type`]);
    expect(of({ [field]: { type: 'Localhost' } })).toEqual([`${code} Required ${at}`]);
    expect(of({ [field]: { type: 'Localhost', localhostProfile: 'a' } })).toEqual([]);
    expect(of({ [field]: { type: 'Unconfined', localhostProfile: 'a' } })).toEqual([`${code} Invalid ${at}`]);
  });

  test.each([
    ['a blank before it', ' a', ['apparmor-profile Invalid appArmorProfile.localhostProfile']],
    ['4096 letters', 'a'.repeat(4096), ['apparmor-profile TooLong appArmorProfile.localhostProfile']],
    ['no letter', '', ['apparmor-profile Required appArmorProfile.localhostProfile']],
  ])('an AppArmor profile with %s', (_title, localhostProfile, expected) => {
    expect(of({ appArmorProfile: { type: 'Localhost', localhostProfile } })).toEqual(expected);
  });

  test('a seccomp profile is a file inside the directory of the kubelet', () => {
    const expected = ['path-outside-volume Invalid seccompProfile.localhostProfile'];
    expect(of({ seccompProfile: { type: 'Localhost', localhostProfile: '../a' } })).toEqual(expected);
  });

  test('an AppArmor annotation of old says what the field says', () => {
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/app': 'unconfined' };
    const securityContext = { appArmorProfile: { type: 'RuntimeDefault' } };
    const expected = ['apparmor-annotation Forbidden containers[0].securityContext.appArmorProfile.type'];
    const containers = [container('app', { securityContext })];
    expect(ofPod({ containers }, { metadata: { annotations } })).toEqual(expected);
    expect(ofPod({ securityContext }, { metadata: { annotations }, holder: 'template' })).toEqual(expected);
    expect(ofPod({ containers, os: { name: 'windows' } }, { metadata: { annotations } })).not.toContain(expected[0]);
  });

  test.each([
    ['unconfined', []],
    ['localhost/shop', []],
    ['localhost/ shop', ['apparmor-annotation Forbidden containers[0].securityContext.appArmorProfile.type']],
    ['', ['apparmor-annotation Forbidden containers[0].securityContext.appArmorProfile.type']],
  ])(
    "the annotation %p of a bare Pod's container wins over the profile of the Pod, if it is one",
    (profile, expected) => {
      const annotations = { 'container.apparmor.security.beta.kubernetes.io/app': profile };
      const securityContext = { appArmorProfile: { type: 'RuntimeDefault' } };
      expect(ofPod({ securityContext }, { metadata: { annotations } })).toEqual(expected);
    },
  );
});

describe('Windows options', () => {
  test.each([
    ['a domain and a user', { runAsUserName: 'EXAMPLE\\ContainerUser' }, []],
    ['a long domain name', { runAsUserName: 'ad.example.com\\user' }, []],
    ['no user', { runAsUserName: '' }, 1],
    ['a control character', { runAsUserName: 'a\nb' }, 1],
    ['two backslashes', { runAsUserName: 'a\\b\\c' }, 1],
    ['a domain with a colon', { runAsUserName: 'a:b\\c' }, 1],
    ['an empty user', { runAsUserName: 'a\\' }, 1],
    ['a user of dots', { runAsUserName: '. .' }, 1],
    ['a user with a question mark', { runAsUserName: 'a?' }, 1],
    ['a user of 105 letters', { runAsUserName: 'a'.repeat(105) }, 1],
  ])('%s', (_title, windowsOptions, expected) => {
    const lines = typeof expected === 'number' ? ['windows-user-name Invalid windowsOptions.runAsUserName'] : expected;
    expect(of({ windowsOptions })).toEqual(lines);
  });

  test('credential specs', () => {
    expect(of({ windowsOptions: { gmsaCredentialSpecName: 'A' } })).toEqual([
      'invalid-name Invalid windowsOptions.gmsaCredentialSpecName',
    ]);
    expect(of({ windowsOptions: { gmsaCredentialSpec: '' } })).toEqual([
      'windows-credential-spec Invalid windowsOptions.gmsaCredentialSpec',
    ]);
    expect(of({ windowsOptions: { gmsaCredentialSpec: 'a'.repeat(65537) } })).toHaveLength(1);
  });

  test('all containers run on the host or none, and with its network', () => {
    const onHost = { securityContext: { windowsOptions: { hostProcess: true } } };
    const containers = [container('a', onHost), container('b')];
    expect(ofPod({ containers })).toEqual(['host-process Invalid ', 'host-process Invalid hostNetwork']);
    expect(ofPod({ containers: [container('a', onHost)], hostNetwork: true })).toEqual([]);
    expect(ofPod({ ...onHost, hostNetwork: true })).toEqual([]);
    const other = { securityContext: { windowsOptions: { hostProcess: false } } };
    expect(ofPod({ ...onHost, hostNetwork: true, containers: [container('a', other)] })).toEqual([
      'host-process Invalid containers[0].securityContext.windowsOptions.hostProcess',
    ]);
  });
});

describe('security context of the Pod', () => {
  const ofSecurity = (securityContext: Part, pod: Part = {}) =>
    ofPod({ ...pod, securityContext }).map((line) => line.replace('securityContext.', ''));

  test.each([
    [
      'ids out of range',
      { fsGroup: -1, supplementalGroups: [1, -1] },
      ['id-range Invalid fsGroup', 'id-range Invalid supplementalGroups[1]'],
    ],
    [
      'an unknown fsGroupChangePolicy',
      { fsGroupChangePolicy: 'Never' },
      ['security-policy NotSupported fsGroupChangePolicy'],
    ],
    [
      'an unknown supplementalGroupsPolicy',
      { supplementalGroupsPolicy: 'Odd' },
      ['security-policy NotSupported supplementalGroupsPolicy'],
    ],
    [
      'a seLinuxChangePolicy behind a gate',
      { seLinuxChangePolicy: 'MountOption' },
      ['security-policy NotSupported seLinuxChangePolicy'],
    ],
    [
      'sysctls in both spellings',
      { sysctls: [{ name: 'net.core.somaxconn' }, { name: 'net/ipv4/conf/eth0.1/a' }] },
      [],
    ],
    ['no sysctl name', { sysctls: [{}] }, ['sysctl-name Required sysctls[0].name']],
    ['a bad sysctl name', { sysctls: [{ name: 'A' }] }, ['sysctl-name Invalid sysctls[0].name']],
    ['a sysctl twice', { sysctls: [{ name: 'a.b' }, { name: 'a.b' }] }, ['duplicate-sysctl Duplicate sysctls[1].name']],
  ])('%s', (_title, part, expected) => {
    expect(ofSecurity(part)).toEqual(expected);
  });

  test.each([
    ['net.core.somaxconn', { hostNetwork: true }],
    ['net/core/somaxconn', { hostNetwork: true }],
    ['kernel.shm_rmid_forced', { hostIPC: true }],
    ['fs.mqueue.msg_max', { hostIPC: true }],
  ])('%s with %j would change the host', (name, host) => {
    expect(ofSecurity({ sysctls: [{ name }] }, host)).toEqual(['host-sysctl Invalid sysctls[0].name']);
    expect(ofSecurity({ sysctls: [{ name }] })).toEqual([]);
  });

  test('processes are shared among the containers or with the host', () => {
    const expected = ['share-process-namespace Invalid shareProcessNamespace'];
    expect(ofSecurity({}, { shareProcessNamespace: true, hostPID: true })).toEqual(expected);
  });
});
