import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { stopNeed } from '../../../lib/kube/lifecycle';

const named = (name: string, sleep?: number): Container => ({
  name,
  ...(sleep === undefined ? {} : { lifecycle: { preStop: { sleep: { seconds: sleep } } } }),
});
const sidecar = (name: string, sleep?: number): Container => ({ ...named(name, sleep), restartPolicy: 'Always' });

describe('how long a Pod takes to end', () => {
  test.each<readonly [rule: string, spec: PodSpec, times: Readonly<Record<string, number>>, seconds: number]>([
    ['nothing where nothing is known', { containers: [named('app')] }, {}, 0],
    ['the hook, then the program', { containers: [named('app', 5)] }, { app: 20 }, 25],
    ['regular containers together', { containers: [named('app', 5), named('b')] }, { app: 2, b: 9 }, 9],
    [
      'sidecars after the application, one after the other',
      { initContainers: [sidecar('proxy'), named('init'), sidecar('logs')], containers: [named('app')] },
      { app: 20, logs: 6, proxy: 5, init: 99 },
      31,
    ],
    [
      'the hook of a sidecar runs while the application still stops',
      { initContainers: [sidecar('proxy', 10)], containers: [named('app')] },
      { app: 20, proxy: 5 },
      25,
    ],
    [
      'a hook that is longer than the turn is waited for',
      { initContainers: [sidecar('proxy', 25)], containers: [named('app')] },
      { app: 20, proxy: 5 },
      30,
    ],
  ])('%s', (_, spec, times, seconds) => {
    expect(stopNeed(spec, times).seconds).toBe(seconds);
  });

  test('says when each signal comes and who is waited for', () => {
    const spec = { initContainers: [sidecar('logs')], containers: [named('app', 5), named('quick')] };
    expect(stopNeed(spec, { app: 20, quick: 1, logs: 6 }).steps).toEqual([
      { name: 'app', signal: 5, end: 25 },
      { name: 'logs', signal: 25, end: 31 },
    ]);
  });

  test('below 1.29 there are no sidecars, and what stands among the init containers has ended', () => {
    const spec = { initContainers: [sidecar('logs')], containers: [named('app')] };
    expect(stopNeed(spec, { app: 20, logs: 6 }, '1.28').seconds).toBe(20);
  });
});
