import { Deployment, pod } from 'podwright';
import type { AnyPod } from 'podwright';
import { share } from 'podwright/patterns';
import { base, refusalsOf } from '../support/shop';

const web = pod('web', base).initContainer('unpack', { ...base, because: 'pages are released more often' });
const refusals = (given: AnyPod) => refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));
const pages = { volume: 'pages', sizeLimit: '64Mi' } as const;

describe('a shared volume', () => {
  test('is written by some and only read by the rest, each at a path of its own', () => {
    const given = web.use(
      share({ ...pages, writtenBy: { unpack: '/html' }, readBy: { web: '/srv' }, medium: 'Memory' }),
    );
    const mounts = Object.fromEntries(
      given.model.containers.map(({ name, container }) => [name, container['volumeMounts']]),
    );
    expect(mounts).toEqual({
      web: [{ name: 'pages', mountPath: '/srv', readOnly: true }],
      unpack: [{ name: 'pages', mountPath: '/html' }],
    });
    expect(given.model.volumes).toMatchObject([
      { name: 'pages', source: { emptyDir: { sizeLimit: '64Mi', medium: 'Memory' } } },
    ]);
    expect(refusals(given)).toEqual([]);
  });

  test('that nobody writes is refused as any such volume', () => {
    const given = web.use(share({ ...pages, writtenBy: {}, readBy: { web: '/srv' } }));
    expect(refusals(given)).toEqual(['spec.template.spec.volumes[0] [unwritten-volume]']);
  });

  test.each<readonly [rule: string, pod: AnyPod]>([
    ['that nobody reads', web.use(share({ ...pages, writtenBy: { unpack: '/html' }, readBy: {} }))],
    [
      'that one container both writes and reads',
      web.use(share({ ...pages, writtenBy: { web: '/a' }, readBy: { web: '/b' } })),
    ],
  ])('%s is refused', (_, given) => {
    expect(refusals(given)).toEqual(['spec.template.spec.volumes [volume-not-shared]']);
  });
});
