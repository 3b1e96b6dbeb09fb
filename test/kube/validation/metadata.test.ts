import { daemonSet, deployment, job, pod, said, service, statefulSet, tweaks } from '../support/objects';

type Row = readonly [rule: string, changes: Readonly<Record<string, unknown>>, said: readonly string[]];

test.each<Row>([
  ['a name is demanded', { metadata: {} }, ['Required metadata.name']],
  ['a name may have dots', { 'metadata.name': 'web.example.com' }, []],
  ['a name has no capitals', { 'metadata.name': 'Web' }, ['Invalid metadata.name']],
  ['a name ends within 253 characters', { 'metadata.name': 'a'.repeat(254) }, ['Invalid metadata.name']],
  ['a prefix may end with a dash', { metadata: { generateName: 'web-' } }, []],
  [
    'a prefix is judged, and so is the name made of it',
    { metadata: { generateName: 'Web-' } },
    ['Invalid metadata.generateName', 'Invalid metadata.name'],
  ],
  [
    'a prefix that only ends badly becomes a good name',
    { metadata: { generateName: 'web.' } },
    ['Invalid metadata.generateName'],
  ],
  ['a prefix is judged beside a name too', { 'metadata.generateName': 'Web-' }, ['Invalid metadata.generateName']],
  [
    'label keys and values are reported at the labels',
    { 'metadata.labels': { 'a b': 'c', d: 'e f' } },
    ['Invalid metadata.labels'],
  ],
  [
    'annotation keys may have capitals in their prefix',
    { 'metadata.annotations': { 'Example.com/Key': 'any text at all' } },
    [],
  ],
  ['annotation keys are keys', { 'metadata.annotations': { 'a b': '' } }, ['Invalid metadata.annotations']],
  [
    'annotations have room for 256 KiB',
    { 'metadata.annotations': { a: 'x'.repeat(256 * 1024) } },
    ['TooLong metadata.annotations'],
  ],
  ['256 KiB fit, keys included', { 'metadata.annotations': { a: 'x'.repeat(256 * 1024 - 1) } }, []],
  [
    'room is counted in bytes',
    { 'metadata.annotations': { a: 'ß'.repeat(128 * 1024) } },
    ['TooLong metadata.annotations'],
  ],
  [
    'an owner is named in full, and reported without its position',
    { 'metadata.ownerReferences': [{}] },
    [
      'Invalid metadata.ownerReferences.apiVersion',
      'Invalid metadata.ownerReferences.kind',
      'Invalid metadata.ownerReferences.name',
      'Invalid metadata.ownerReferences.uid',
    ],
  ],
  [
    'one owner is the controller',
    {
      'metadata.ownerReferences': ['a', 'b'].map((name) => ({
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        name,
        uid: name,
        controller: true,
      })),
    },
    ['Invalid metadata.ownerReferences'],
  ],
  ['a finalizer has a domain', { 'metadata.finalizers': ['example.com/wait', 'kubernetes'] }, []],
  [
    'a finalizer without a domain is one of three',
    { 'metadata.finalizers': ['wait'] },
    ['Invalid metadata.finalizers[0]'],
  ],
  [
    'the two orders of deletion exclude each other',
    { 'metadata.finalizers': ['orphan', 'foregroundDeletion'] },
    ['Invalid metadata.finalizers'],
  ],
  [
    'what the server writes itself is not looked at',
    {
      'metadata.managedFields': [{ operation: 'Nothing' }],
      'metadata.resourceVersion': '12',
      'metadata.uid': 'x',
      'metadata.generation': -1,
      'metadata.creationTimestamp': null,
    },
    [],
  ],
])('%s', (_rule, changes, expected) => {
  expect(said(tweaks(deployment, changes))).toEqual(expected);
});

test('a Service is called after an old DNS label up to 1.35, and after any DNS label from 1.36 on', () => {
  expect(said(tweaks(service, { 'metadata.name': '1st' }), '1.35')).toEqual(['Invalid metadata.name']);
  expect(said(tweaks(service, { 'metadata.name': '1st' }), '1.36')).toEqual([]);
  expect(said(tweaks(service, { 'metadata.name': 'a.b' }), '1.36')).toEqual(['Invalid metadata.name']);
});

test('a StatefulSet is called after a DNS label, other owners may have dots', () => {
  expect(said(tweaks(statefulSet, { 'metadata.name': 'a.b' }))).toEqual(['Invalid metadata.name']);
  expect(said(tweaks(daemonSet, { 'metadata.name': 'a.b' }))).toEqual([]);
});

test('a Job without labels takes those of its template, faults included', () => {
  const faulty = { 'spec.template.metadata': { labels: { 'a b': 'c' } } };
  expect(said(tweaks(job, faulty))).toEqual(['Invalid metadata.labels', 'Invalid spec.template.labels']);
  expect(said(tweaks(job, { ...faulty, 'metadata.labels': { a: 'b' } }))).toEqual(['Invalid spec.template.labels']);
});

test('an impossible namespace is refused by us, since the server would not find it', () => {
  expect(said(tweaks(pod, { 'metadata.namespace': 'No Such' }))).toEqual(['Invalid metadata.namespace']);
});

describe('annotations of a Pod that the server reads', () => {
  test.each<Row>([
    [
      'a deletion cost is a whole number',
      { 'metadata.annotations': { 'controller.kubernetes.io/pod-deletion-cost': '+1' } },
      ['Invalid metadata.annotations[controller.kubernetes.io/pod-deletion-cost]'],
    ],
    [
      'a deletion cost may be negative',
      { 'metadata.annotations': { 'controller.kubernetes.io/pod-deletion-cost': '-100' } },
      [],
    ],
    [
      'a mirror Pod has a node',
      { 'metadata.annotations': { 'kubernetes.io/config.mirror': 'x' } },
      ['Invalid metadata.annotations[kubernetes.io/config.mirror]'],
    ],
    [
      'AppArmor profiles are for containers of the Pod',
      { 'metadata.annotations': { 'container.apparmor.security.beta.kubernetes.io/other': 'unconfined' } },
      ['Invalid metadata.annotations[container.apparmor.security.beta.kubernetes.io/other]'],
    ],
    [
      'seccomp profiles are known, or a path',
      { 'metadata.annotations': { 'seccomp.security.alpha.kubernetes.io/pod': 'loose' } },
      ['Invalid metadata.annotations.seccomp.security.alpha.kubernetes.io/pod'],
    ],
    [
      'annotation and field name one seccomp profile',
      {
        'metadata.annotations': { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' },
        'spec.securityContext': { seccompProfile: { type: 'RuntimeDefault' } },
      },
      ['Forbidden spec.securityContext.seccompProfile.type'],
    ],
    [
      'tolerations in JSON are judged',
      { 'metadata.annotations': { 'scheduler.alpha.kubernetes.io/tolerations': '[{"operator":"Is"}]' } },
      [
        'Invalid metadata.annotations.scheduler.alpha.kubernetes.io/tolerations[0].operator',
        'NotSupported metadata.annotations.scheduler.alpha.kubernetes.io/tolerations[0].operator',
      ],
    ],
    [
      'tolerations that are no JSON are refused',
      { 'metadata.annotations': { 'scheduler.alpha.kubernetes.io/tolerations': 'any' } },
      ['Invalid metadata.annotations'],
    ],
  ])('%s', (_rule, changes, expected) => {
    expect(said(tweaks(pod, changes))).toEqual(expected);
  });
});
