import {
  cronJob,
  daemonSet,
  deployment,
  job,
  podTemplate,
  replicaSet,
  said,
  statefulSet,
  tweaks,
} from '../support/objects';

type Row = readonly [rule: string, changes: Readonly<Record<string, unknown>>, said: readonly string[]];

const unselected = ['Invalid spec.template.metadata.labels', 'Required spec.selector'];

const replicated: readonly Row[] = [
  ['without a selector nothing is selected', { 'spec.selector': undefined }, unselected],
  ['an empty selector is refused', { 'spec.selector': {} }, ['Invalid spec.selector']],
  [
    'the selector selects the labels of the template',
    { 'spec.selector.matchLabels': { app: 'other' } },
    ['Invalid spec.template.metadata.labels'],
  ],
  [
    'beside a broken selector the template is not looked at',
    { 'spec.selector.matchLabels': { app: 'Not a value!' }, 'spec.template.spec.containers': [] },
    ['Invalid spec.selector', 'Invalid spec.selector.matchLabels'],
  ],
  [
    'an unknown operator breaks the selector',
    { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'Is', values: ['web'] }] } },
    ['Invalid spec.selector', 'Invalid spec.selector.matchExpressions[0].operator'],
  ],
  [
    'In needs values, Exists takes none, and each is reported at the values',
    {
      'spec.selector': {
        matchExpressions: [
          { key: 'app', operator: 'In' },
          { key: 'tier', operator: 'Exists', values: ['x'] },
        ],
      },
    },
    [
      'Forbidden spec.selector.matchExpressions[1].values',
      'Invalid spec.selector',
      'Required spec.selector.matchExpressions[0].values',
    ],
  ],
  ['replicas are not negative', { 'spec.replicas': -1 }, ['Invalid spec.replicas']],
  ['minReadySeconds is not negative', { 'spec.minReadySeconds': -1 }, ['Invalid spec.minReadySeconds']],
  [
    'Pods run for ever',
    { 'spec.template.spec.restartPolicy': 'OnFailure', 'spec.template.spec.activeDeadlineSeconds': 5 },
    ['Forbidden spec.template.spec.activeDeadlineSeconds', 'NotSupported spec.template.spec.restartPolicy'],
  ],
  [
    'labels and annotations of a template are reported as if they stood in the template',
    { 'spec.template.metadata': { labels: { app: 'web', 'bad key': 'x' }, annotations: { 'bad key': 'x' } } },
    ['Invalid spec.template.annotations', 'Invalid spec.template.labels'],
  ],
  [
    'name, namespace, owners and finalizers of a template are not looked at',
    {
      'spec.template.metadata.name': 'Not A Name',
      'spec.template.metadata.namespace': 'Not A Name',
      'spec.template.metadata.finalizers': ['odd'],
      'spec.template.metadata.ownerReferences': [{}],
    },
    [],
  ],
];

describe.each([
  ['Deployment', deployment],
  ['ReplicaSet', replicaSet],
])('%s', (_kind, object) => {
  test.each(replicated)('%s', (_rule, changes, expected) => {
    expect(said(tweaks(object, changes))).toEqual(expected);
  });
});

describe('Deployment', () => {
  const rolling = (maxSurge: unknown, maxUnavailable: unknown) => ({
    'spec.strategy': { rollingUpdate: { maxSurge, maxUnavailable } },
  });
  const at = 'spec.strategy.rollingUpdate';

  test.each<Row>([
    ['a rolling update may take shares and numbers', rolling('10%', 1), []],
    ['a rolling update must be able to move', rolling(0, '0%'), [`Invalid ${at}.maxUnavailable`]],
    ['no more than all Pods may be missing', rolling(1, '101%'), [`Invalid ${at}.maxUnavailable`]],
    ['more than twice the Pods may surge', rolling('300%', 0), []],
    ['a number is not negative', rolling(-1, 1), [`Invalid ${at}.maxSurge`]],
    ['a text must be a percentage', rolling('1', '5 %'), [`Invalid ${at}.maxSurge`, `Invalid ${at}.maxUnavailable`]],
    [
      'a type that is not known is reported at the strategy',
      { 'spec.strategy': { type: 'Slow' } },
      ['NotSupported spec.strategy'],
    ],
    [
      'Recreate has no rolling update',
      { 'spec.strategy': { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } },
      [`Forbidden ${at}`],
    ],
    [
      'progress may not be expected before readiness',
      { 'spec.minReadySeconds': 600 },
      ['Invalid spec.progressDeadlineSeconds'],
    ],
    ['the deadline is not negative', { 'spec.progressDeadlineSeconds': -1 }, ['Invalid spec.progressDeadlineSeconds']],
    ['history is not negative', { 'spec.revisionHistoryLimit': -1 }, ['Invalid spec.revisionHistoryLimit']],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(deployment, changes))).toEqual(expected);
  });
});

describe('DaemonSet', () => {
  const rolling = (maxSurge: unknown, maxUnavailable: unknown) => ({
    'spec.updateStrategy': { rollingUpdate: { maxSurge, maxUnavailable } },
  });
  const at = 'spec.updateStrategy.rollingUpdate';

  test.each<Row>([
    [
      'without a selector the labels do not fit',
      { 'spec.selector': undefined },
      ['Invalid spec.template.metadata.labels'],
    ],
    ['an empty selector is refused', { 'spec.selector': {} }, ['Invalid spec.selector']],
    ['the old Pod goes first, or the new one comes first', rolling(1, 1), [`Invalid ${at}.maxSurge`]],
    ['a rolling update must be able to move', rolling(0, 0), [`Required ${at}.maxUnavailable`]],
    ['surge alone is enough', rolling('50%', 0), []],
    ['shares end at all', rolling('101%', 0), [`Invalid ${at}.maxSurge`]],
    [
      'OnDelete is not looked at further',
      { 'spec.updateStrategy': { type: 'OnDelete', rollingUpdate: { maxSurge: -1 } } },
      [],
    ],
    [
      'a type that is not known is reported at the strategy',
      { 'spec.updateStrategy': { type: 'Slow' } },
      ['NotSupported spec.updateStrategy'],
    ],
    [
      'Pods run for ever',
      { 'spec.template.spec.restartPolicy': 'Never' },
      ['NotSupported spec.template.spec.restartPolicy'],
    ],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(daemonSet, changes))).toEqual(expected);
  });
});

describe('StatefulSet', () => {
  const claim = {
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  };
  const mount = [{ name: 'web', image: 'nginx:1.27', volumeMounts: [{ name: 'data', mountPath: '/data' }] }];
  const claims = { 'spec.volumeClaimTemplates': [claim], 'spec.template.spec.containers': mount };
  const at = 'spec.volumeClaimTemplates[0].spec';

  test.each<Row>([
    ['a claim can be mounted', claims, []],
    [
      'a claim hides a volume of its name',
      { ...claims, 'spec.template.spec.volumes': [{ name: 'data', emptyDir: {} }] },
      [],
    ],
    [
      'a volume that no claim makes is missing',
      { 'spec.template.spec.containers': mount },
      ['NotFound spec.template.spec.containers[0].volumeMounts[0].name'],
    ],
    [
      'a claim says what it wants',
      { 'spec.volumeClaimTemplates': [{ metadata: { name: 'data' } }] },
      [`Required ${at}.accessModes`, `Required ${at}.resources[storage]`],
    ],
    ['the name is a DNS label', { 'metadata.name': 'web.one' }, ['Invalid metadata.name']],
    ['the Service name is a DNS label', { 'spec.serviceName': 'web.one' }, ['Invalid spec.serviceName']],
    ['a Service name is not demanded', { 'spec.serviceName': undefined }, []],
    [
      'Pods are managed in one of two ways',
      { 'spec.podManagementPolicy': 'Random' },
      ['Invalid spec.podManagementPolicy'],
    ],
    [
      'a type that is not known is reported at the strategy',
      { 'spec.updateStrategy': { type: 'Slow' } },
      ['Invalid spec.updateStrategy'],
    ],
    [
      'OnDelete has no rolling update',
      { 'spec.updateStrategy': { type: 'OnDelete', rollingUpdate: {} } },
      ['Invalid spec.updateStrategy.rollingUpdate'],
    ],
    [
      'a partition is not negative',
      { 'spec.updateStrategy': { rollingUpdate: { partition: -1 } } },
      ['Invalid spec.updateStrategy.rollingUpdate.partition'],
    ],
    [
      'maxUnavailable is behind a gate and not looked at',
      { 'spec.updateStrategy': { rollingUpdate: { maxUnavailable: 0 } } },
      [],
    ],
    ['ordinals are not negative', { 'spec.ordinals': { start: -1 } }, ['Invalid spec.ordinals.start']],
    [
      'claims are retained or deleted',
      { 'spec.persistentVolumeClaimRetentionPolicy': { whenDeleted: 'Keep', whenScaled: 'Keep' } },
      [
        'NotSupported spec.persistentVolumeClaimRetentionPolicy.whenDeleted',
        'NotSupported spec.persistentVolumeClaimRetentionPolicy.whenScaled',
      ],
    ],
    [
      'restart policy and deadline are looked at beside a broken selector too',
      {
        'spec.selector.matchLabels': { app: '?' },
        'spec.template.spec.restartPolicy': 'Never',
        'spec.template.spec.activeDeadlineSeconds': 1,
      },
      [
        'Forbidden spec.template.spec.activeDeadlineSeconds',
        'Invalid spec.selector',
        'Invalid spec.selector.matchLabels',
        'NotSupported spec.template.spec.restartPolicy',
      ],
    ],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(statefulSet, changes))).toEqual(expected);
  });

  test('a volume is reported behind the claims, where the server has put it', () => {
    const volumes = [{ name: 'data', emptyDir: {} }, { name: 'Bad' }];
    const expected = ['Invalid spec.template.spec.volumes[1].name'];
    expect(said(tweaks(statefulSet, { ...claims, 'spec.template.spec.volumes': volumes }))).toEqual(expected);
  });

  test('servers before 1.34 look neither at the Pod spec nor at the claims', () => {
    const broken = tweaks(statefulSet, { 'spec.template.spec.containers': [], 'spec.volumeClaimTemplates': [{}] });
    expect(said(broken, '1.33')).toEqual([]);
    expect(said(broken, '1.34')).toContain('Required spec.template.spec.containers');
  });
});

describe('CronJob', () => {
  const at = 'spec.jobTemplate.spec';

  test.each<Row>([
    ['a schedule is demanded', { 'spec.schedule': '' }, ['Required spec.schedule']],
    ['a schedule has five fields', { 'spec.schedule': '* * * *' }, ['Invalid spec.schedule']],
    ['Sunday is 0 and not 7', { 'spec.schedule': '0 0 * * 7' }, ['Invalid spec.schedule']],
    ['odd schedules that the server takes pass', { 'spec.schedule': '1,,2 +1 */61 * *' }, []],
    ['a schedule names no time zone', { 'spec.schedule': 'TZ=UTC 0 4 * * *' }, ['Invalid spec.schedule']],
    ['a time zone is one of the database', { 'spec.timeZone': 'Europe/Berlin' }, []],
    ['a time zone is spelt as in the database', { 'spec.timeZone': 'europe/berlin' }, ['Invalid spec.timeZone']],
    ['a time zone is not empty', { 'spec.timeZone': '' }, ['Invalid spec.timeZone']],
    ['a name leaves room for that of the Job', { 'metadata.name': 'a'.repeat(53) }, ['Invalid metadata.name']],
    ['a generated name needs the room too', { metadata: { generateName: 'a'.repeat(48) } }, ['Invalid metadata.name']],
    [
      'runs overlap in one of three ways',
      { 'spec.concurrencyPolicy': 'Queue' },
      ['NotSupported spec.concurrencyPolicy'],
    ],
    [
      'limits are not negative',
      { 'spec.startingDeadlineSeconds': -1, 'spec.successfulJobsHistoryLimit': -1, 'spec.failedJobsHistoryLimit': -1 },
      [
        'Invalid spec.failedJobsHistoryLimit',
        'Invalid spec.startingDeadlineSeconds',
        'Invalid spec.successfulJobsHistoryLimit',
      ],
    ],
    [
      'the Job template has no selector',
      { [`${at}.selector`]: { matchLabels: { a: 'b' } } },
      [`Invalid ${at}.selector`],
    ],
    [
      'the Job template selects nothing by hand',
      { [`${at}.manualSelector`]: true },
      [`NotSupported ${at}.manualSelector`],
    ],
    [
      'metadata of the Job template is not looked at',
      { 'spec.jobTemplate.metadata': { name: '?', labels: { 'a b': '?' } } },
      [],
    ],
    ['the Job is judged where it stands', { [`${at}.completions`]: -1 }, [`Invalid ${at}.completions`]],
    [
      'the restart policy is demanded',
      { [`${at}.template.spec.restartPolicy`]: undefined },
      [`Required ${at}.template.spec.restartPolicy`],
    ],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(cronJob, changes))).toEqual(expected);
  });
});

test('a PodTemplate may hold any restart policy and no ephemeral containers', () => {
  expect(said(tweaks(podTemplate, { 'template.spec.restartPolicy': 'Never' }))).toEqual([]);
  const ephemeral = [{ name: 'debug', image: 'busybox:1.37' }];
  expect(said(tweaks(podTemplate, { 'template.spec.ephemeralContainers': ephemeral }))).toEqual([
    'Forbidden template.spec.ephemeralContainers',
  ]);
});

test('a Job without a template says so once for each field', () => {
  expect(said(tweaks(job, { 'spec.template': {} }))).toEqual([
    'Required spec.template.spec.containers',
    'Required spec.template.spec.restartPolicy',
  ]);
});
