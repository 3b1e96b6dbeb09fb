import { container, ofContainer, ofPod } from './pod-support';

describe('ports', () => {
  test.each([
    ['a number', { containerPort: 80 }, []],
    ['no number', {}, ['port-range Required ports[0].containerPort']],
    ['65536', { containerPort: 65536 }, ['port-range Invalid ports[0].containerPort']],
    ['a negative number', { containerPort: -1 }, ['port-range Invalid ports[0].containerPort']],
    ['a host port of 70000', { containerPort: 80, hostPort: 70000 }, ['port-range Invalid ports[0].hostPort']],
    ['any text as host address', { containerPort: 80, hostPort: 80, hostIP: 'nonsense' }, []],
    ['another protocol', { containerPort: 80, protocol: 'HTTP' }, ['port-protocol NotSupported ports[0].protocol']],
    ['a name of 16 letters', { containerPort: 80, name: 'a'.repeat(16) }, ['invalid-port-name Invalid ports[0].name']],
    ['a name without a letter', { containerPort: 80, name: '80' }, ['invalid-port-name Invalid ports[0].name']],
    ['a name with two dashes', { containerPort: 80, name: 'a--b' }, ['invalid-port-name Invalid ports[0].name']],
  ])('%s', (_title, port, expected) => {
    expect(ofContainer({ ports: [port] })).toEqual(expected);
  });

  test('names are unique in a container, numbers need not be', () => {
    const ports = [
      { containerPort: 80, name: 'http' },
      { containerPort: 80, name: 'http' },
    ];
    expect(ofContainer({ ports })).toEqual(['duplicate-port-name Duplicate ports[1].name']);
    const inTwo = { containers: [container('a', { ports: [ports[0]] }), container('b', { ports: [ports[0]] })] };
    expect(ofPod(inTwo)).toEqual([]);
  });

  test('a host port is given once, per protocol and address', () => {
    const ports = [
      { containerPort: 1, hostPort: 80 },
      { containerPort: 2, hostPort: 80, protocol: 'TCP' },
      { containerPort: 3, hostPort: 80, protocol: 'UDP' },
      { containerPort: 4, hostPort: 80, hostIP: '127.0.0.1' },
    ];
    expect(ofContainer({ ports })).toEqual(['duplicate-host-port Duplicate ports[1].hostPort']);
  });

  test('on the network of the host the host port is the container port', () => {
    const expected = ['host-network-port Invalid ports[0].hostPort'];
    const ports = [{ containerPort: 80, hostPort: 81 }];
    expect(ofContainer({ ports }, {}, { hostNetwork: true })).toEqual(expected);
    expect(ofContainer({ ports: [{ containerPort: 80 }] }, {}, { hostNetwork: true })).toEqual([]);
  });
});

describe('env', () => {
  test.each([
    ['', '1.36', ['required-field Required env[0].name']],
    ['A B', '1.36', []],
    ['..', '1.36', []],
    ['A=B', '1.36', ['invalid-env-name Invalid env[0].name']],
    ['é', '1.36', ['invalid-env-name Invalid env[0].name']],
    ['A B', '1.31', ['invalid-env-name Invalid env[0].name']],
    ['..', '1.31', ['invalid-env-name Invalid env[0].name']],
    ['A.b-c_1', '1.31', []],
  ] as const)('the name %j in %s', (name, version, expected) => {
    expect(ofContainer({ env: [{ name }] }, { version })).toEqual(expected);
  });

  test('a name may come twice', () => {
    expect(
      ofContainer({
        env: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      }),
    ).toEqual([]);
  });

  const at = 'env[0].valueFrom';
  test.each([
    ['no source', {}, [`env-sources Invalid ${at}`]],
    [
      'two sources',
      { fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 's', key: 'k' } },
      [`env-sources Invalid ${at}`],
    ],
    ['a field', { fieldRef: { fieldPath: 'status.podIP' } }, []],
    ['a label', { fieldRef: { fieldPath: "metadata.labels['app.kubernetes.io/name']" } }, []],
    [
      'all labels',
      { fieldRef: { fieldPath: 'metadata.labels' } },
      [`field-ref-path NotSupported ${at}.fieldRef.fieldPath`],
    ],
    [
      'a label with a bad key',
      { fieldRef: { fieldPath: "metadata.labels['-']" } },
      [`invalid-name Invalid ${at}.fieldRef`],
    ],
    [
      'a key of another field',
      { fieldRef: { fieldPath: "metadata.name['a']" } },
      [`field-ref-path Invalid ${at}.fieldRef.fieldPath`],
    ],
    [
      'a field that is not shown',
      { fieldRef: { fieldPath: 'spec.schedulerName' } },
      [`field-ref-path NotSupported ${at}.fieldRef.fieldPath`],
    ],
    [
      'a field that is none',
      { fieldRef: { fieldPath: 'spec.nonsense' } },
      [`field-ref-path Invalid ${at}.fieldRef.fieldPath`],
    ],
    ['no field', { fieldRef: {} }, [`required-field Required ${at}.fieldRef.fieldPath`]],
    [
      'another version',
      { fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } },
      [`field-ref-version Invalid ${at}.fieldRef.fieldPath`],
    ],
    ['a resource', { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } }, []],
    ['huge pages', { resourceFieldRef: { resource: 'requests.hugepages-2Mi', divisor: '1Mi' } }, []],
    [
      'a resource that is not shown',
      { resourceFieldRef: { resource: 'limits.gpu' } },
      [`resource-field NotSupported ${at}.resourceFieldRef.resource`],
    ],
    ['no resource', { resourceFieldRef: {} }, [`required-field Required ${at}.resourceFieldRef.resource`]],
    [
      'a divisor of another unit',
      { resourceFieldRef: { resource: 'limits.cpu', divisor: '1Mi' } },
      [`resource-divisor Invalid ${at}.resourceFieldRef.divisor`],
    ],
    ['a divisor of 0', { resourceFieldRef: { resource: 'limits.memory', divisor: '0' } }, []],
    ['a ConfigMap key', { configMapKeyRef: { name: 'c', key: 'k' } }, []],
    ['no ConfigMap name', { configMapKeyRef: { key: 'k' } }, [`invalid-name Invalid ${at}.configMapKeyRef.name`]],
    ['no Secret key', { secretKeyRef: { name: 's' } }, [`required-field Required ${at}.secretKeyRef.key`]],
    ['a key with a slash', { secretKeyRef: { name: 's', key: 'a/b' } }, [`invalid-key Invalid ${at}.secretKeyRef.key`]],
  ])('%s', (_title, valueFrom, expected) => {
    expect(ofContainer({ env: [{ name: 'A', valueFrom }] })).toEqual(expected);
  });

  test.each([
    ['a file', { volumeName: 'files', path: '/a.env', key: 'A B' }, []],
    ['a file outside', { volumeName: 'files', path: 'a/../../b', key: 'K' }, ['path-backstep Invalid path']],
    ['a key with "="', { volumeName: 'files', path: 'a', key: 'A=B' }, ['invalid-env-name Invalid key']],
    ['an unknown volume', { volumeName: 'other', path: 'a', key: 'K' }, ['unknown-volume NotFound volumeName']],
    [
      'a volume that is no emptyDir',
      { volumeName: 'config', path: 'a', key: 'K' },
      ['env-file-volume Invalid volumeName'],
    ],
    [
      'nothing',
      {},
      ['required-field Required key', 'required-field Required path', 'required-field Required volumeName'],
    ],
  ])('an env file: %s', (_title, fileKeyRef, expected) => {
    const volumes = [{ name: 'files' }, { name: 'config', configMap: { name: 'config' } }];
    const lines = ofContainer({ env: [{ name: 'A', valueFrom: { fileKeyRef } }] }, {}, { volumes });
    expect(lines.map((line) => line.replace(`${at}.fileKeyRef.`, ''))).toEqual(expected);
  });

  test('a value and a source exclude each other', () => {
    const env = [{ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }];
    expect(ofContainer({ env })).toEqual([`env-sources Invalid ${at}`]);
  });

  test('a server that does not know a source finds none', () => {
    const env = [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'a', key: 'K' } } }];
    expect(ofContainer({ env }, { version: '1.34' })).toEqual([`env-sources Invalid ${at}`]);
    const hostIPs = [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.hostIPs' } } }];
    const unsupported = [`field-ref-path NotSupported ${at}.fieldRef.fieldPath`];
    expect(ofContainer({ env: hostIPs }, { version: '1.28' })).toEqual(unsupported);
    expect(ofContainer({ env: hostIPs }, { version: '1.29' })).toEqual([]);
  });
});

describe('envFrom', () => {
  test.each([
    ['a ConfigMap', { configMapRef: { name: 'c' }, prefix: 'A_' }, []],
    ['a name that ends in a dash', { configMapRef: { name: 'ab-' } }, []],
    ['no source', {}, ['env-from-sources Invalid envFrom']],
    ['two sources', { configMapRef: { name: 'c' }, secretRef: { name: 's' } }, ['env-from-sources Invalid envFrom']],
    ['no name', { secretRef: {} }, ['required-field Required envFrom[0].secretRef.name']],
    ['a bad name', { secretRef: { name: 'A' } }, ['invalid-name Invalid envFrom[0].secretRef.name']],
    ['a bad prefix', { secretRef: { name: 's' }, prefix: '=' }, ['invalid-env-name Invalid envFrom[0].prefix']],
  ])('%s', (_title, source, expected) => {
    expect(ofContainer({ envFrom: [source] })).toEqual(expected);
  });
});
