import type { Container } from '../../../lib/kube/api/container';
import type { PodSpec } from '../../../lib/kube/api/pod';
import type { Probe } from '../../../lib/kube/api/probe';
import { FieldPath } from '../../../lib/kube/field-path';
import { startOrderOf } from '../../../lib/kube/lifecycle';

const check: Probe = { tcpSocket: { port: 8080 } };
const app: Container = { name: 'app' };
const sidecar: Container = { name: 'proxy', restartPolicy: 'Always' };

const outline = (spec: PodSpec, target: '1.28' | '1.36' = '1.36') =>
  startOrderOf(spec, { target }).steps.map(
    ({ step, role, gate, containers }) => `${step} ${role} ${containers.map(({ name }) => name).join('+')} ${gate}`,
  );

const firstApp = (container: Omit<Container, 'name'>, spec: Partial<PodSpec> = {}) =>
  startOrderOf({ containers: [{ name: 'app', ...container }], ...spec }).steps[0]?.containers[0];

describe('the order', () => {
  const spec: PodSpec = {
    initContainers: [{ name: 'migrate' }, sidecar, { name: 'warm' }],
    containers: [app, { name: 'web' }],
    ephemeralContainers: [{ name: 'debug' }],
  };

  test('init containers and sidecars start one by one as written, then the apps together', () => {
    expect(outline(spec)).toEqual([
      '1 init migrate completed',
      '2 sidecar proxy started',
      '3 init warm completed',
      '4 app app+web started',
    ]);
  });

  test('before 1.29 there are no sidecars, and the next one waits for ever', () => {
    expect(outline(spec, '1.28')[1]).toBe('2 init proxy completed');
  });

  test('a Pod without containers has no steps', () => {
    expect(startOrderOf({ containers: [] })).toEqual({ steps: [], ready: { earliest: 0, probed: [], gates: [] } });
  });

  test('paths begin where the spec stands', () => {
    const path = FieldPath.of('spec').child('template').child('spec');
    expect(startOrderOf(spec, { path }).steps[1]?.containers[0]?.path).toBe('spec.template.spec.initContainers[1]');
  });
});

describe('the gate of a sidecar', () => {
  test.each<[string, Container, number, number | undefined]>([
    ['opens at once without a startup probe', sidecar, 0, 0],
    ['waits for the startup probe with its defaults', { ...sidecar, startupProbe: check }, 0, 30],
    [
      'waits for its budget',
      { ...sidecar, startupProbe: { ...check, initialDelaySeconds: 5, periodSeconds: 2, failureThreshold: 30 } },
      5,
      65,
    ],
    ['does not wait for readiness', { ...sidecar, readinessProbe: { ...check, initialDelaySeconds: 50 } }, 0, 0],
    ['waits for a pause after the start', { ...sidecar, lifecycle: { postStart: { sleep: { seconds: 7 } } } }, 7, 7],
    [
      'waits for a command after the start, for ever',
      { ...sidecar, lifecycle: { postStart: { exec: { command: ['a'] } } } },
      0,
      undefined,
    ],
  ])('%s', (_what, container, earliest, latest) => {
    const [step] = startOrderOf({ initContainers: [container], containers: [app] }).steps;
    expect([step?.earliest, step?.latest]).toEqual([earliest, latest]);
  });

  test('an init container may take any time', () => {
    const [step] = startOrderOf({ initContainers: [{ name: 'i' }], containers: [app] }).steps;
    expect(step).not.toHaveProperty('latest');
  });
});

describe('the startup probe', () => {
  test.each<[Partial<Probe>, { earliest: number; budget: number; killed: number }]>([
    [{}, { earliest: 0, budget: 30, killed: 61 }],
    [
      { periodSeconds: 0, failureThreshold: 0 },
      { earliest: 0, budget: 30, killed: 61 },
    ],
    [{ initialDelaySeconds: 20 }, { earliest: 20, budget: 50, killed: 81 }],
    [{ failureThreshold: 30 }, { earliest: 0, budget: 300, killed: 331 }],
    [
      { periodSeconds: 1, failureThreshold: 1 },
      { earliest: 0, budget: 1, killed: 32 },
    ],
    [{ timeoutSeconds: 20 }, { earliest: 0, budget: 50, killed: 100 }],
    [{ terminationGracePeriodSeconds: 5 }, { earliest: 0, budget: 30, killed: 36 }],
  ])('%j', (tweak, times) => {
    expect(firstApp({ startupProbe: { ...check, ...tweak } })?.startup).toEqual(times);
  });
});

describe('readiness', () => {
  test.each<[Partial<Probe>, { earliest: number; outOfEndpoints: number; backInEndpoints: number }]>([
    [{}, { earliest: 0, outOfEndpoints: 31, backInEndpoints: 11 }],
    [{ initialDelaySeconds: 15 }, { earliest: 15, outOfEndpoints: 31, backInEndpoints: 11 }],
    [{ successThreshold: 3 }, { earliest: 20, outOfEndpoints: 31, backInEndpoints: 31 }],
    [
      { failureThreshold: 1, periodSeconds: 5 },
      { earliest: 0, outOfEndpoints: 6, backInEndpoints: 6 },
    ],
    [{ timeoutSeconds: 15 }, { earliest: 0, outOfEndpoints: 55, backInEndpoints: 25 }],
  ])('%j', (tweak, times) => {
    expect(firstApp({ readinessProbe: { ...check, ...tweak } })?.readiness).toEqual(times);
  });

  test('waits for the startup probe, and both delays count from the start of the process', () => {
    const startupProbe: Probe = { ...check, initialDelaySeconds: 10 };
    const early = firstApp({ startupProbe, readinessProbe: { ...check, initialDelaySeconds: 4 } });
    const late = firstApp({ startupProbe, readinessProbe: { ...check, initialDelaySeconds: 40 } });
    expect([early?.readiness?.earliest, late?.readiness?.earliest]).toEqual([10, 40]);
  });

  test('of the Pod counts every step, sidecars with a probe and gates of others', () => {
    const { ready } = startOrderOf({
      initContainers: [
        { ...sidecar, startupProbe: { ...check, initialDelaySeconds: 3 }, readinessProbe: check },
        { name: 'i', readinessProbe: check },
      ],
      containers: [{ ...app, readinessProbe: { ...check, initialDelaySeconds: 10 } }, { name: 'web' }],
      readinessGates: [{ conditionType: 'example.com/lb' }],
    });
    expect(ready).toEqual({ earliest: 13, probed: ['proxy', 'app'], gates: ['example.com/lb'] });
  });

  test('of the Pod waits for a slow sidecar', () => {
    const readinessProbe: Probe = { ...check, initialDelaySeconds: 60 };
    const { ready } = startOrderOf({ initContainers: [{ ...sidecar, readinessProbe }], containers: [app] });
    expect(ready.earliest).toBe(60);
  });
});

describe('liveness', () => {
  test.each<[Partial<Probe>, number, object]>([
    [{}, 30, { earliest: 20, noticed: 31, grace: 30, restarted: 61 }],
    [{ initialDelaySeconds: 60 }, 30, { earliest: 80, noticed: 31, grace: 30, restarted: 61 }],
    [{ periodSeconds: 5, failureThreshold: 2 }, 30, { earliest: 5, noticed: 11, grace: 30, restarted: 41 }],
    [{ timeoutSeconds: 30 }, 30, { earliest: 20, noticed: 100, grace: 30, restarted: 130 }],
    [{ terminationGracePeriodSeconds: 10 }, 300, { earliest: 20, noticed: 31, grace: 10, restarted: 41 }],
    [{}, 0, { earliest: 20, noticed: 31, grace: 2, restarted: 33 }],
  ])('%j with %i seconds of grace', (tweak, terminationGracePeriodSeconds, times) => {
    const container = firstApp({ livenessProbe: { ...check, ...tweak } }, { terminationGracePeriodSeconds });
    expect(container?.liveness).toEqual(times);
  });

  test.each<[PodSpec['restartPolicy'] & {}, Container['restartPolicy'], boolean]>([
    ['Always', undefined, true],
    ['OnFailure', undefined, true],
    ['Never', undefined, false],
    ['Never', 'OnFailure', true],
    ['Always', 'Never', false],
  ])('restarts: Pod %s, container %s', (restartPolicy, own, restarts) => {
    expect(firstApp(own === undefined ? {} : { restartPolicy: own }, { restartPolicy })?.restarts).toBe(restarts);
  });

  test('a sidecar starts again in a Pod that never restarts', () => {
    const { steps } = startOrderOf({ restartPolicy: 'Never', initContainers: [sidecar], containers: [app] });
    expect(steps.map(({ containers }) => containers[0]?.restarts)).toEqual([true, false]);
  });
});

test('a pause after the start of one container holds up the next', () => {
  const pause: Container = { name: 'first', lifecycle: { postStart: { sleep: { seconds: 4 } } } };
  const { steps, ready } = startOrderOf({
    containers: [pause, { ...app, readinessProbe: { ...check, initialDelaySeconds: 3 } }],
  });
  expect(steps[0]?.containers.map(({ begins }) => begins)).toEqual([0, 4]);
  expect(ready.earliest).toBe(7);
});
