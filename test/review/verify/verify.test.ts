import { deployment, HASH, healthy, job, jobPod, liveJob, livePod } from './cluster';
import { found, topics, verified } from './found';

describe('what is as promised', () => {
  test('a healthy Deployment with ReplicaSet and Pods, as an API server prints them', () => {
    const result = verified(healthy());
    expect(found(healthy())).toEqual([]);
    expect(result).toMatchObject({ totals: { error: 0, warning: 0, info: 0 }, uncompared: [] });
    expect(result.objects).toMatchObject([
      { standing: 'as promised', expected: { ready: '1/1' }, pods: [{ ready: '1/1', node: 'worker-1' }, {}] },
    ]);
  });

  test('Pods find their Deployment by the hash in their owner, and by their labels', () => {
    const pods = [livePod('abcde'), livePod('fghij')];
    expect(found(pods)).toEqual([]);
    const bare = [livePod('abcde'), livePod('fghij', { metadata: { ownerReferences: [] } })];
    expect(topics(found(bare))).toEqual(['warning owner']);
  });

  test('what says no namespace goes into default', () => {
    const inDefault = (object: Record<string, unknown>) => ({
      ...object,
      metadata: { ...(object['metadata'] as object), namespace: 'default' },
    });
    const desired = { ...deployment(), metadata: { name: 'checkout' } };
    expect(found(healthy().map(inDefault), [desired])).toEqual([]);
  });

  test.each([
    ['a Job that has succeeded', [liveJob({ type: 'Complete' }), jobPod('Succeeded', 0)], []],
    ['a Job that runs', [liveJob(undefined, { active: 1 })], []],
    ['a Job whose Pod is being made', [liveJob(undefined, { active: 1 }), startingJobPod()], ['info container']],
    [
      'a Job that has succeeded after a failure',
      [liveJob({ type: 'Complete' }), jobPod('Failed', 1), jobPod('Succeeded', 0, 'b')],
      ['info phase'],
    ],
    ['a Job that tries again', [liveJob(undefined, { failed: 1 }), jobPod('Failed', 1)], ['warning phase']],
    ['a Job that has failed', [liveJob({ type: 'Failed', reason: 'BackoffLimitExceeded' })], ['error job']],
  ])('%s', (_, live, expected) => {
    expect(topics(found(live, [job()]))).toEqual(expected);
  });

  test('a Job that is removed after its end is not missed', () => {
    const other = { ...liveJob({ type: 'Complete' }), metadata: { name: 'other', namespace: 'shop' } };
    expect(topics(found([other], [job({ ttlSecondsAfterFinished: 60 })]))).toEqual(['info missing', 'info unknown']);
    expect(topics(found([other], [job()]))).toEqual(['error missing', 'info unknown']);
  });
});

describe('what is on one side only', () => {
  test('an object that Git has and the cluster does not, of a kind that the list holds', () => {
    const other = { ...deployment(), metadata: { name: 'web', namespace: 'shop' } };
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' }, spec: {} };
    const away = { ...deployment(), metadata: { name: 'logs', namespace: 'platform' } };
    const result = verified(healthy(), [deployment(), other, service, away]);
    expect(result.objects.map(({ standing }) => standing)).toEqual(['as promised', 'missing']);
    expect(result.uncompared.map(({ because, object }) => [object.name, because])).toEqual([
      ['web', 'kind'],
      ['logs', 'namespace'],
    ]);
  });

  test('an owner that Git does not have is told once, and nothing is proposed', () => {
    const owner = { kind: 'ReplicaSet', name: `legacy-${HASH}`, controller: true };
    const pods = ['a', 'b'].map((name) => livePod(name, { metadata: { name, ownerReferences: [owner] } }));
    const unknown = found([...healthy(), ...pods]);
    expect(topics(unknown)).toEqual(['info unknown']);
    expect(unknown[0]).toMatchObject({ object: { kind: 'Deployment', name: 'legacy' } });
    expect(unknown[0]!.sentence).not.toMatch(/delete|remove/);
  });

  test('two manifests of one object are told apart from one', () => {
    expect(topics(found(healthy(), [deployment(), deployment()]))).toEqual(['error ambiguous']);
  });
});

/** A Pod of the Job whose container is not there yet. */
function startingJobPod(): Record<string, unknown> {
  const pod = jobPod('Pending', 0);
  const status = pod['status'] as Record<string, unknown>;
  const waiting = { name: 'migrate', state: { waiting: { reason: 'ContainerCreating' } }, restartCount: 0 };
  return { ...pod, status: { ...status, containerStatuses: [waiting] } };
}
