import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { stopPlan } from '../../../lib/kube/lifecycle';

const named = (name: string, more: Partial<Container> = {}): Container => ({ name, ...more });
const sidecar = (name: string, more: Partial<Container> = {}) => named(name, { restartPolicy: 'Always', ...more });
const sleeping = (seconds: number): Partial<Container> => ({ lifecycle: { preStop: { sleep: { seconds } } } });

describe('the order', () => {
  const spec = {
    initContainers: [sidecar('proxy'), named('init'), sidecar('logs')],
    containers: [named('app'), named('cache', { lifecycle: { stopSignal: 'SIGQUIT' } })],
  };

  test('regular containers together, then sidecars from last to first; init containers are gone', () => {
    expect(stopPlan(spec).steps.map(({ role, containers }) => [role, containers.map(({ name }) => name)])).toEqual([
      ['app', ['app', 'cache']],
      ['sidecar', ['logs']],
      ['sidecar', ['proxy']],
    ]);
  });

  test('each gets SIGTERM: a cluster drops a signal of its own, whose feature is off', () => {
    expect(stopPlan(spec).steps[0]?.containers.map(({ signal }) => signal)).toEqual(['SIGTERM', 'SIGTERM']);
  });

  test('hooks run at once, of sidecars too', () => {
    const exec = { lifecycle: { preStop: { exec: { command: ['drain'] } } } };
    expect(
      stopPlan({ initContainers: [sidecar('proxy', sleeping(5))], containers: [named('app', exec)] }).hooks,
    ).toEqual([
      { name: 'app', path: 'spec.containers[0].lifecycle.preStop', action: 'exec' },
      { name: 'proxy', path: 'spec.initContainers[0].lifecycle.preStop', action: 'sleep', seconds: 5 },
    ]);
  });
});

describe('the time', () => {
  test('is 30 seconds unless the Pod says otherwise', () => {
    expect(stopPlan({ containers: [named('app')] })).toMatchObject({ grace: 30, worstCase: 30 });
    expect(stopPlan({ containers: [named('app')], terminationGracePeriodSeconds: 90 }).grace).toBe(90);
  });

  test('a negative grace period is one second', () => {
    expect(stopPlan({ containers: [named('app')], terminationGracePeriodSeconds: -1 })).toMatchObject({
      grace: 1,
      worstCase: 2,
    });
  });

  test('a grace period of 0 leaves no time for hooks', () => {
    const plan = stopPlan({ containers: [named('app', sleeping(5))], terminationGracePeriodSeconds: 0 });
    expect(plan).toMatchObject({ grace: 0, hooks: [], worstCase: 2 });
  });

  test('what a hook sleeps is taken from the window, down to two seconds', () => {
    const windows = [10, 40].map((seconds) => stopPlan({ containers: [named('app', sleeping(seconds))] }));
    expect(windows.map(({ steps }) => steps[0]?.containers[0]?.windowAtMost)).toEqual([20, 2]);
    expect(windows.map(({ worstCase }) => worstCase)).toEqual([32, 32]);
  });

  test('a sidecar has what the containers before it leave', () => {
    const spec = {
      initContainers: [sidecar('proxy'), sidecar('logs', sleeping(15))],
      containers: [named('app', sleeping(10))],
    };
    expect(stopPlan(spec).steps.map(({ containers }) => containers.map(({ windowAtMost }) => windowAtMost))).toEqual([
      [20],
      [15],
      [15],
    ]);
  });
});

describe('the least that is left', () => {
  const exec: Partial<Container> = { lifecycle: { preStop: { exec: { command: ['drain'] } } } };

  test.each<[string, PodSpec, [string, number, number][]]>([
    ['is everything without a hook', { containers: [named('app')] }, [['app', 30, 30]]],
    ['is what a pause leaves', { containers: [named('app', sleeping(10))] }, [['app', 20, 20]]],
    ['is two seconds after a pause that is too long', { containers: [named('app', sleeping(40))] }, [['app', 2, 2]]],
    ['is two seconds after a program', { containers: [named('app', exec)] }, [['app', 2, 30]]],
    [
      'is two seconds for a sidecar, and the most what the longest pause leaves',
      { initContainers: [sidecar('proxy', sleeping(15))], containers: [named('app', sleeping(10))] },
      [
        ['app', 20, 20],
        ['proxy', 2, 15],
      ],
    ],
  ])('%s', (_, spec, windows) => {
    const stopping = stopPlan(spec).steps.flatMap(({ containers }) => containers);
    expect(stopping.map(({ name, windowAtLeast, windowAtMost }) => [name, windowAtLeast, windowAtMost])).toEqual(
      windows,
    );
  });

  test('before 1.29 there are no sidecars to stop', () => {
    const spec: PodSpec = { initContainers: [sidecar('proxy')], containers: [named('app')] };
    expect(stopPlan(spec, '1.28').steps).toHaveLength(1);
    expect(stopPlan(spec, '1.29').steps).toHaveLength(2);
  });
});
