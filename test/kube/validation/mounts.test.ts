import { ofPod, type Part } from './pod-support';

const VOLUMES = [
  { name: 'data', emptyDir: {} },
  { name: 'claim', persistentVolumeClaim: { claimName: 'claim' } },
  { name: 'model', image: { reference: 'example.com/model:1' } },
];

function ofMounts(part: Part): string[] {
  const containers = [{ name: 'app', image: 'nginx:1.29', ...part }];
  return ofPod({ containers, volumes: VOLUMES }).map((line) => line.replace('containers[0].', ''));
}

describe('volume mounts', () => {
  test.each([
    ['a mount', { name: 'data', mountPath: '/data' }, []],
    ['an unknown volume', { name: 'dta', mountPath: '/data' }, ['unknown-volume NotFound volumeMounts[0].name']],
    [
      'no name',
      { mountPath: '/data' },
      ['required-field Required volumeMounts[0].name', 'unknown-volume NotFound volumeMounts[0].name'],
    ],
    ['no path', { name: 'data' }, ['required-field Required volumeMounts[0].mountPath']],
    ['a relative path and one with a colon', { name: 'data', mountPath: 'a:b' }, []],
    [
      'an absolute sub-path',
      { name: 'data', mountPath: '/a', subPath: '/b' },
      ['path-outside-volume Invalid volumeMounts.subPath'],
    ],
    [
      'a sub-path that leads out',
      { name: 'data', mountPath: '/a', subPath: 'a/../../b' },
      ['path-outside-volume Invalid volumeMounts.subPath'],
    ],
    ['a sub-path with dots in a name', { name: 'data', mountPath: '/a', subPath: '..a' }, []],
    [
      'both sub-paths',
      { name: 'data', mountPath: '/a', subPath: 'a', subPathExpr: '$(A)' },
      ['sub-path-both Invalid volumeMounts[0].subPathExpr'],
    ],
    ['a sub-path of an image', { name: 'model', mountPath: '/a', subPath: 'a' }, []],
    [
      'an unknown propagation',
      { name: 'data', mountPath: '/a', mountPropagation: 'Both' },
      ['mount-propagation NotSupported volumeMounts.mountPropagation'],
    ],
    [
      'a two-way propagation',
      { name: 'data', mountPath: '/a', mountPropagation: 'Bidirectional' },
      ['mount-propagation Forbidden volumeMounts.mountPropagation'],
    ],
    ['read-only all the way down', { name: 'data', mountPath: '/a', readOnly: true, recursiveReadOnly: 'Enabled' }, []],
    [
      'recursion without readOnly',
      { name: 'data', mountPath: '/a', recursiveReadOnly: 'IfPossible' },
      ['recursive-read-only Forbidden volumeMounts.recursiveReadOnly'],
    ],
    [
      'recursion with propagation',
      {
        name: 'data',
        mountPath: '/a',
        readOnly: true,
        recursiveReadOnly: 'Enabled',
        mountPropagation: 'HostToContainer',
      },
      ['recursive-read-only Forbidden volumeMounts.recursiveReadOnly'],
    ],
    [
      'an unknown recursion',
      { name: 'data', mountPath: '/a', recursiveReadOnly: 'Yes' },
      ['recursive-read-only NotSupported volumeMounts.recursiveReadOnly'],
    ],
  ])('%s', (_title, mount, expected) => {
    expect(ofMounts({ volumeMounts: [mount] })).toEqual(expected);
  });

  test('a path holds one volume', () => {
    const volumeMounts = [
      { name: 'data', mountPath: '/a' },
      { name: 'claim', mountPath: '/a' },
    ];
    expect(ofMounts({ volumeMounts })).toEqual(['duplicate-mount-path Invalid volumeMounts[1].mountPath']);
  });

  test('a privileged container may propagate its mounts to the host', () => {
    const volumeMounts = [{ name: 'data', mountPath: '/a', mountPropagation: 'Bidirectional' }];
    expect(ofMounts({ volumeMounts, securityContext: { privileged: true } })).toEqual([]);
  });

  test('a volume that is broken itself is not found', () => {
    const containers = [{ name: 'app', image: 'nginx', volumeMounts: [{ name: 'data', mountPath: '/a' }] }];
    expect(ofPod({ containers, volumes: [{ name: 'data', secret: {} }] })).toEqual([
      'required-field Required volumes[0].secret.secretName',
      'unknown-volume NotFound containers[0].volumeMounts[0].name',
    ]);
  });
});

describe('volume devices', () => {
  test.each([
    ['a claim', { name: 'claim', devicePath: '/dev/xvda' }, []],
    ['another volume', { name: 'data', devicePath: '/dev/xvda' }, ['block-volume Invalid volumeDevices[0].name']],
    ['an unknown volume', { name: 'none', devicePath: '/dev/xvda' }, ['unknown-volume NotFound volumeDevices[0].name']],
    ['no path', { name: 'claim' }, ['required-field Required volumeDevices[0].devicePath']],
    [
      'a path that steps up',
      { name: 'claim', devicePath: '/dev/../a' },
      ['path-backstep Invalid volumeDevices[0].devicePath'],
    ],
  ])('%s', (_title, device, expected) => {
    expect(ofMounts({ volumeDevices: [device] })).toEqual(expected);
  });

  test('a volume and a path are used as a file system or as a device', () => {
    const part = {
      volumeMounts: [{ name: 'claim', mountPath: '/a' }],
      volumeDevices: [{ name: 'claim', devicePath: '/a' }],
    };
    expect(ofMounts(part)).toEqual([
      'mount-and-device Invalid volumeMounts[0].name',
      'mount-and-device Invalid volumeMounts[0].mountPath',
      'mount-and-device Invalid volumeDevices[0].name',
      'mount-and-device Invalid volumeDevices[0].devicePath',
    ]);
  });

  test('each device is there once', () => {
    const device = { name: 'claim', devicePath: '/dev/a' };
    expect(ofMounts({ volumeDevices: [device, device] })).toEqual([
      'duplicate-device Invalid volumeDevices[1].name',
      'duplicate-device Invalid volumeDevices[1].devicePath',
    ]);
  });
});
