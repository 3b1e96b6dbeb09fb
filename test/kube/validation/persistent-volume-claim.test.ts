import { judge } from '../../../lib/kube/judge';
import { persistentVolumeClaim, pod, said, statefulSet, tweaks } from '../support/objects';

const at = 'spec.volumeClaimTemplates[0].spec';
const sound = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

test.each([
  ['a claim asks for storage in a mode', {}, []],
  ['access modes are known', { accessModes: ['Read', 'Write'] }, [`NotSupported ${at}.accessModes`]],
  [
    'a mode of one Pod stands alone',
    { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] },
    [`Forbidden ${at}.accessModes`],
  ],
  ['storage is more than nothing', { resources: { requests: { storage: 0 } } }, [`Invalid ${at}.resources[storage]`]],
  [
    'storage is not less than nothing',
    { resources: { requests: { storage: '-1Gi' } } },
    [`Invalid ${at}.resources[storage]`],
  ],
  ['a limit is no request', { resources: { limits: { storage: '1Gi' } } }, [`Required ${at}.resources[storage]`]],
  ['a class may be none', { storageClassName: '' }, []],
  ['a class is a name', { storageClassName: 'Fast' }, [`Invalid ${at}.storageClassName`]],
  [
    'a class of attributes is a name',
    { volumeAttributesClassName: 'Fast' },
    [`Invalid ${at}.volumeAttributesClassName`],
  ],
  ['a volume is files or a device', { volumeMode: 'Tape' }, [`NotSupported ${at}.volumeMode`]],
  ['a selector is judged', { selector: { matchLabels: { 'a b': 'c' } } }, [`Invalid ${at}.selector.matchLabels`]],
  [
    'a source is named',
    { dataSource: {} },
    [`Invalid ${at}.dataSource`, `Required ${at}.dataSource.kind`, `Required ${at}.dataSource.name`],
  ],
  [
    'a source of another API has its group',
    { dataSource: { kind: 'Snapshot', name: 'a' } },
    [`Invalid ${at}.dataSource`],
  ],
  [
    'a group is a DNS name',
    { dataSource: { apiGroup: 'A', kind: 'Snapshot', name: 'a' } },
    [`Invalid ${at}.dataSource.apiGroup`],
  ],
  [
    'both sources are the same',
    {
      dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
      dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' },
    },
    [`Invalid ${at}`],
  ],
  [
    'a source elsewhere stands alone',
    {
      dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
      dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'a', namespace: 'b' },
    },
    [`Invalid ${at}`],
  ],
])('%s', (_rule, changes, expected) => {
  const claim = { metadata: { name: 'data' }, spec: { ...sound, ...changes } };
  expect(said(tweaks(statefulSet, { 'spec.volumeClaimTemplates': [claim] }))).toEqual(expected);
});

test('an ephemeral claim has labels and annotations and no other metadata', () => {
  const place = 'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata';
  const metadata = {
    name: 'a',
    uid: 'b',
    labels: { 'a b': 'c' },
    annotations: { 'a b': 'c' },
    creationTimestamp: null,
  };
  const volumes = [{ name: 'v', ephemeral: { volumeClaimTemplate: { metadata, spec: sound } } }];
  expect(said(tweaks(pod, { 'spec.volumes': volumes }))).toEqual([
    `Forbidden ${place}.name`,
    `Forbidden ${place}.uID`,
    `Invalid ${place}.annotations`,
    `Invalid ${place}.labels`,
  ]);
});

test('a claim that stands for itself is judged under its own paths', () => {
  expect(said(tweaks(persistentVolumeClaim, { 'spec.accessModes': [], 'metadata.name': 'A' }))).toEqual([
    'Invalid metadata.name',
    'Required spec.accessModes',
  ]);
});

describe('the sources of a claim that stands for itself', () => {
  const old = { kind: 'PersistentVolumeClaim', name: 'a' };
  test.each([
    ['are the same', { dataSource: old, dataSourceRef: old }, []],
    [
      'are dropped where the old field names neither claim nor snapshot',
      { dataSource: { kind: 'Backup', name: '' } },
      [],
    ],
    ['are dropped where they are elsewhere', { dataSourceRef: { kind: '', name: '', namespace: 'b' } }, []],
    [
      'keep the old field beside one that is elsewhere',
      { dataSource: old, dataSourceRef: { ...old, namespace: 'b' } },
      [],
    ],
    [
      'keep the old field beside a new one',
      { dataSource: { kind: 'Backup', name: 'a' }, dataSourceRef: old },
      ['Invalid spec', 'Invalid spec.dataSource'],
    ],
    [
      'are copied from the old field',
      { dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: '' } },
      ['Required spec.dataSource.name', 'Required spec.dataSourceRef.name'],
    ],
    [
      'are copied from the new field',
      { dataSourceRef: { apiGroup: 'A', kind: 'Backup', name: 'a' } },
      ['Invalid spec.dataSource.apiGroup', 'Invalid spec.dataSourceRef.apiGroup'],
    ],
  ])('%s', (_rule, sources, expected) => {
    const spec = { ...persistentVolumeClaim.spec, ...sources };
    expect(said({ ...persistentVolumeClaim, spec })).toEqual(expected);
  });
});

test('a claim is warned of storage that is not whole bytes, and of the annotation that named its class', () => {
  const storage = '1500m';
  const claim = tweaks(persistentVolumeClaim, {
    'metadata.annotations': { 'volume.beta.kubernetes.io/storage-class': 'fast' },
    'spec.resources': { requests: { storage }, limits: { storage } },
  });
  expect(judge(claim).warnings.map(({ path }) => path)).toEqual([
    'metadata.annotations[volume.beta.kubernetes.io/storage-class]',
    'spec.resources.limits[storage]',
    'spec.resources.requests[storage]',
  ]);
  expect(judge(persistentVolumeClaim).warnings).toEqual([]);
});
