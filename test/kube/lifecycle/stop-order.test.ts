import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import type { LifecycleHandler } from '../../../lib/kube/api/probe';
import { stopOrderOf } from '../../../lib/kube/lifecycle';

const sidecar = (name: string, preStop?: LifecycleHandler): Container => ({
  ...app(name, preStop),
  restartPolicy: 'Always',
});
const sleep = (seconds: number): LifecycleHandler => ({ sleep: { seconds } });
const command: LifecycleHandler = { exec: { command: ['drain'] } };

function app(name: string, preStop?: LifecycleHandler): Container {
  return preStop === undefined ? { name } : { name, lifecycle: { preStop } };
}

const timesOf = (spec: PodSpec) =>
  stopOrderOf(spec).steps.flatMap(({ containers }) =>
    containers.map(({ name, signalled, left }) => [name, signalled.least, signalled.most, left.least, left.most]),
  );

describe('the order', () => {
  const spec: PodSpec = {
    initContainers: [sidecar('mesh'), { name: 'init' }, sidecar('logs')],
    containers: [app('api'), app('web')],
  };

  test('apps stop together, then the sidecars, the last started first', () => {
    const { steps } = stopOrderOf(spec, { target: '1.36' });
    expect(steps.map(({ step, role, containers }) => [step, role, containers.map(({ path }) => path)])).toEqual([
      [1, 'app', ['spec.containers[0]', 'spec.containers[1]']],
      [2, 'sidecar', ['spec.initContainers[2]']],
      [3, 'sidecar', ['spec.initContainers[0]']],
    ]);
  });

  test('before 1.29 there are no sidecars to stop', () => {
    expect(stopOrderOf(spec, { target: '1.28' }).steps).toHaveLength(1);
  });
});

describe('the times, of thirty seconds', () => {
  test.each<[string, PodSpec, (string | number)[][]]>([
    ['no hooks', { containers: [app('a')] }, [['a', 0, 0, 30, 30]]],
    ['a pause', { containers: [app('a', sleep(10))] }, [['a', 10, 10, 20, 20]]],
    ['a pause longer than the grace period', { containers: [app('a', sleep(40))] }, [['a', 30, 30, 2, 2]]],
    ['a command', { containers: [app('a', command)] }, [['a', 0, 30, 2, 30]]],
    [
      'the old tcpSocket, which does nothing',
      { containers: [app('a', { tcpSocket: { port: 1 } })] },
      [['a', 0, 0, 30, 30]],
    ],
    [
      'a sidecar waits for the apps',
      { initContainers: [sidecar('s')], containers: [app('a', sleep(10)), app('b')] },
      [
        ['a', 10, 10, 20, 20],
        ['b', 0, 0, 30, 30],
        ['s', 10, 30, 2, 20],
      ],
    ],
    [
      "a sidecar's own pause runs beside the apps' hooks",
      { initContainers: [sidecar('s', sleep(15))], containers: [app('a', sleep(10))] },
      [
        ['a', 10, 10, 20, 20],
        ['s', 15, 30, 2, 15],
      ],
    ],
    [
      'sidecars wait for one another',
      { initContainers: [sidecar('first'), sidecar('last', sleep(12))], containers: [app('a')] },
      [
        ['a', 0, 0, 30, 30],
        ['last', 12, 30, 2, 18],
        ['first', 12, 30, 2, 18],
      ],
    ],
  ])('%s', (_what, spec, times) => {
    expect(timesOf(spec)).toEqual(times);
  });
});

describe('the grace period', () => {
  test.each<[string, PodSpec, number, number]>([
    ['is 30 where none is written', { containers: [app('a')] }, 30, 30],
    ['is what is written', { containers: [app('a')], terminationGracePeriodSeconds: 5 }, 5, 5],
    [
      'is 1 where it is negative, and everyone gets 2',
      { containers: [app('a')], terminationGracePeriodSeconds: -1 },
      1,
      2,
    ],
    [
      'is exceeded by who is asked at its end',
      { containers: [app('a', command)], terminationGracePeriodSeconds: 5 },
      5,
      7,
    ],
    ['is exceeded by sidecars', { initContainers: [sidecar('s')], containers: [app('a')] }, 30, 32],
  ])('%s', (_what, spec, grace, gone) => {
    expect(stopOrderOf(spec)).toMatchObject({ grace, gone });
  });

  test('of zero kills at once, without hooks', () => {
    const { gone, steps } = stopOrderOf({ containers: [app('a', sleep(1))], terminationGracePeriodSeconds: 0 });
    expect(gone).toBe(0);
    expect(steps[0]?.containers[0]).toEqual({
      name: 'a',
      path: 'spec.containers[0]',
      signal: 'SIGKILL',
      signalled: { least: 0, most: 0 },
      left: { least: 0, most: 0 },
    });
  });
});

test('the hook and the signal are told', () => {
  const [step] = stopOrderOf({ containers: [app('a', sleep(3)), app('b', command), app('c')] }).steps;
  expect(step?.containers.map(({ preStop }) => preStop)).toEqual([
    { kind: 'sleep', seconds: 3 },
    { kind: 'exec' },
    undefined,
  ]);
  expect(step?.containers.map(({ signal }) => signal)).toEqual(['SIGTERM', 'SIGTERM', 'SIGTERM']);
});

test('a signal that the cluster ignores is not told: its feature is off', () => {
  const spec: PodSpec = { os: { name: 'linux' }, containers: [{ name: 'a', lifecycle: { stopSignal: 'SIGUSR1' } }] };
  expect(stopOrderOf(spec, { target: '1.36' }).steps[0]?.containers[0]?.signal).toBe('SIGTERM');
});
