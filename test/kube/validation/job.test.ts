import { job, said, tweaks } from '../support/objects';

type Row = readonly [rule: string, changes: Readonly<Record<string, unknown>>, said: readonly string[]];

const indexed = { 'spec.completionMode': 'Indexed', 'spec.completions': 5 };
const policy = (...rules: unknown[]) => ({ 'spec.podFailurePolicy': { rules } });
const exitCodes = (onExitCodes: unknown) => policy({ action: 'FailJob', onExitCodes });
const rule = 'spec.podFailurePolicy.rules[0]';
const success = (...rules: unknown[]) => ({ ...indexed, 'spec.successPolicy': { rules } });
const successRule = 'spec.successPolicy.rules[0]';

test.each<Row>([
  [
    'counts are not negative',
    { 'spec.parallelism': -1, 'spec.completions': -1 },
    ['Invalid spec.completions', 'Invalid spec.parallelism'],
  ],
  [
    'deadlines and retries are not negative',
    { 'spec.activeDeadlineSeconds': -1, 'spec.backoffLimit': -1, 'spec.ttlSecondsAfterFinished': -1 },
    ['Invalid spec.activeDeadlineSeconds', 'Invalid spec.backoffLimit', 'Invalid spec.ttlSecondsAfterFinished'],
  ],
  [
    'Always is no restart policy of a Job',
    { 'spec.template.spec.restartPolicy': 'Always' },
    ['Required spec.template.spec.restartPolicy'],
  ],
  [
    'another word is one that the Pod does not know either',
    { 'spec.template.spec.restartPolicy': 'Often' },
    ['NotSupported spec.template.spec.restartPolicy'],
  ],
  ['a completion mode is one of two', { 'spec.completionMode': 'Random' }, ['NotSupported spec.completionMode']],
  [
    'Indexed needs completions',
    { 'spec.completionMode': 'Indexed', 'spec.parallelism': 2 },
    ['Required spec.completions'],
  ],
  ['Indexed bounds parallelism', { ...indexed, 'spec.parallelism': 100_001 }, ['Invalid spec.parallelism']],
  [
    'the last index must fit into a host name',
    { ...indexed, 'metadata.name': 'a'.repeat(62) },
    ['Invalid metadata.name'],
  ],
  [
    'a name that is too long for a label is refused as label and as name',
    { 'metadata.name': 'a'.repeat(64) },
    ['Invalid spec.template.labels'],
  ],
  ['retries of an index need indexes', { 'spec.backoffLimitPerIndex': 1 }, ['Invalid spec.backoffLimitPerIndex']],
  [
    'failed indexes need retries of an index',
    { ...indexed, 'spec.maxFailedIndexes': 2 },
    ['Required spec.backoffLimitPerIndex'],
  ],
  [
    'no more indexes may fail than there are',
    { ...indexed, 'spec.backoffLimitPerIndex': 1, 'spec.maxFailedIndexes': 6 },
    ['Invalid spec.maxFailedIndexes'],
  ],
  [
    'very many indexes are bounded further',
    { ...indexed, 'spec.completions': 100_001, 'spec.backoffLimitPerIndex': 1, 'spec.parallelism': 10_001 },
    ['Invalid spec.parallelism', 'Required spec.maxFailedIndexes'],
  ],
  [
    'Pods are replaced in one of two ways',
    { 'spec.podReplacementPolicy': 'Soon' },
    ['NotSupported spec.podReplacementPolicy'],
  ],
  [
    'beside a failure policy only failed Pods are replaced',
    {
      ...policy({ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }),
      'spec.podReplacementPolicy': 'TerminatingOrFailed',
    },
    ['NotSupported spec.podReplacementPolicy'],
  ],
  ['a manager has a domain', { 'spec.managedBy': 'manager' }, ['Invalid spec.managedBy']],
  [
    'a manager is named within 63 characters',
    { 'spec.managedBy': `example.com/${'a'.repeat(52)}` },
    ['TooLong spec.managedBy'],
  ],
  ['a manager is not empty', { 'spec.managedBy': '' }, ['Required spec.managedBy']],
])('%s', (_rule, changes, expected) => {
  expect(said(tweaks(job, changes))).toEqual(expected);
});

describe('the failure policy', () => {
  test.each<Row>([
    [
      'needs Pods that are not restarted',
      { ...exitCodes({ operator: 'In', values: [1] }), 'spec.template.spec.restartPolicy': 'OnFailure' },
      ['Invalid spec.template.spec.restartPolicy'],
    ],
    ['takes exit codes in order', exitCodes({ operator: 'In', values: [1, 42] }), []],
    [
      'does not take exit codes out of order',
      exitCodes({ operator: 'In', values: [42, 1] }),
      [`Invalid ${rule}.onExitCodes.values`],
    ],
    [
      'does not take an exit code twice',
      exitCodes({ operator: 'NotIn', values: [1, 1] }),
      [`Duplicate ${rule}.onExitCodes.values[1]`],
    ],
    [
      'does not take 0 as a failure',
      exitCodes({ operator: 'In', values: [0] }),
      [`Invalid ${rule}.onExitCodes.values[0]`],
    ],
    ['takes 0 among the others', exitCodes({ operator: 'NotIn', values: [0] }), []],
    ['needs exit codes', exitCodes({ operator: 'In', values: [] }), [`Invalid ${rule}.onExitCodes.values`]],
    [
      'takes 255 exit codes',
      exitCodes({ operator: 'In', values: Array.from({ length: 256 }, (_, code) => code + 1) }),
      [`TooMany ${rule}.onExitCodes.values`],
    ],
    ['knows two operators', exitCodes({ operator: 'Is', values: [1] }), [`NotSupported ${rule}.onExitCodes.operator`]],
    ['needs an operator', exitCodes({ values: [1] }), [`Required ${rule}.onExitCodes.operator`]],
    [
      'names a container of the template',
      exitCodes({ containerName: 'other', operator: 'In', values: [1] }),
      [`Invalid ${rule}.onExitCodes.containerName`],
    ],
    ['is about exit codes or conditions', policy({ action: 'Count' }), [`Invalid ${rule}`]],
    [
      'is not about both',
      policy({ action: 'Count', onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [{ type: 'Ready' }] }),
      [`Invalid ${rule}`],
    ],
    [
      'takes a condition for true if nothing is said',
      policy({ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }),
      [],
    ],
    [
      'knows three states of a condition',
      policy({ action: 'Ignore', onPodConditions: [{ type: 'a b', status: 'Maybe' }] }),
      [`Invalid ${rule}.onPodConditions[0].type`, `NotSupported ${rule}.onPodConditions[0].status`],
    ],
    [
      'knows four actions',
      policy({ action: 'Retry', onPodConditions: [{ type: 'Ready' }] }),
      [`NotSupported ${rule}.action`],
    ],
    ['needs an action', policy({ onPodConditions: [{ type: 'Ready' }] }), [`Required ${rule}.action`]],
    [
      'fails an index where indexes are retried',
      policy({ action: 'FailIndex', onPodConditions: [{ type: 'Ready' }] }),
      [`Invalid ${rule}.action`],
    ],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(job, changes))).toEqual(expected);
  });
});

describe('the success policy', () => {
  test.each<Row>([
    ['needs indexes', { 'spec.successPolicy': { rules: [{ succeededCount: 1 }] } }, ['Invalid spec.successPolicy']],
    ['needs a rule', success(), ['Required spec.successPolicy.rules']],
    ['has rules that say something', success({}), [`Required ${successRule}`]],
    ['takes indexes and a count', success({ succeededIndexes: '0,2-4', succeededCount: 4 }), []],
    [
      'counts no more than the indexes it names',
      success({ succeededIndexes: '0,2-4', succeededCount: 5 }),
      [`Invalid ${successRule}.succeededCount`],
    ],
    ['counts no more than completions', success({ succeededCount: 6 }), [`Invalid ${successRule}.succeededCount`]],
    [
      'names indexes below completions',
      success({ succeededIndexes: '0-5' }),
      [`Invalid ${successRule}.succeededIndexes`],
    ],
    ['names rising indexes', success({ succeededIndexes: '2,1' }), [`Invalid ${successRule}.succeededIndexes`]],
    ['names an interval that rises', success({ succeededIndexes: '2-2' }), [`Invalid ${successRule}.succeededIndexes`]],
    ['names numbers', success({ succeededIndexes: 'a-b' }), [`Invalid ${successRule}.succeededIndexes`]],
    [
      'beside no completions is refused, though it would crash the server',
      {
        'spec.completionMode': 'Indexed',
        'spec.parallelism': 1,
        'spec.successPolicy': { rules: [{ succeededIndexes: '0' }] },
      },
      ['Required spec.completions'],
    ],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(job, changes))).toEqual(expected);
  });

  test('is dropped by servers that have it switched off', () => {
    const wrong = tweaks(job, { 'spec.successPolicy': { rules: [] } });
    expect(said(wrong, '1.30')).toEqual([]);
    expect(said(wrong, '1.31')).toEqual(['Invalid spec.successPolicy']);
  });
});

describe('the selector', () => {
  test('is made by the server, labels included', () => {
    expect(said(tweaks(job, { 'spec.template.metadata': { labels: { app: 'web' } } }))).toEqual([]);
  });

  test('of an exported Job is refused with its labels', () => {
    const exported = tweaks(job, {
      'spec.selector': { matchLabels: { 'controller-uid': 'b6f4' } },
      'spec.template.metadata.labels': { 'controller-uid': 'b6f4', 'job-name': 'web' },
    });
    expect(said(exported)).toEqual(['Invalid spec.selector', 'Invalid spec.template.metadata.labels[controller-uid]']);
  });

  test('written by hand must be there and fit', () => {
    const byHand = { 'spec.manualSelector': true, 'spec.template.metadata.labels': { app: 'web' } };
    expect(said(tweaks(job, byHand))).toEqual(['Invalid spec.template.metadata.labels', 'Required spec.selector']);
    expect(said(tweaks(job, { ...byHand, 'spec.selector': { matchLabels: { app: 'web' } } }))).toEqual([]);
    expect(said(tweaks(job, { ...byHand, 'spec.selector': { matchLabels: { app: 'api' } } }))).toEqual([
      'Invalid spec.template.metadata.labels',
    ]);
  });
});
