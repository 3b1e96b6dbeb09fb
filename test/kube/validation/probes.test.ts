import { container, ofContainer, ofPod } from './pod-support';

const exec = { command: ['true'] };
const httpGet = { path: '/', port: 80, scheme: 'HTTP' };

describe('handlers', () => {
  const probe = 'livenessProbe';
  test.each([
    ['a command', { exec }, []],
    ['no command', { exec: {} }, [`exec-command Required ${probe}.exec.command`]],
    ['no handler', {}, [`probe-handlers Required ${probe}`]],
    ['two handlers', { exec, httpGet }, [`probe-handlers Forbidden ${probe}.httpGet`]],
    ['a broken second handler', { exec, grpc: { port: 0 } }, [`probe-handlers Forbidden ${probe}.grpc`]],
    ['a named port', { httpGet: { port: 'http' } }, []],
    ['a number as text', { httpGet: { port: '80' } }, [`invalid-port-name Invalid ${probe}.httpGet.port`]],
    ['no port', { httpGet: {} }, [`port-range Invalid ${probe}.httpGet.port`]],
    ['port 0', { tcpSocket: { port: 0 } }, [`port-range Invalid ${probe}.tcpSocket.port`]],
    ['a gRPC port of 65536', { grpc: { port: 65536 } }, [`port-range Invalid ${probe}.grpc.port`]],
    [
      'another scheme',
      { httpGet: { ...httpGet, scheme: 'http' } },
      [`http-scheme NotSupported ${probe}.httpGet.scheme`],
    ],
    [
      'a header with a blank',
      { httpGet: { ...httpGet, httpHeaders: [{ name: 'a b', value: '' }] } },
      [`invalid-header-name Invalid ${probe}.httpGet.httpHeaders`],
    ],
  ])('%s', (_title, livenessProbe, expected) => {
    expect(ofContainer({ livenessProbe })).toEqual(expected);
  });
});

describe('numbers of probes', () => {
  test.each([
    ['initialDelaySeconds', -1],
    ['timeoutSeconds', -1],
    ['periodSeconds', -1],
    ['failureThreshold', -1],
    ['successThreshold', -1],
  ])('%s cannot be %d', (field, number) => {
    expect(ofContainer({ readinessProbe: { exec, [field]: number } })).toEqual([
      `negative-number Invalid readinessProbe.${field}`,
    ]);
  });

  test.each(['livenessProbe', 'startupProbe'])('a %s succeeds at once', (field) => {
    const expected = [`probe-success-threshold Invalid ${field}.successThreshold`];
    expect(ofContainer({ [field]: { exec, successThreshold: 2 } })).toEqual(expected);
    expect(ofContainer({ readinessProbe: { exec, successThreshold: 2 } })).toEqual([]);
  });

  test.each([
    ['livenessProbe', 1, 0],
    ['livenessProbe', 0, 1],
    ['startupProbe', -1, 1],
    ['readinessProbe', 1, 1],
    ['readinessProbe', 0, 2],
  ])('%s with a grace period of %d', (field, terminationGracePeriodSeconds, count) => {
    expect(ofContainer({ [field]: { exec, terminationGracePeriodSeconds } })).toEqual(
      Array(count).fill(`probe-grace-period Invalid ${field}.terminationGracePeriodSeconds`),
    );
  });
});

describe('lifecycle', () => {
  test.each([
    ['a hook', { preStop: { exec } }, []],
    ['an empty hook', { preStop: {} }, ['lifecycle-handlers Required lifecycle.preStop']],
    ['two handlers', { postStart: { exec, httpGet } }, ['lifecycle-handlers Forbidden lifecycle.postStart.httpGet']],
    ['any stop signal, which the server drops', { stopSignal: 'SIGNONSENSE' }, []],
    ['a short sleep', { preStop: { sleep: { seconds: 5 } } }, []],
    ['a sleep of 0', { preStop: { sleep: { seconds: 0 } } }, []],
    ['a negative sleep', { preStop: { sleep: { seconds: -1 } } }, ['sleep-seconds Invalid lifecycle.preStop.sleep']],
    [
      'a sleep longer than the grace period',
      { preStop: { sleep: { seconds: 31 } } },
      ['sleep-seconds Invalid lifecycle.preStop.sleep'],
    ],
  ])('%s', (_title, lifecycle, expected) => {
    expect(ofContainer({ lifecycle })).toEqual(expected);
  });

  test('a sleep may last as long as the Pod has to end', () => {
    const lifecycle = { preStop: { sleep: { seconds: 60 } } };
    expect(ofContainer({ lifecycle }, {}, { terminationGracePeriodSeconds: 60 })).toEqual([]);
  });

  test('sleep came in 1.30, and sleep of 0 in 1.33', () => {
    const zero = { preStop: { sleep: { seconds: 0 } } };
    const invalid = ['sleep-seconds Invalid lifecycle.preStop.sleep'];
    expect(ofContainer({ lifecycle: zero }, { version: '1.32' })).toEqual(invalid);
    expect(ofContainer({ lifecycle: zero }, { version: '1.29' })).toEqual([]);
    const both = { preStop: { exec: {}, sleep: { seconds: 99 } } };
    const exec = ['exec-command Required lifecycle.preStop.exec.command'];
    expect(ofContainer({ lifecycle: both }, { version: '1.29' })).toEqual(exec);
  });

  test.each([
    ['a stop signal', { stopSignal: 'SIGUSR1' }, '1.36', false],
    ['a sleep before 1.30', { preStop: { sleep: { seconds: 5 } } }, '1.29', false],
    ['a hook beside a stop signal', { stopSignal: 'SIGUSR1', preStop: { exec } }, '1.36', true],
    ['nothing at all', {}, '1.36', true],
  ] as const)('whether an init container with %s has hooks', (_title, lifecycle, version, isForbidden) => {
    const forbidden = isForbidden ? ['init-container-field Forbidden initContainers[0].lifecycle'] : [];
    expect(ofPod({ initContainers: [container('init', { lifecycle })] }, { version })).toEqual(forbidden);
  });
});
