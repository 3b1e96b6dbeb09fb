import { answer, beside, owner, pod, told } from './told';

const budget = (spec: Record<string, unknown>) =>
  beside('PodDisruptionBudget', 'api', { selector: { matchLabels: { app: 'api' } }, ...spec });
const READY = { containers: [{ name: 'api', image: 'api:v1', readinessProbe: { tcpSocket: { port: 80 } } }] };

describe('a Deployment says how it rolls out', () => {
  test.each([
    [
      'four Pods, shares of a quarter',
      4,
      {},
      'Pods are replaced step by step: at least 3 of 4 Pods stay available and at most 5 exist at a time.',
    ],
    [
      'three Pods: unavailable rounds down, surge up',
      3,
      {},
      'Pods are replaced step by step: all 3 Pods stay available and at most 4 exist at a time.',
    ],
    [
      'one Pod',
      1,
      {},
      'A new Pod has to be available before the old one ends, which it is as soon as its containers run.',
    ],
    [
      'both come to nothing',
      3,
      { maxSurge: '0%', maxUnavailable: '10%' },
      'Pods are replaced step by step: at least 2 of 3 Pods stay available and at most 3 exist at a time.',
    ],
    ['more than there are', 2, { maxUnavailable: 5 }, 'All 2 Pods may be gone at the same time, and at most 3 exist.'],
    [
      'one Pod without surge',
      1,
      { maxSurge: 0, maxUnavailable: 1 },
      'The old Pod ends before the new one starts: nothing serves in between.',
    ],
    ['none', 0, {}, 'Without Pods a rollout changes nothing that runs.'],
    ['a share that is none', 3, { maxSurge: 'all' }, 'How many Pods a rollout takes away at a time cannot be read.'],
  ])('%s', (_title, replicas, rollingUpdate, expected) => {
    const object = owner('Deployment', { replicas, strategy: { type: 'RollingUpdate', rollingUpdate } });
    expect(answer(told(object), 'owner-rollout').sentences).toEqual([expected]);
  });

  test('Recreate has a gap of a whole stop and start', () => {
    const object = owner('Deployment', { strategy: { type: 'Recreate' } }, { terminationGracePeriodSeconds: 40 });
    expect(answer(told(object), 'owner-rollout').sentences).toEqual([
      'All old Pods end before the first new one starts (`Recreate`): nothing serves in between, for up to 40 s of stopping and the whole start.',
    ]);
  });

  test('without a readiness probe nothing holds a broken version back', () => {
    expect(answer(told(owner('Deployment')), 'recovery-rollout').sentences).toEqual([
      'No readiness probe holds a new Pod back: the rollout goes on as soon as its containers run, working or not.',
      'After 10 min without progress it is reported as failed (`ProgressDeadlineExceeded`).',
      'Nothing rolls it back by itself.',
    ]);
  });

  test('with one, the old Pods that may not go stay', () => {
    expect(answer(told(owner('Deployment', { replicas: 4 }, READY)), 'recovery-rollout').sentences.slice(0, 2)).toEqual(
      [
        'A new Pod that is never ready takes no traffic, and the rollout stands still.',
        '3 of the old Pods have to stay until then.',
      ],
    );
  });
});

describe('a StatefulSet says how it rolls out', () => {
  test.each([
    [
      'one at a time',
      { replicas: 3 },
      'Pods are replaced one at a time from the highest number down: each ends before its successor starts, and the next waits until that one is available.',
    ],
    [
      'by hand',
      { replicas: 3, updateStrategy: { type: 'OnDelete' } },
      'A changed template holds only for Pods that somebody deletes from then on (`OnDelete`).',
    ],
    [
      'not at all',
      { replicas: 3, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 3 } } },
      'A changed template holds for no Pod that there is: only those from number 3 on are updated (`partition`).',
    ],
    ['its only Pod', { replicas: 1 }, 'The only Pod ends before its successor starts: nothing serves in between.'],
  ])('%s', (_title, spec, expected) => {
    expect(answer(told(owner('StatefulSet', spec)), 'owner-rollout').sentences[0]).toBe(expected);
  });

  test('a partition keeps the old template below it', () => {
    const object = owner('StatefulSet', { replicas: 3, updateStrategy: { rollingUpdate: { partition: 1 } } });
    expect(answer(told(object), 'owner-rollout').sentences).toContain(
      'Pods below number 1 keep the old template (`partition`).',
    );
  });

  test('its claims stay or go as it says', () => {
    const claims = [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ];
    const policy = { whenDeleted: 'Delete', whenScaled: 'Retain' };
    const workload = told(
      owner('StatefulSet', { volumeClaimTemplates: claims, persistentVolumeClaimRetentionPolicy: policy }),
    );
    expect(answer(workload, 'owner-deletion').sentences).toContain(
      'The claims of its Pods are deleted when it is deleted.',
    );
    expect(answer(workload, 'owner-scale').sentences).toContain('The claims of its Pods stay when it is scaled down.');
    expect(workload.volumes.map(({ source }) => source)).toEqual(['volumeClaimTemplate']);
  });

  test('a lost node keeps the name of its Pod until that is known to be gone', () => {
    expect(answer(told(owner('StatefulSet')), 'recovery-node').sentences[1]).toMatch(
      /^Its replacement, of the same name, is made only when/,
    );
  });
});

describe('other owners', () => {
  test.each([
    [
      'a DaemonSet replaces node by node',
      owner('DaemonSet'),
      'owner-rollout',
      'The old Pod ends before the new one starts, on 1 node at a time: what it does is missing there meanwhile.',
    ],
    [
      'a DaemonSet with surge',
      owner('DaemonSet', { updateStrategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } } }),
      'owner-rollout',
      'The new Pod starts beside the old one, on 2 nodes at a time, and the old one ends when the new one is available.',
    ],
    [
      'a DaemonSet stays on a lost node',
      owner('DaemonSet'),
      'recovery-node',
      'A Pod on a lost node stays bound to it, since a DaemonSet tolerates that for ever.',
    ],
    [
      'a ReplicaSet changes no Pod that runs',
      owner('ReplicaSet'),
      'owner-rollout',
      'A changed template holds only for Pods that are made from then on: it does not replace the Pods that run.',
    ],
    [
      'a Pod never comes back',
      pod(),
      'owner-failure',
      'It is a Pod without an owner: when it is deleted or evicted, or its node is lost, nothing makes a new one.',
    ],
    [
      'a Job counts failed Pods',
      owner('Job', {}, { restartPolicy: 'Never' }),
      'owner-failure',
      'The Job has failed when 7 of its Pods have failed.',
    ],
    [
      'a Job counts restarts in place',
      owner('Job', { backoffLimit: 3 }, { restartPolicy: 'OnFailure' }),
      'owner-failure',
      'The Job has failed when containers of its running Pods have been started again 3 times in all, or 4 of its Pods have failed.',
    ],
    [
      'a Job without another try',
      owner('Job', { backoffLimit: 0 }, { restartPolicy: 'Never' }),
      'owner-failure',
      'It is tried once: the first failure is the end of the Job.',
    ],
    [
      'a Job of several completions',
      owner('Job', { completions: 5, parallelism: 2 }, { restartPolicy: 'Never' }),
      'owner-scale',
      'It is done when 5 Pods have ended well, 2 Pods at a time.',
    ],
  ])('%s', (_title, object, id, expected) => {
    expect(answer(told(object), id).sentences[0]).toBe(expected);
  });

  test('a Job that is deleted by itself says when', () => {
    expect(
      answer(told(owner('Job', { ttlSecondsAfterFinished: 3600 }, { restartPolicy: 'Never' })), 'owner-deletion')
        .sentences[1],
    ).toBe('It is deleted with its Pods and logs 1 h after it has ended.');
  });

  test('a Job that is tried once has no other Pod, unless disruptions are no failures', () => {
    const podFailurePolicy = {
      rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
    };
    const once = told(owner('Job', { backoffLimit: 0 }, { restartPolicy: 'Never' }));
    const forgiving = told(owner('Job', { backoffLimit: 0, podFailurePolicy }, { restartPolicy: 'Never' }));
    expect(answer(once, 'owner-deletion').sentences[0]).toMatch(/is a failure, and the end of the Job;/);
    expect(answer(once, 'owner-maintenance').sentences).toContain(
      'An evicted Pod counts as a failure, and the first is the end of the Job.',
    );
    expect(answer(once, 'recovery-node').sentences).toContain(
      'That is a failure, and the first is the end of the Job: nothing replaces it.',
    );
    expect(answer(forgiving, 'owner-maintenance').sentences.at(-1)).toMatch(/does not count as a failure/);
    expect(answer(forgiving, 'recovery-node').sentences[1]).toMatch(/^A new one is made/);
  });

  test.each([
    [{}, {}, 'The last 3 Jobs that ended well and the last 1 that failed are kept with their logs.'],
    [
      {},
      { ttlSecondsAfterFinished: 3600 },
      'The last 3 Jobs that ended well and the last 1 that failed are kept with their logs for 1 h at most.',
    ],
    [
      { successfulJobsHistoryLimit: 0 },
      {},
      'The last Job that failed is kept with its logs, and none that ended well.',
    ],
    [
      { failedJobsHistoryLimit: 0, successfulJobsHistoryLimit: 2 },
      {},
      'The last 2 Jobs that ended well are kept with their logs, and none that failed.',
    ],
    [
      { failedJobsHistoryLimit: 0, successfulJobsHistoryLimit: 0 },
      {},
      'A run is deleted with its Pods and logs as soon as it has ended.',
    ],
    [{}, { ttlSecondsAfterFinished: 0 }, 'A run is deleted with its Pods and logs as soon as it has ended.'],
  ])('a CronJob with %j and Jobs with %j says what is kept', (limits, job, sentence) => {
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:v1' }] } };
    const spec = { schedule: '@daily', ...limits, jobTemplate: { spec: { ...job, template } } };
    const object = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'a' }, spec };
    expect(answer(told(object), 'owner-deletion').sentences[1]).toBe(sentence);
  });

  test('a CronJob says when it runs and what happens to runs that overlap', () => {
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:v1' }] } };
    const spec = {
      schedule: '15 3 * * *',
      timeZone: 'Europe/Vienna',
      concurrencyPolicy: 'Replace',
      startingDeadlineSeconds: 60,
      jobTemplate: { spec: { template } },
    };
    const object = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'a' }, spec };
    expect(answer(told(object), 'owner-scale').sentences).toEqual([
      'It runs at 03:15 every day in time zone `Europe/Vienna`.',
      'A run that is due while another goes on ends that one and takes its place (`Replace`).',
      'A run that cannot start within 60 s of its time is left out.',
      'A run is done when a Pod has ended well, 1 Pod at a time.',
    ]);
  });
});

describe('maintenance of a node', () => {
  test.each([
    [
      'nothing guards three Pods',
      3,
      undefined,
      'No PodDisruptionBudget among these objects selects it: a drain may evict all of its Pods that are on the node at once.',
    ],
    [
      'minAvailable as a number',
      3,
      { minAvailable: 2 },
      'PodDisruptionBudget `api` lets 1 of 3 Pods go at a time: a drain waits for the others to be ready elsewhere.',
    ],
    [
      'a share of what may be missing rounds up',
      3,
      { maxUnavailable: '25%' },
      'PodDisruptionBudget `api` lets 1 of 3 Pods go at a time: a drain waits for the others to be ready elsewhere.',
    ],
    [
      'none may go',
      2,
      { minAvailable: '100%' },
      'PodDisruptionBudget `api` lets none of 2 Pods go: a drain waits until somebody steps in.',
    ],
    ['the only one may go', 1, { maxUnavailable: 1 }, 'PodDisruptionBudget `api` lets its only Pod go.'],
  ])('%s', (_title, replicas, spec, expected) => {
    const objects = [owner('Deployment', { replicas }), ...(spec === undefined ? [] : [budget(spec)])];
    expect(answer(told(...objects), 'owner-maintenance').sentences).toEqual([expected]);
  });

  test('scratch volumes go with the Pod, and a drain has to be told so', () => {
    const object = owner('Deployment', {}, { volumes: [{ name: 'tmp', emptyDir: {} }] });
    expect(answer(told(object), 'owner-maintenance').sentences[1]).toBe(
      '`kubectl drain` asks for `--delete-emptydir-data`: what is in `tmp` goes with the Pod.',
    );
  });
});

describe('an autoscaler', () => {
  const autoscaler = beside('HorizontalPodAutoscaler', 'api', {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
    minReplicas: 2,
    maxReplicas: 10,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  });
  const resources = { requests: { cpu: '250m', memory: '128Mi' } };
  const object = owner('Deployment', {}, { containers: [{ name: 'api', image: 'api:v1', resources }] });

  test('says how many Pods there may be and what they cost at the most', () => {
    const workload = told(object, autoscaler);
    expect(answer(workload, 'owner-scale').sentences).toEqual([
      'HorizontalPodAutoscaler `api` keeps 2 to 10 Pods, by CPU at 70 % of the request.',
      'At the most they ask for 2.5 cores and 1.25 GiB of memory.',
    ]);
    expect(workload.resources.total).toEqual({ cpu: '500m', memory: '256Mi' });
    expect(workload.resources.totalAtMost).toEqual({ cpu: '2500m', memory: '1280Mi' });
  });

  test('without bounds that can be read leaves the question open', () => {
    const broken = beside('HorizontalPodAutoscaler', 'api', { scaleTargetRef: { kind: 'Deployment', name: 'api' } });
    expect(answer(told(object, broken), 'owner-scale').open).toEqual([
      'How many Pods its HorizontalPodAutoscaler may make cannot be read.',
    ]);
  });
});
