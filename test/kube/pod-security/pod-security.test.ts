import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { FieldPath } from '../../../lib/kube/field-path';
import {
  evaluatePodSecurity,
  podSecurityLevel,
  podSecurityMessage,
  type PodSecurityLevel,
  type PolicyVersion,
} from '../../../lib/kube/pod-security';

const HARDENED: Container = {
  name: 'app',
  image: 'registry.example.com/app:1',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};
const POD: PodSpec = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [HARDENED],
};

function withSecurity(securityContext: Container['securityContext']): PodSpec {
  return {
    ...POD,
    containers: [{ ...HARDENED, securityContext: { ...HARDENED.securityContext, ...securityContext } }],
  };
}

function withPodSecurity(securityContext: PodSpec['securityContext']): PodSpec {
  return { ...POD, securityContext: { ...POD.securityContext, ...securityContext } };
}

function withContainer(fields: Partial<Container>): PodSpec {
  return { ...POD, containers: [{ ...HARDENED, ...fields }] };
}

function broken(spec: PodSpec, level: PodSecurityLevel, version: PolicyVersion = 'latest'): [string, string[]][] {
  return evaluatePodSecurity(undefined, spec, level, version).map(({ id, places }) => [
    id,
    places.map(({ path }) => path),
  ]);
}

const OF_APP = 'spec.containers[0].securityContext';
const OF_POD = 'spec.securityContext';

describe('what a hardened Pod must not add', () => {
  interface Case {
    readonly what: string;
    readonly spec: PodSpec;
    readonly id: string;
    readonly fields: readonly string[];
    readonly level?: PodSecurityLevel;
  }
  const cases: readonly Case[] = [
    {
      what: 'privileged',
      spec: withSecurity({ privileged: true }),
      id: 'privileged',
      fields: [`${OF_APP}.privileged`],
    },
    {
      what: 'the network of the node',
      spec: { ...POD, hostNetwork: true },
      id: 'hostNamespaces',
      fields: ['spec.hostNetwork'],
    },
    {
      what: 'processes and IPC of the node',
      spec: { ...POD, hostPID: true, hostIPC: true },
      id: 'hostNamespaces',
      fields: ['spec.hostPID', 'spec.hostIPC'],
    },
    {
      what: 'a port of the node',
      spec: withContainer({ ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 8081 }] }),
      id: 'hostPorts',
      fields: ['spec.containers[0].ports[1].hostPort'],
    },
    {
      what: 'a host in a probe and a hook',
      spec: withContainer({
        readinessProbe: { tcpSocket: { host: '10.0.0.1', port: 80 } },
        lifecycle: { preStop: { httpGet: { host: 'example.com', port: 80 } } },
      }),
      id: 'hostProbesAndHostLifecycle',
      fields: ['spec.containers[0].readinessProbe.tcpSocket.host', 'spec.containers[0].lifecycle.preStop.httpGet.host'],
    },
    {
      what: 'an open /proc',
      spec: withSecurity({ procMount: 'Unmasked' }),
      id: 'procMount',
      fields: [`${OF_APP}.procMount`],
    },
    {
      what: 'an SELinux type and user',
      spec: withSecurity({ seLinuxOptions: { type: 'spc_t', user: 'root' } }),
      id: 'seLinuxOptions',
      fields: [`${OF_APP}.seLinuxOptions.type`, `${OF_APP}.seLinuxOptions.user`],
    },
    {
      what: 'an SELinux role of the Pod',
      spec: withPodSecurity({ seLinuxOptions: { role: 'admin' } }),
      id: 'seLinuxOptions',
      fields: [`${OF_POD}.seLinuxOptions.role`],
    },
    {
      what: 'an unconfined seccomp profile',
      spec: withPodSecurity({ seccompProfile: { type: 'Unconfined' } }),
      id: 'seccompProfile_baseline',
      fields: [`${OF_POD}.seccompProfile.type`],
    },
    {
      what: 'an unsafe sysctl',
      spec: withPodSecurity({
        sysctls: [
          { name: 'kernel.shm_rmid_forced', value: '1' },
          { name: 'kernel.msgmax', value: '1' },
        ],
      }),
      id: 'sysctls',
      fields: [`${OF_POD}.sysctls[1].name`],
    },
    {
      what: 'a Windows HostProcess',
      spec: withPodSecurity({ windowsOptions: { hostProcess: true } }),
      id: 'windowsHostProcess',
      fields: [`${OF_POD}.windowsOptions.hostProcess`],
    },
    {
      what: 'an unconfined AppArmor profile',
      spec: withSecurity({ appArmorProfile: { type: 'Unconfined' } }),
      id: 'appArmorProfile',
      fields: [`${OF_APP}.appArmorProfile.type`],
    },
    {
      what: 'a capability',
      spec: withSecurity({ capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } }),
      id: 'capabilities_baseline',
      fields: [`${OF_APP}.capabilities.add`],
    },
    {
      what: 'a directory of the node',
      spec: {
        ...POD,
        volumes: [
          { name: 'a', emptyDir: {} },
          { name: 'b', hostPath: { path: '/' } },
        ],
      },
      id: 'hostPathVolumes',
      fields: ['spec.volumes[1].hostPath'],
    },
  ];

  test.each(cases)('$what breaks baseline', ({ spec, id, fields }) => {
    expect(broken(spec, 'baseline')).toEqual([[id, fields]]);
    expect(podSecurityLevel(undefined, spec)).toBe('privileged');
  });

  test.each(['restricted', 'baseline', 'privileged'] as const)('a hardened Pod passes %s', (level) => {
    expect(broken(POD, level)).toEqual([]);
    expect(broken(POD, level, '1.24')).toEqual([]);
    expect(podSecurityLevel(undefined, POD)).toBe('restricted');
  });
});

describe('what restricted asks for beyond baseline', () => {
  test.each<[string, PodSpec, string, string[]]>([
    [
      'no escalation',
      withSecurity({ allowPrivilegeEscalation: true }),
      'allowPrivilegeEscalation',
      [`${OF_APP}.allowPrivilegeEscalation`],
    ],
    [
      'ALL dropped',
      withSecurity({ capabilities: { drop: ['NET_RAW'] } }),
      'capabilities_restricted',
      [`${OF_APP}.capabilities.drop`],
    ],
    [
      'no CHOWN',
      withSecurity({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }),
      'capabilities_restricted',
      [`${OF_APP}.capabilities.add`],
    ],
    [
      'no NFS',
      { ...POD, volumes: [{ name: 'a', nfs: { server: 'a', path: '/' } }] },
      'restrictedVolumes',
      ['spec.volumes[0].nfs'],
    ],
    ['not root, on the Pod', withPodSecurity({ runAsNonRoot: false }), 'runAsNonRoot', [`${OF_POD}.runAsNonRoot`]],
    ['not root, on the container', withSecurity({ runAsNonRoot: false }), 'runAsNonRoot', [`${OF_APP}.runAsNonRoot`]],
    ['not user 0', withSecurity({ runAsUser: 0 }), 'runAsUser', [`${OF_APP}.runAsUser`]],
    [
      'a seccomp profile somewhere',
      { ...POD, securityContext: { runAsNonRoot: true } },
      'seccompProfile_restricted',
      [`${OF_APP}.seccompProfile.type`],
    ],
  ])('%s', (_, spec, id, fields) => {
    expect(broken(spec, 'restricted')).toEqual([[id, fields]]);
    expect(podSecurityLevel(undefined, spec)).toBe('baseline');
  });

  test('NET_BIND_SERVICE may be added', () => {
    expect(broken(withSecurity({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }), 'restricted')).toEqual(
      [],
    );
  });

  test.each([
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'image',
    'persistentVolumeClaim',
    'projected',
    'secret',
  ])('a volume of type %s is allowed', (source) => {
    expect(broken({ ...POD, volumes: [{ name: 'a', [source]: {} }] }, 'restricted')).toEqual([]);
  });

  test('a control that replaces another is reported alone', () => {
    const spec = { ...POD, volumes: [{ name: 'a', hostPath: { path: '/' } }] };
    expect(broken(spec, 'restricted')).toEqual([['restrictedVolumes', ['spec.volumes[0].hostPath']]]);
  });
});

describe('every container is looked at', () => {
  test('init, sidecar, regular and ephemeral', () => {
    const bare: Container = { name: 'bare', image: 'registry.example.com/bare:1' };
    const spec: PodSpec = {
      ...POD,
      initContainers: [bare, { ...bare, restartPolicy: 'Always' }],
      containers: [HARDENED, bare],
      ephemeralContainers: [bare],
    };
    const [violation] = evaluatePodSecurity(undefined, spec, 'restricted');
    expect(violation?.places).toEqual(
      ['initContainers[0]', 'initContainers[1]', 'containers[1]', 'ephemeralContainers[0]'].map((container) => ({
        path: `spec.${container}.securityContext.allowPrivilegeEscalation`,
        container: 'bare',
      })),
    );
  });

  test('paths begin where the Pod stands', () => {
    const root = FieldPath.of('spec').child('template');
    const [violation] = evaluatePodSecurity(undefined, withSecurity({ privileged: true }), 'baseline', 'latest', root);
    expect(violation?.places[0]?.path).toBe('spec.template.spec.containers[0].securityContext.privileged');
  });
});

describe('what changes with the policy version', () => {
  const probed = withContainer({ livenessProbe: { httpGet: { host: '127.0.0.1', port: 80 } } });
  const sysctl = (name: string) => withPodSecurity({ sysctls: [{ name, value: '1' }] });
  const ownUsers: PodSpec = { ...withPodSecurity({ runAsNonRoot: false, runAsUser: 0 }), hostUsers: false };
  const windows: PodSpec = {
    os: { name: 'windows' },
    securityContext: { runAsNonRoot: true },
    containers: [{ name: 'app' }],
  };

  test.each<[string, PodSpec, PodSecurityLevel, PolicyVersion, PolicyVersion]>([
    ['Windows Pods need no Linux controls', windows, 'restricted', '1.24', '1.25'],
    ['ip_local_reserved_ports is safe', sysctl('net.ipv4.ip_local_reserved_ports'), 'baseline', '1.26', '1.27'],
    ['tcp_keepalive_time is safe', sysctl('net.ipv4.tcp_keepalive_time'), 'baseline', '1.28', '1.29'],
    ['tcp_rmem is safe', sysctl('net.ipv4.tcp_rmem'), 'baseline', '1.31', '1.32'],
    ['tcp_notsent_lowat is safe', sysctl('net.ipv4.tcp_notsent_lowat'), 'baseline', '1.36', '1.37'],
    [
      'container_engine_t is usual',
      withPodSecurity({ seLinuxOptions: { type: 'container_engine_t' } }),
      'baseline',
      '1.30',
      '1.31',
    ],
    ['root is harmless among own users', ownUsers, 'restricted', '1.34', '1.35'],
    [
      'an open /proc is harmless among own users',
      { ...withSecurity({ procMount: 'Unmasked' }), hostUsers: false },
      'baseline',
      '1.34',
      '1.35',
    ],
  ])('%s', (_, spec, level, before, from) => {
    expect(broken(spec, level, before)).not.toEqual([]);
    expect(broken(spec, level, from)).toEqual([]);
    expect(broken(spec, level, 'latest')).toEqual([]);
  });

  test('hosts of probes are refused from 1.34 on', () => {
    expect(broken(probed, 'baseline', '1.33')).toEqual([]);
    expect(broken(probed, 'baseline', '1.34')).toHaveLength(1);
  });

  test('an open /proc breaks restricted in every version, under one name', () => {
    const spec = { ...withSecurity({ procMount: 'Unmasked' }), hostUsers: false };
    expect(broken(spec, 'restricted', '1.34').map(([id]) => id)).toEqual(['procMount']);
    expect(broken(spec, 'restricted', '1.35').map(([id]) => id)).toEqual(['procMount_restricted']);
  });
});

describe('what the API server writes before admission looks', () => {
  test('ports of a Pod on the host network are ports of the node', () => {
    const spec = { ...withContainer({ ports: [{ containerPort: 80 }] }), hostNetwork: true };
    expect(broken(spec, 'baseline').map(([id]) => id)).toEqual(['hostNamespaces', 'hostPorts']);
  });

  test('a volume without a source is an emptyDir', () => {
    expect(broken({ ...POD, volumes: [{ name: 'a' }] }, 'restricted')).toEqual([]);
  });

  test('the annotation of an AppArmor profile is its field', () => {
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/app': 'unconfined' };
    expect(evaluatePodSecurity({ annotations }, POD, 'baseline')[0]?.places).toEqual([
      { path: `${OF_APP}.appArmorProfile.type`, container: 'app' },
      { path: 'metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]', container: 'app' },
    ]);
  });

  test('but not where the Pod says the same', () => {
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/app': 'unconfined' };
    const spec = withPodSecurity({ appArmorProfile: { type: 'Unconfined' } });
    const [violation] = evaluatePodSecurity({ annotations }, spec, 'baseline');
    expect(violation?.places.map(({ path }) => path)).toEqual([
      `${OF_POD}.appArmorProfile.type`,
      'metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]',
    ]);
  });

  test.each(['', 'runtime/default', 'localhost/mine'])('the AppArmor annotation %j is allowed', (profile) => {
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/app': profile };
    expect(evaluatePodSecurity({ annotations }, POD, 'baseline')).toEqual([]);
  });
});

test('the message names the control, the containers and the values', () => {
  const spec: PodSpec = {
    containers: ['a', 'b'].map((name) => ({ name, ports: [{ containerPort: 1, hostPort: 443 }] })),
  };
  expect(podSecurityMessage(evaluatePodSecurity(undefined, spec, 'baseline'))).toBe(
    'hostPort (containers "a", "b" use hostPort 443)',
  );
});

test('a field that is null is not there', () => {
  const written = JSON.stringify({ ...POD, hostNetwork: null, volumes: [{ name: 'a', hostPath: null }] });
  const spec = JSON.parse(written.replace('"capabilities":{', '"seLinuxOptions":null,"capabilities":{')) as PodSpec;
  expect(broken(spec, 'restricted')).toEqual([]);
});

test('the Pod is left as it was', () => {
  const spec = JSON.stringify({ ...POD, hostNetwork: true });
  const given = JSON.parse(spec) as PodSpec;
  evaluatePodSecurity(undefined, given, 'restricted');
  expect(JSON.stringify(given)).toBe(spec);
});
