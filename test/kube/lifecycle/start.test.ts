import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import type { Probe } from '../../../lib/kube/api/probe';
import { secondsToNotice, secondsUntilFailure, secondsUntilSuccess, startPlan } from '../../../lib/kube/lifecycle';

const named = (name: string, more: Partial<Container> = {}): Container => ({ name, ...more });
const sidecar = (name: string, more: Partial<Container> = {}) => named(name, { restartPolicy: 'Always', ...more });

describe('the order', () => {
  const spec: PodSpec = {
    initContainers: [named('first'), sidecar('proxy'), named('second')],
    containers: [named('app'), named('cache')],
  };

  test('init containers and sidecars one by one, then regular containers together', () => {
    expect(
      startPlan(spec).steps.map(({ role, through, containers }) => [role, through, containers.map(({ name }) => name)]),
    ).toEqual([
      ['init', 'ended', ['first']],
      ['sidecar', 'started', ['proxy']],
      ['init', 'ended', ['second']],
      ['app', 'started', ['app', 'cache']],
    ]);
  });

  test('paths tell them apart', () => {
    expect(startPlan(spec).steps[1]?.containers[0]?.path).toBe('spec.initContainers[1]');
  });

  test('a regular container waits for the hooks of those before it', () => {
    const hook = { lifecycle: { postStart: { exec: { command: ['wait'] } } } };
    const [step] = startPlan({ containers: [named('proxy', hook), named('app')] }).steps;
    expect(step?.containers.map(({ afterHooksOf }) => afterHooksOf)).toEqual([[], ['proxy']]);
  });
});

describe('what happens when a container fails', () => {
  test.each<[string, PodSpec, string]>([
    ['a regular one starts again', { containers: [named('app')] }, 'startsAgain'],
    ['not where the Pod says Never', { restartPolicy: 'Never', containers: [named('app')] }, 'staysEnded'],
    ['an init container is tried again', { initContainers: [named('init')], containers: [] }, 'startsAgain'],
    ['and else fails the Pod', { restartPolicy: 'Never', initContainers: [named('init')], containers: [] }, 'podFails'],
    [
      'a sidecar always starts again',
      { restartPolicy: 'Never', initContainers: [sidecar('side')], containers: [] },
      'startsAgain',
    ],
    ['its own policy comes first', { containers: [named('app', { restartPolicy: 'Never' })] }, 'staysEnded'],
  ])('%s', (_, spec, outcome) => {
    expect(startPlan(spec).steps[0]?.containers[0]?.ifItFails).toBe(outcome);
  });
});

describe('times of probes', () => {
  test.each<[Probe, number, number, number]>([
    [{}, 30, 31, 0],
    [{ failureThreshold: 30, periodSeconds: 2 }, 60, 61, 0],
    [{ initialDelaySeconds: 5, failureThreshold: 1, periodSeconds: 3 }, 8, 4, 5],
    [{ successThreshold: 3, periodSeconds: 4, initialDelaySeconds: 1 }, 13, 13, 9],
    [{ timeoutSeconds: 20, failureThreshold: 2 }, 40, 50, 0],
    [{ periodSeconds: 3, timeoutSeconds: 2, failureThreshold: 1 }, 3, 5, 0],
  ])('%j fails after %s at the latest, notices in %s, succeeds after %s', (probe, failure, notice, success) => {
    expect(secondsUntilFailure(probe)).toBe(failure);
    expect(secondsToNotice(probe)).toBe(notice);
    expect(secondsUntilSuccess(probe)).toBe(success);
  });

  test('of a container with all three', () => {
    const probes = {
      startupProbe: { failureThreshold: 10, periodSeconds: 5 },
      readinessProbe: { initialDelaySeconds: 7, periodSeconds: 2 },
      livenessProbe: { periodSeconds: 10, terminationGracePeriodSeconds: 5 },
    };
    const [step] = startPlan({ containers: [named('app', probes)] }).steps;
    expect(step?.containers[0]).toMatchObject({
      startupBudget: 50,
      soonestReady: 7,
      unreadyAfter: 7,
      restartAfter: 31,
      probeGrace: 5,
    });
  });

  test('of a container with none', () => {
    const [step] = startPlan({ containers: [named('app')] }).steps;
    expect(step?.containers[0]).toEqual({
      name: 'app',
      path: 'spec.containers[0]',
      soonestReady: 0,
      afterHooksOf: [],
      ifItFails: 'startsAgain',
    });
  });
});

describe('the worst case', () => {
  const slow: Partial<Container> = { startupProbe: { failureThreshold: 30, periodSeconds: 2 } };

  test('is the sum of the steps', () => {
    const plan = startPlan({ initContainers: [sidecar('proxy', slow)], containers: [named('app', slow), named('b')] });
    expect(plan.steps.map(({ worstCase }) => worstCase)).toEqual([60, 60]);
    expect(plan.worstCase).toBe(120);
  });

  test('is not known where something runs to its end, or a hook does', () => {
    expect(startPlan({ initContainers: [named('init')], containers: [named('app')] })).not.toHaveProperty('worstCase');
    const hook = { lifecycle: { postStart: { exec: {} } } };
    expect(startPlan({ containers: [named('app', hook)] })).not.toHaveProperty('worstCase');
  });

  test('knows how long a hook sleeps', () => {
    const hook = { lifecycle: { postStart: { sleep: { seconds: 5 } } } };
    expect(startPlan({ containers: [named('proxy', hook), named('app', slow)] }).worstCase).toBe(65);
  });
});

describe('readiness of the Pod', () => {
  const check: Probe = { tcpSocket: { port: 8080 } };

  test.each<[string, PodSpec, number]>([
    ['no probes', { containers: [named('app')] }, 0],
    ['a delay', { containers: [named('app', { readinessProbe: { ...check, initialDelaySeconds: 10 } })] }, 10],
    ['several successes', { containers: [named('app', { readinessProbe: { ...check, successThreshold: 3 } })] }, 20],
    [
      'both delays count from the start of the process',
      {
        containers: [
          named('app', {
            startupProbe: { ...check, initialDelaySeconds: 15 },
            readinessProbe: { ...check, initialDelaySeconds: 10 },
          }),
        ],
      },
      15,
    ],
    [
      'a sidecar that must start first',
      {
        initContainers: [sidecar('proxy', { startupProbe: { ...check, initialDelaySeconds: 4 } }), named('init')],
        containers: [named('app', { readinessProbe: { ...check, initialDelaySeconds: 10 } })],
      },
      14,
    ],
    [
      'a sidecar that is ready later than the apps',
      {
        initContainers: [sidecar('proxy', { readinessProbe: { ...check, initialDelaySeconds: 60 } })],
        containers: [named('app')],
      },
      60,
    ],
    [
      'a pause after the start of the container before',
      {
        containers: [
          named('first', { lifecycle: { postStart: { sleep: { seconds: 4 } } } }),
          named('app', { readinessProbe: { ...check, initialDelaySeconds: 3 } }),
        ],
      },
      7,
    ],
    [
      'a slow answer does not delay successes',
      { containers: [named('app', { readinessProbe: { ...check, successThreshold: 2, timeoutSeconds: 60 } })] },
      10,
    ],
  ])('%s', (_, spec, soonest) => {
    expect(startPlan(spec).ready.soonest).toBe(soonest);
  });

  test('names who is asked', () => {
    const { ready } = startPlan({
      initContainers: [named('init', { readinessProbe: check }), sidecar('proxy', { readinessProbe: check })],
      containers: [named('app', { readinessProbe: check }), named('cache')],
      readinessGates: [{ conditionType: 'example.com/lb' }],
    });
    expect(ready).toMatchObject({ probed: ['proxy', 'app'], gates: ['example.com/lb'] });
  });
});

test('before 1.29 there are no sidecars, and the next container waits for the end of one', () => {
  const spec: PodSpec = { initContainers: [sidecar('proxy')], containers: [named('app')] };
  expect(startPlan(spec, '1.28').steps[0]).toMatchObject({ role: 'init', through: 'ended' });
  expect(startPlan(spec, '1.29').steps[0]).toMatchObject({ role: 'sidecar', through: 'started' });
});
