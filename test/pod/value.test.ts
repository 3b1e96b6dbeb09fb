import {
  because,
  configMapKey,
  Deployment,
  emptyDir,
  except,
  hostPath,
  pod,
  readOnly,
  secretKey,
  without,
} from 'podwright';
import type { AnyPod } from 'podwright';
import { base, filesOf, refusalsOf, sized, textOf } from '../support/shop';

const deployed = (given: AnyPod, props = {}) =>
  textOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }), props);
const refused = (given: AnyPod) => refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));
const helped = { ...base, because: 'it is tested' };

describe('a Pod is a value', () => {
  test('that later changes to what it was made of do not reach', () => {
    const env: Record<string, string> = { LEVEL: 'info' };
    const args = ['serve'];
    const labels: Record<string, string> = { tier: 'web' };
    const source = { emptyDir: { sizeLimit: '1Mi' as const } };
    const mounts = { api: { mountPath: '/data', readOnly: false } };
    const affinity = { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] as never[] } };
    const overlay = { spec: { hostname: 'one' } };
    const why = { because: 'it is old' };
    const given = pod('api', { ...base, env, args, image: except('nginx', why) })
      .metadata({ labels })
      .volume('data', source, mounts)
      .spec({ affinity })
      .overlay(overlay)
      .without('readOnlyRootFilesystem', why);
    const before = deployed(given);
    Object.assign(env, { LEVEL: 'debug', MORE: 'x' });
    args.push('--now');
    Object.assign(labels, { tier: 'db' });
    Object.assign(source.emptyDir, { sizeLimit: '2Gi' });
    Object.assign(mounts.api, { mountPath: '/other' });
    Object.assign(affinity, { podAffinity: {} });
    Object.assign(overlay.spec, { hostname: 'two' });
    Object.assign(why, { because: 'somebody changed it' });
    expect(deployed(given)).toBe(before);
  });

  test('that nobody can change from outside, through and through', () => {
    const given = pod('api', base)
      .sidecar('proxy', helped)
      .volume('data', emptyDir())
      .metadata({ labels: { a: 'b' } });
    const { model } = given;
    const parts = [given, model, model.containers, model.containers[0], model.containers[0]?.container, model.volumes];
    for (const part of [...parts, model.volumes[0]?.source, model.labels, model.problems, model.comments, model.spec]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  test('of which every step makes a new one', () => {
    const first = pod('api', base);
    const before = deployed(first);
    first
      .sidecar('proxy', helped)
      .scratch('/tmp', '1Mi')
      .metadata({ labels: { a: 'b' } })
      .spec({ hostname: 'x' });
    expect(deployed(first)).toBe(before);
  });
});

describe('an argument that cannot be right is refused where it is written', () => {
  const api = pod('api', base);
  test.each<[string, () => unknown]>([
    ['a name that is no text', () => pod(5 as never, base)],
    ['a container without fields', () => api.container('b', undefined as never)],
    ['fields in a list', () => pod('api', [] as never)],
    ['mounts that are nothing', () => api.volume('v', emptyDir(), null as never)],
    ['a path that is no text', () => api.scratch(5 as never, '1Mi')],
    ['metadata that is nothing', () => api.metadata(undefined as never)],
    ['a spec that is nothing', () => api.spec(null as never)],
    ['an overlay that is text', () => api.overlay('spec' as never)],
    ['a comment on nothing', () => api.comment(undefined as never, 'x')],
    ['a comment that is no text', () => api.comment('spec', 5 as never)],
    ['a pattern that returns nothing', () => api.use((() => undefined) as never)],
    ['a pattern that returns a model', () => api.use((given: AnyPod) => given.model as never)],
    ['an exception without a reason', () => except('nginx', undefined as never)],
    ['a Secret without a name', () => secretKey(undefined as never, 'k')],
    ['a ConfigMap that is a number', () => configMapKey(5 as never, 'k')],
  ])('%s', (_, make) => {
    expect(make).toThrow(TypeError);
  });

  test.each<[string, () => unknown]>([
    ['pod("api") needs', () => pod('api', [] as never)],
    ['.sidecar("tail") needs', () => api.sidecar('tail', undefined as never)],
    ['the name in .volume() must', () => api.volume(5 as never, emptyDir())],
    ['the record of mounts in .volume() needs', () => api.volume('v', emptyDir(), null as never)],
    ['.spec() needs', () => api.spec(null as never)],
    ['the path in .scratch() must', () => api.scratch(5 as never, '1Mi')],
    ['the reason in except(value, why) needs', () => except('nginx', undefined as never)],
    ['the reason in without(why) must', () => without({ because: ' ' })],
    ['the reason in hostPath(path, why) needs', () => hostPath('/var/log', undefined as never)],
    [
      "the owner in .without('runAsNonRoot', why) must",
      () => api.without('runAsNonRoot', { because: 'a b', owner: '' }),
    ],
  ])('and the call is named: %s', (named, make) => {
    expect(make).toThrow(named);
  });
});

describe('what plain JavaScript leaves out or puts in the wrong place is refused at synthesis', () => {
  const template = (path: string) => `spec.template.spec.${path}`;
  const loose = <T>(options: object) => options as T;
  test.each<readonly [string, AnyPod, readonly string[]]>([
    [
      'a sidecar without a reason',
      pod('api', base).sidecar('b', base as never),
      ['initContainers[0].because [reason-required]'],
    ],
    [
      'an init container without a reason',
      pod('api', base).initContainer('b', base as never),
      ['initContainers[0].because [reason-required]'],
    ],
    [
      'a second container without a reason',
      pod('api', base).container('b', base as never),
      ['containers[1].because [reason-required]'],
    ],
    [
      'an empty reason',
      pod('api', base).sidecar('b', { ...base, because: ' ' }),
      ['initContainers[0].because [reason-required]'],
    ],
    [
      'a reason that is no text',
      pod('api', base).sidecar('b', { ...base, because: 5 as never }),
      ['initContainers[0].because [reason-required]'],
    ],
    [
      'a legacy sidecar without a reason',
      pod('api', base).sidecar('b', { ...helped, legacy: true as never }),
      ['initContainers[0].legacy [reason-required]'],
    ],
    [
      'scratch that is no record',
      pod('api', loose<typeof base>({ ...base, scratch: '/tmp' })),
      ['containers[0].scratch [wrong-type]'],
    ],
    ['scratch without a size', pod('api', base).scratch('/tmp', undefined as never), ['volumes [scratch-size]']],
    [
      'one scratch directory twice',
      pod('api', base).scratch('/tmp', '1Mi').scratch('/tmp', '2Mi'),
      ['containers[0].volumeMounts[1].mountPath [duplicate-mount-path]'],
    ],
    ['containers in spec', pod('api', base).spec(loose({ containers: [] })), ['containers [set-elsewhere]']],
    [
      'init containers in spec',
      pod('api', base).spec(loose({ initContainers: [] })),
      ['initContainers [set-elsewhere]'],
    ],
    ['volumes in spec', pod('api', base).spec(loose({ volumes: [] })), ['volumes [set-elsewhere]']],
    [
      'the owner’s policy in spec',
      pod('api', base).spec(loose({ restartPolicy: 'Never' })),
      ['restartPolicy [set-elsewhere]'],
    ],
  ])('%s', (_, given, expected) => {
    expect(refused(given)).toEqual(expected.map(template));
  });

  test('labels without a value, and names of a Pod that its owner names', () => {
    expect(refused(pod('api', base).metadata({ labels: { a: undefined as never } }))).toEqual([
      'spec.template.metadata.labels[a] [undefined-value]',
    ]);
    expect(refused(pod('api', base).metadata({ name: 'x' } as object))).toEqual([
      'spec.template.metadata.name [set-elsewhere]',
    ]);
  });

  test('a mount made read-only stays so', () => {
    expect(readOnly('/data', { readOnly: false } as object)).toEqual({ mountPath: '/data', readOnly: true });
  });
});

test('scratch directories have names of their own, whatever differs in their paths', () => {
  const paths = { '/tmp/a': '1Mi', '/tmp-a': '1Mi', '/tmp/A': '1Mi', '/_': '1Mi' } as const;
  const given = pod('api', { ...base, scratch: paths });
  expect(given.model.volumes.map(({ name }) => name)).toEqual([
    'api-tmp-a',
    'api-tmp-a-2',
    'api-tmp-a-3',
    'api-scratch',
  ]);
  expect(refused(given)).toEqual([]);
});

describe('a sidecar', () => {
  const given = pod('api', base).sidecar('proxy', helped);
  const old = pod('api', base).sidecar('proxy', { ...helped, legacy: because('its exit must fail the Pod', true) });

  test.each([
    ['1.28', given, 'containers'],
    ['1.29', given, 'initContainers'],
    ['1.35', given, 'initContainers'],
    ['1.35', old, 'containers'],
    ['1.28', old, 'containers'],
  ] as const)('at target %s is found where that version starts it (%#)', (target, sidecar, list) => {
    const text = deployed(sidecar, { target });
    const [init = '', regular = ''] = text.split(/^ +containers:$/m);
    expect((list === 'containers' ? regular : init).includes('name: proxy')).toBe(true);
    expect(text.includes('not a native sidecar')).toBe(list === 'containers');
  });
});

describe('a Windows Pod', () => {
  test('has none of the defaults that only Linux knows, and is accepted', () => {
    const text = deployed(pod('api', base).spec({ os: { name: 'windows' } }));
    expect(text).toContain('runAsNonRoot: true');
    expect(text).not.toMatch(/seccompProfile|capabilities|allowPrivilegeEscalation|readOnlyRootFilesystem/);
  });
});

describe('comments', () => {
  const line = (given: AnyPod, part: string) =>
    deployed(given)
      .split('\n')
      .find((row) => row.includes(part))
      ?.trim();

  test('beside a field are one after another where there are several, and never break its line', () => {
    const given = pod('api', base)
      .comment('spec.containers[api].image', '{"$imagepolicy": "flux-system:api"}', { beside: true })
      .comment('spec.containers[api].image', 'two\nlines', { beside: true });
    expect(line(given, 'image:')).toBe(
      'image: registry.example.com/app:v1 # {"$imagepolicy": "flux-system:api"} # two lines',
    );
  });

  test('find entries by name before position, mounts by their path', () => {
    const given = pod('1', base)
      .container('0', helped)
      .scratch('/tmp', '1Mi')
      .comment('spec.containers[0].image', 'zero', { beside: true })
      .comment('spec.containers[1].volumeMounts[/tmp]', 'room');
    const rows = deployed(given)
      .split('\n')
      .map((row) => row.trim());
    expect(rows.slice(rows.indexOf('- name: "0"')).find((row) => row.startsWith('image:'))).toMatch(/# zero$/);
    expect(rows[rows.indexOf('# room') + 1]).toBe('- name: 1-tmp');
  });

  test('reasons of containers named like positions stand above their own container', () => {
    const given = pod('1', base).container('0', { ...base, because: 'the second' });
    const rows = deployed(given)
      .split('\n')
      .map((row) => row.trim());
    expect(rows[rows.indexOf('# the second') + 1]).toBe('- name: "0"');
  });
});

test('exceptions stand on fields, volumes and whole containers at once', () => {
  const why = { because: 'it is tested' };
  const given = pod('api', { ...base, resources: without(why) }).volume('node', hostPath('/var/log', why), {
    api: '/node',
  });
  const [file] = filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));
  expect(file?.text.match(/(without resources|exception): it is tested/g)).toHaveLength(2);
  expect(sized.limits.memory).toBe('64Mi');
});
