import { FieldPath } from '../../../lib/kube/field-path';
import { podWarnings, type WarnedPod } from '../../../lib/kube/validation/warnings';
import { container, MINIMAL, ofPod, type Part } from './pod-support';

function ofWarnings(part: Part, metadata: Part = {}, holder: 'pod' | 'template' = 'pod'): string[] {
  const pod = { metadata, spec: { ...MINIMAL, ...part } } as unknown as WarnedPod;
  const path = holder === 'pod' ? FieldPath.root : FieldPath.of('spec').child('template');
  return podWarnings(pod, path, { holder }).map((warning) => `${warning.code} ${warning.path}`);
}

describe('warnings', () => {
  test('there is none about the minimal Pod', () => {
    expect(ofWarnings({})).toEqual([]);
  });

  test.each([
    [
      { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } },
      ['deprecated-label spec.nodeSelector[beta.kubernetes.io/os]'],
    ],
    [
      { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'failure-domain.beta.kubernetes.io/zone' }] },
      [
        'deprecated-label spec.topologySpreadConstraints[0].topologyKey',
        'selects-nothing spec.topologySpreadConstraints[0].labelSelector',
      ],
    ],
    [
      { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a' }] } } },
      ['selects-nothing spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector'],
    ],
    [
      {
        volumes: [
          { name: 'a', rbd: {} },
          { name: 'b', storageos: {} },
        ],
      },
      ['retired-volume spec.volumes[0].rbd', 'retired-volume spec.volumes[1].storageOS'],
    ],
    [
      { volumes: [{ name: 'a', configMap: { items: [{ path: 'a' }, { path: 'a/b' }, { path: 'c' }] } }] },
      ['overlapping-paths spec.volumes[0]'],
    ],
    [{ hostAliases: [{ ip: '1.1.1.1' }, { ip: '1.1.1.1' }] }, ['repeated-entry spec.hostAliases[1].ip']],
    [
      { imagePullSecrets: [{ name: 'a' }, { name: 'a' }, {}] },
      ['repeated-entry spec.imagePullSecrets[1].name', 'empty-pull-secret spec.imagePullSecrets[2].name'],
    ],
    [{ terminationGracePeriodSeconds: -1 }, ['negative-grace-period spec.terminationGracePeriodSeconds']],
    [{ overhead: { memory: '100m' } }, ['fractional-bytes spec.overhead[memory]']],
  ])('%j', (part, expected) => {
    expect(ofWarnings(part)).toEqual(expected);
  });

  test('fractions of bytes, in every container', () => {
    const init = container('init', {
      resources: { limits: { memory: '1500m' }, requests: { 'ephemeral-storage': '0.5' } },
    });
    expect(ofWarnings({ initContainers: [init] })).toEqual([
      'fractional-bytes spec.initContainers[0].resources.limits[memory]',
      'fractional-bytes spec.initContainers[0].resources.requests[ephemeral-storage]',
    ]);
  });

  test('a variable that hides another, unless it builds on it', () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'A', value: '$(A)2' },
      { name: 'A', value: '$(A)' },
      { name: 'A', value: '3' },
    ];
    expect(ofWarnings({ containers: [container('app', { env })] })).toEqual([
      'repeated-variable spec.containers[0].env[2]',
      'repeated-variable spec.containers[0].env[3]',
    ]);
  });

  test('ports of containers that run together', () => {
    const ports = [{ containerPort: 80, name: 'http' }];
    const part = {
      initContainers: [container('init', { ports }), container('proxy', { ports, restartPolicy: 'Always' })],
      containers: [container('app', { ports: [...ports, { containerPort: 90, hostIP: '1.1.1.1' }] })],
    };
    expect(ofWarnings(part)).toEqual([
      'repeated-port-name spec.containers[0].ports[0]',
      'repeated-port spec.containers[0].ports[0]',
      'host-ip-alone spec.containers[0].ports[1]',
    ]);
  });

  test('annotations that fields replaced, in the metadata of a template too', () => {
    const annotations = {
      'scheduler.alpha.kubernetes.io/critical-pod': '',
      'container.seccomp.security.alpha.kubernetes.io/app': 'unconfined',
      'container.apparmor.security.beta.kubernetes.io/app': 'unconfined',
    };
    const at = 'spec.template.metadata.annotations';
    expect(ofWarnings({}, { annotations }, 'template')).toEqual(
      Object.keys(annotations).map((key) => `deprecated-annotation ${at}[${key}]`),
    );
    const profiles = { seccompProfile: { type: 'Unconfined' }, appArmorProfile: { type: 'Unconfined' } };
    const containers = [container('app', { securityContext: profiles })];
    expect(ofWarnings({ containers }, { annotations })).toHaveLength(1);
  });

  test("an AppArmor annotation of a bare Pod that differs from the Pod's own profile", () => {
    const key = 'container.apparmor.security.beta.kubernetes.io/app';
    const securityContext = { appArmorProfile: { type: 'RuntimeDefault' } };
    const warned = [`deprecated-annotation metadata.annotations[${key}]`];
    const of = (annotation: string, part = {}) =>
      ofWarnings({ securityContext, ...part }, { annotations: { [key]: annotation } });
    expect(of('unconfined')).toEqual(warned);
    expect(of('localhost/')).toEqual(warned);
    expect(of('runtime/default')).toEqual([]);
    expect(of('unconfined', { os: { name: 'windows' } })).toEqual([]);
  });

  test('a Pod whose name is no host name', () => {
    expect(ofWarnings({}, { name: 'a.b' })).toEqual(['pod-host-name metadata.name']);
    expect(ofWarnings({}, { name: 'a.b' }, 'template')).toEqual([]);
  });

  test('what is warned of is accepted', () => {
    expect(ofPod({ terminationGracePeriodSeconds: -1, imagePullSecrets: [{}, {}] })).toEqual([]);
  });
});
