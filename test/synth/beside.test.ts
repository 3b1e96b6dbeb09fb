import { Deployment, except, ExperimentPod, pod, without } from 'podwright';
import type { Helper } from 'podwright';
import { manifestsIn, type ManifestDocument } from '../../synth/read-yaml';
import { base, textOf } from '../support/shop';

function read(text: string): readonly ManifestDocument[] {
  return [...manifestsIn(text, { beside: true })].filter((each): each is ManifestDocument => !('message' in each));
}

const remarksOf = (text: string) => read(text).map(({ beside }) => beside?.remarks);

describe('the lines of fields', () => {
  const yaml = `---
# a licence
apiVersion: v1
kind: Pod
metadata: { name: web,
  labels: { app.kubernetes.io/name: web } }
spec:
  containers:
    - name: web
      command:
        - sh
        - -c
    -
      name: second
`;

  test.each([
    ['', 3],
    ['kind', 4],
    ['metadata.labels', 6],
    ['metadata.labels[app.kubernetes.io/name]', 6],
    ['spec.containers[0]', 9],
    ['spec.containers[0].command[1]', 12],
    ['spec.containers[0].securityContext.runAsUser', 9],
    ['spec.containers[1].name', 14],
    ['status.phase', 3],
  ])('%s stands on line %i, or the field above it that is written does', (path, line) => {
    expect(read(yaml)[0]?.beside?.lineOf(path)).toBe(line);
  });

  test('lines count from the start of the file, in the second document and in the entries of a list', () => {
    const list = 'kind: List\nitems:\n  - kind: Pod\n    spec: {}\n  - kind: Pod\n    # why\n    spec: {}\n';
    const objects = read(`${yaml}---\n${list}`);
    expect(objects.map(({ beside }) => beside?.lineOf('spec'))).toEqual([7, 19, 22]);
    expect(objects.map(({ beside }) => beside?.remarks.length)).toEqual([0, 0, 1]);
  });

  test('JSON has lines too', () => {
    const [pod, second] = read('{"kind": "Pod",\n"spec": {}}\n{"kind": "Pod",\n\n"spec": {}}');
    expect([pod?.beside?.lineOf('spec'), second?.beside?.lineOf('spec')]).toEqual([2, 5]);
  });
});

describe('comments are read back as what their author said', () => {
  test('the header of an experiment excuses that nobody owns its Pod, until its end', () => {
    const text = textOf((shop) => {
      new ExperimentPod(shop, 'try', { purpose: 'tries DNS', deleteBy: '2027-01-31', pod: pod('x', base) });
    });
    expect(remarksOf(text)).toEqual([
      [{ path: '', kind: 'exception', text: 'tries DNS.', absent: 'ownerReferences', until: '2027-01-31' }],
    ]);
  });

  test('a reason, an exception with its terms, and the role of a helper', () => {
    const given = pod('api', {
      ...base,
      securityContext: { readOnlyRootFilesystem: except(false, { because: 'it is old', until: '2027-03-31' }) },
    }).sidecar('proxy', {
      ...base,
      because: 'TLS stays out of the application, which is so long a reason that it cannot stand on one line',
      helper: { pattern: 'ambassador', ifDown: 'unavailable', upstream: 'db:5432' },
      resources: without({ because: 'nobody measured it', owner: 'shop' }),
    });
    const text = textOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));
    const spec = 'spec.template.spec';
    expect(remarksOf(text)[0]).toEqual(
      expect.arrayContaining([
        {
          path: `${spec}.initContainers[0]`,
          kind: 'reason',
          text: 'TLS stays out of the application, which is so long a reason that it cannot stand on one line',
        },
        {
          path: `${spec}.initContainers[0]`,
          kind: 'role',
          text: 'ambassador to db:5432: while it is down, the application cannot do its work',
        },
        {
          path: `${spec}.initContainers[0]`,
          kind: 'exception',
          text: 'nobody measured it',
          absent: 'resources',
          owner: 'shop',
        },
        {
          path: `${spec}.containers[0].securityContext.readOnlyRootFilesystem`,
          kind: 'exception',
          text: 'it is old',
          until: '2027-03-31',
        },
      ]),
    );
    expect(read(text)[0]?.beside?.construct).toBe('shop/a');
  });

  test.each<Helper>([
    { pattern: 'sidecar', ifDown: 'observability' },
    { pattern: 'sidecar', ifDown: 'unavailable', fronts: 'http' },
    { pattern: 'ambassador', ifDown: 'unavailable', upstream: 'db-0:5432, db-1:5432' },
    { pattern: 'adapter', ifDown: 'scraping', source: 'what is sent to port statsd' },
  ])('the role of %j', (helper) => {
    const given = pod('api', base).sidecar('helper', { ...base, because: 'it shares its files', helper });
    const text = textOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));
    const path = 'spec.template.spec.initContainers[0]';
    expect(remarksOf(text)[0]).toEqual([
      { path, kind: 'reason', text: 'it shares its files' },
      {
        path,
        kind: 'role',
        text: expect.stringMatching(new RegExp(`^${helper.pattern}.*: while it is down`)) as string,
      },
    ]);
  });

  test.each([
    [
      'kind: Pod\nspec:\n  # hosts differ\n  nodeName: a\n',
      [{ path: 'spec.nodeName', kind: 'reason', text: 'hosts differ' }],
    ],
    ['# Copyright of somebody\nkind: Pod\n', []],
    ['# exception: all of it\nkind: Pod\n', [{ path: '', kind: 'exception', text: 'all of it' }]],
    ['kind: Pod\nspec: {}\n# the end\n', []],
    ['kind: Pod\nspec: |\n  # no comment\nmetadata: {}\n', []],
  ])('%j', (text, remarks) => {
    expect(remarksOf(text)).toEqual([remarks]);
  });
});
