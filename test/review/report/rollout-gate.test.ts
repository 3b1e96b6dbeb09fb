import { answer, owner, told } from './told';

describe('what a rollout waits for', () => {
  const probed = (...probes: Record<string, unknown>[]) => ({
    containers: probes.map((probe, position) => ({ name: `c${position}`, image: 'api:v1', ...probe })),
  });
  const probe = { tcpSocket: { port: 80 } };

  test.each<[string, Record<string, unknown>[], Record<string, unknown>, string, string]>([
    [
      'a startup probe',
      [{ startupProbe: probe }, {}],
      {},
      ', which it is as soon as its containers have started.',
      'Only the startup probe of `c0` holds a new Pod back: the rollout goes on as soon as its containers have started.',
    ],
    [
      'startup probes and a time',
      [{ startupProbe: probe }, { startupProbe: probe }],
      { minReadySeconds: 15 },
      ', which it is 15 s after its containers have started.',
      'Only the startup probes of `c0` and `c1` hold a new Pod back: the rollout goes on 15 s after its containers have started.',
    ],
    [
      'a time',
      [{}],
      { minReadySeconds: 15 },
      ', which it is 15 s after its containers run.',
      'No readiness probe holds a new Pod back: the rollout goes on 15 s after its containers run, working or not.',
    ],
    [
      'the readiness probe of one of several',
      [{ readinessProbe: probe }, {}],
      {},
      '.',
      'A new Pod that is never ready takes no traffic, and the rollout stands still.',
    ],
  ])('%s', (_title, probes, spec, soon, gate) => {
    const workload = told(owner('Deployment', spec, probed(...probes)));
    expect(answer(workload, 'owner-rollout').sentences).toEqual([
      `A new Pod has to be available before the old one ends${soon}`,
    ]);
    expect(answer(workload, 'recovery-rollout').sentences[0]).toBe(gate);
  });

  test.each(['StatefulSet', 'DaemonSet'])('a startup probe holds a %s up too', (kind) => {
    const workload = told(owner(kind, {}, probed({ startupProbe: probe })));
    expect(answer(workload, 'recovery-rollout').sentences[0]).toBe(
      'Only the startup probe of `c0` holds a new Pod back: the rollout goes on as soon as its containers have started.',
    );
  });
});
