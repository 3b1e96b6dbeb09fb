import { IMAGE, job, liveDeployment, liveJob, livePod, liveReplicaSet } from './cluster';
import { found, topics } from './found';

describe('owners', () => {
  const old = IMAGE.replace('2.4.1', '2.4.0');
  const under = { replicas: 3, updatedReplicas: 1, readyReplicas: 2, availableReplicas: 2 };
  const pods = [
    livePod('abcde'),
    livePod('fghij', { hash: '5c9f8b7d66', container: { image: old } }),
    livePod('klmno', { hash: '5c9f8b7d66', container: { image: old } }),
  ];

  test('a rollout under way is told with the Pods that are still old', () => {
    const live = [liveDeployment({}, under), ...pods];
    const mismatches = found(live);
    expect(topics(mismatches)).toEqual(['error rollout', 'error image']);
    expect(mismatches[1]!.sentence).toMatch(/^2 of 3 Pods run `.*v2\.4\.0`.*: the rollout is under way \(/);
  });

  test('a rollout past its deadline is stuck', () => {
    const conditions = [
      {
        type: 'Progressing',
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
        message: 'ReplicaSet "x" has timed out progressing.',
      },
    ];
    const mismatches = found([liveDeployment({}, { ...under, conditions }), ...pods]);
    expect(mismatches[0]!.sentence).toMatch(/is stuck, reason `ProgressDeadlineExceeded`/);
    expect(mismatches[1]!.sentence).toContain('the rollout is stuck');
  });

  test('ReplicaSets tell of a rollout where their Deployment is not listed', () => {
    const sets = [liveReplicaSet('5c9f8b7d66', old, 2), liveReplicaSet(undefined, undefined, 1)];
    const [image] = found([...sets, ...pods]);
    expect(image!.sentence).toContain(
      'the newest ReplicaSet `checkout-7d4b9c6f58` has 1 of 1 Pod ready, and `checkout-5c9f8b7d66` still has 2',
    );
    expect(found(pods)[0]!.sentence).toContain('only the owner tells, and it is not in the list');
  });

  test.each([
    ['fewer ready than promised', { readyReplicas: 1, availableReplicas: 1 }, ['error replicas']],
    ['ready and not yet available', { availableReplicas: 1 }, ['error replicas']],
    ['not yet looked at', { observedGeneration: 3 }, ['error status']],
    [
      'no Pods can be made',
      { conditions: [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate' }] },
      ['error pods'],
    ],
  ])('%s', (_, status, expected) => {
    expect(topics(found([liveDeployment({}, status)]))).toEqual(expected);
  });

  test('a CronJob that somebody has suspended, and whose last run has failed', () => {
    const cronJob = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'migrate', namespace: 'shop' },
      spec: { schedule: '0 3 * * *', jobTemplate: { spec: job()['spec'] } },
    };
    const run = (name: string, type: string, startTime: string) => ({
      ...liveJob({ type, reason: 'DeadlineExceeded' }, { startTime }),
      metadata: { name, namespace: 'shop', ownerReferences: [{ kind: 'CronJob', name: 'migrate', controller: true }] },
    });
    const runs = [
      run('migrate-2', 'Failed', '2027-03-02T03:00:00Z'),
      run('migrate-1', 'Complete', '2027-03-01T03:00:00Z'),
    ];
    const live = { ...cronJob, spec: { ...cronJob.spec, suspend: true }, status: {} };
    expect(topics(found([live, ...runs], [cronJob]))).toEqual(['error job', 'warning job']);
  });
});
