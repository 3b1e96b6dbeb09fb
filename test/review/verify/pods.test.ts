import { deployment, IMAGE, liveContainer, liveDeployment, livePod, liveReplicaSet, NOT_READY } from './cluster';
import { found, topics } from './found';

describe('live Pods', () => {
  const one = (changes: Parameters<typeof livePod>[1], desired?: readonly unknown[]) =>
    found([liveDeployment(), liveReplicaSet(), livePod('abcde', changes), livePod('fghij')], desired);

  test('a crash loop is a reason of a waiting container, with its last exit in words', () => {
    const last = { terminated: { exitCode: 1, reason: 'Error' } };
    const state = { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' } };
    const mismatches = one({ conditions: NOT_READY, state: { state, lastState: last, ready: false, restartCount: 7 } });
    expect(topics(mismatches)).toEqual(['error container', 'info restarts']);
    expect(mismatches[0]).toMatchObject({ container: 'api', hint: 'podwright explain CrashLoopBackOff' });
    expect(mismatches[0]!.sentence).toMatch(/is `Waiting`, reason `CrashLoopBackOff`: it ended soon after each start/);
    expect(mismatches[1]!.sentence).toMatch(/started again 7 times; the last time it ended with exit code 1\.$/);
  });

  test('what was killed for its memory is told with the limit', () => {
    const last = { terminated: { exitCode: 137, reason: 'OOMKilled' } };
    const mismatches = one({ state: { lastState: last, restartCount: 1 } });
    expect(topics(mismatches)).toEqual(['warning restarts']);
    expect(mismatches[0]!.sentence).toMatch(/137 \(reason `OOMKilled`\): .* its limit of `256Mi`\.$/);
    expect(mismatches[0]!.hint).toBe('podwright explain OOMKilled');
  });

  test.each([
    [137, /SIGKILL/],
    [143, /SIGTERM/],
    [139, /SIGSEGV/],
    [127, /not found in the image/],
    [140, /signal 12 ended it/],
  ])('exit code %d is told in words', (exitCode, words) => {
    const mismatches = one({ state: { lastState: { terminated: { exitCode, reason: 'Error' } }, restartCount: 1 } });
    expect(mismatches[0]!.sentence).toMatch(words);
  });

  test('an image that cannot be pulled is named', () => {
    const state = { waiting: { reason: 'ImagePullBackOff' } };
    const mismatches = one({
      status: { phase: 'Pending' },
      conditions: NOT_READY,
      state: { state, ready: false, started: false },
    });
    expect(topics(mismatches)).toEqual(['error container']);
    expect(mismatches[0]!.sentence).toContain(`its image \`${IMAGE}\` could not be pulled`);
  });

  test('a Pod without a node says what the scheduler says', () => {
    const scheduled = {
      status: 'False',
      reason: 'Unschedulable',
      message: '0/3 nodes are available: 3 Insufficient cpu.',
    };
    const mismatches = one({
      spec: { nodeName: undefined },
      status: { phase: 'Pending', containerStatuses: undefined },
      conditions: { PodScheduled: scheduled },
    });
    expect(topics(mismatches)).toEqual(['error scheduling']);
    expect(mismatches[0]!.sentence).toMatch(/reason `Unschedulable`\): the scheduler says `0\/3 nodes are available/);
  });

  test.each([
    ['is not ready', { ready: false }, {}, /its readiness probe has not succeeded/],
    ['has not started', { ready: false, started: false }, {}, /its startup probe has not succeeded yet/],
    [
      'waits for a readiness gate',
      {},
      { Ready: { status: 'False', reason: 'ReadinessGatesNotReady' } },
      /readiness gates/,
    ],
    ['has no status of its container', { name: 'other' }, {}, /READY `0\/1`/],
  ])('a Pod that runs and %s', (_, state, conditions, words) => {
    const isReady = !('ready' in state);
    const mismatches = one({ state, conditions: isReady ? conditions : NOT_READY });
    expect(topics(mismatches)).toEqual(['error readiness']);
    expect(mismatches[0]!.sentence).toMatch(words);
  });

  test('an init container that fails is told, and not what waits for it', () => {
    const init = { name: 'wait', image: 'busybox:1.36.1' };
    const desired = deployment({});
    const template = (desired['spec'] as { template: { spec: Record<string, unknown> } }).template;
    template.spec['initContainers'] = [init];
    const status = {
      phase: 'Pending',
      initContainerStatuses: [{ name: 'wait', state: { waiting: { reason: 'CrashLoopBackOff' } }, restartCount: 3 }],
    };
    const mismatches = found(
      [
        livePod('abcde', {
          spec: { initContainers: [init] },
          status,
          state: { state: { waiting: { reason: 'PodInitializing' } }, ready: false },
          conditions: { ...NOT_READY, Initialized: { status: 'False', reason: 'ContainersNotInitialized' } },
        }),
        livePod('fghij', {
          spec: { initContainers: [init] },
          status: { initContainerStatuses: [{ name: 'wait', state: { terminated: { exitCode: 0 } } }] },
        }),
      ],
      [desired],
    );
    expect(mismatches.map(({ container, topic }) => [topic, container])).toEqual([
      ['container', 'wait'],
      ['restarts', 'wait'],
    ]);
  });

  test('an evicted Pod is a record, since its owner makes another', () => {
    const mismatches = one({
      status: {
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: memory.',
        containerStatuses: [],
      },
    });
    expect(topics(mismatches)).toEqual(['warning phase']);
    expect(mismatches[0]!.sentence).toMatch(/reason `Evicted` \(`The node was low.*\): its ReplicaSet makes another/);
  });

  test('a Pod that is meant to run on and has ended well is not well', () => {
    const mismatches = one({ status: { phase: 'Succeeded' } });
    expect(topics(mismatches)).toEqual(['error phase']);
  });

  test('the QoS class is held against the computed one', () => {
    expect(one({ status: { qosClass: 'BestEffort' } })).toMatchObject([
      { severity: 'error', topic: 'qos', expected: 'Burstable', actual: 'BestEffort' },
    ]);
  });

  test('too few Pods where their owner is not listed, and one that is being stopped does not count', () => {
    const leaving = livePod('fghij', { metadata: { deletionTimestamp: '2027-03-01T10:00:00Z' } });
    expect(topics(found([livePod('abcde'), leaving]))).toEqual(['error pods', 'info phase']);
  });

  test('an injected sidecar is told, and READY counts it', () => {
    const containers = [liveContainer(), { name: 'istio-proxy', image: 'istio/proxyv2:1.24.0' }];
    const pods = ['abcde', 'fghij'].map((name) => {
      const pod = livePod(name, { spec: { containers } });
      const status = pod['status'] as { containerStatuses: object[] };
      status.containerStatuses.push({ name: 'istio-proxy', ready: true, state: { running: {} }, restartCount: 0 });
      return pod;
    });
    const mismatches = found([liveDeployment(), ...pods]);
    expect(topics(mismatches)).toEqual(['info injected']);
    expect(mismatches[0]!.sentence).toBe(
      'All 2 Pods have the container `istio-proxy`, which Git does not write: admission has put it there; READY counts 2 containers instead of 1.',
    );
  });
});
