import { because, configMap, Deployment, emptyDir, pod, readOnly } from 'podwright';
import type { AnyPod } from 'podwright';
import { base, filesOf, refusalsOf } from '../support/shop';

const api = pod('api', base);
const helper = { ...base, because: 'it is tested here' };
const at = (place: string) => [`spec.template.spec.${place}`];
const refusals = (given: AnyPod) => refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));

describe('a volume is there for somebody', () => {
  test('one that no container mounts is refused', () => {
    expect(refusals(api.volume('data', emptyDir()))).toEqual(at('volumes[0] [unmounted-volume]'));
    expect(refusals(api.volume('data', configMap('data')))).toEqual(at('volumes[0] [unmounted-volume]'));
  });

  test('an env file is a use of its volume', () => {
    const variable = { valueFrom: { fileKeyRef: { volumeName: 'env', path: 'a.env', key: 'A' } } };
    const given = pod('api', { ...base, env: { A: variable } })
      .volume('env', emptyDir())
      .initContainer('write', { ...helper, volumeMounts: { '/env': 'env' } });
    expect(refusals(given)).toEqual([]);
  });

  test('a reason says who mounts it, and is printed above it', () => {
    const meant = api.volume('data', because('the mesh mounts it when it injects its proxy', emptyDir()));
    expect(refusals(meant)).toEqual([]);
    const [file] = filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: meant }));
    expect(file?.text).toContain('# the mesh mounts it when it injects its proxy\n        - name: data\n');
  });
});

describe('an emptyDir is written before it is read', () => {
  const reading = (name: string, given = api.volume('data', emptyDir(), { api: '/data' })) =>
    given.initContainer(name, { ...helper, volumeMounts: { '/data': { name: 'data', readOnly: true } } });

  test('one that everybody only reads is refused', () => {
    const read = api.volume('data', emptyDir(), { api: readOnly('/data') });
    expect(refusals(read)).toEqual(at('volumes[0] [unwritten-volume]'));
    expect(refusals(api.volume('data', configMap('data'), { api: readOnly('/data') }))).toEqual([]);
    const meant = api.volume('data', because('a webhook adds its writer', emptyDir()), { api: readOnly('/data') });
    expect(refusals(meant)).toEqual([]);
  });

  test('one that only the application mounts is its scratch space', () => {
    expect(refusals(api.volume('data', emptyDir(), { api: '/data' }))).toEqual([]);
  });

  test('an init container does not read what is written after its end', () => {
    expect(refusals(reading('early'))).toEqual(at('initContainers[0].volumeMounts[0] [read-before-written]'));
    const written = api
      .volume('data', emptyDir(), { api: '/data' })
      .initContainer('write', { ...helper, volumeMounts: { '/data': 'data' } });
    expect(refusals(reading('late', written))).toEqual([]);
  });

  test('a sidecar may wait for it', () => {
    const given = api
      .volume('data', emptyDir(), { api: '/data' })
      .sidecar('tail', { ...helper, volumeMounts: { '/data': { name: 'data', readOnly: true } } });
    expect(refusals(given)).toEqual([]);
  });
});

describe('a mount says its path from the root', () => {
  const loose = api.volume('data', emptyDir()).volume('other', emptyDir(), { api: '/other' });

  test.each<readonly [rule: string, given: AnyPod, problems: readonly string[]]>([
    [
      'a path without it is refused',
      api.volume('data', emptyDir(), { api: 'data' }),
      at('containers[0].volumeMounts[0].mountPath [relative-mount-path]'),
    ],
    [
      'a volume where the path belongs is refused',
      loose.extend('api', { volumeMounts: { data: 'data' } }),
      at('containers[0].volumeMounts[1].mountPath [relative-mount-path]'),
    ],
    ['a drive of Windows is a root', api.volume('data', emptyDir(), { api: 'C:\\data' }), []],
  ])('%s', (_, given, problems) => {
    expect(refusals(given)).toEqual(problems);
  });

  test.each<readonly [mount: Readonly<Record<string, string>>, says: RegExp]>([
    [{ data: 'data' }, /did you mean "\/data"\?/],
    [{ data: '/data' }, /did you mean { '\/data': 'data' }: path first, then volume\?/],
  ])('%j is said how it was meant', (mount, says) => {
    const given = loose.extend('api', { volumeMounts: mount as Readonly<Record<string, 'data'>> });
    expect(() => filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }))).toThrow(says);
  });
});
