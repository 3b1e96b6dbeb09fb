import { ApiObject } from 'cdk8s';
import fc from 'fast-check';
import { because, DaemonSet, Deployment, emptyDir, except, hostPath, pod, without } from 'podwright';
import type { Why } from 'podwright';
import { exceptionsIn } from '../../synth/exceptions';
import { base, filesOf, textOf } from '../support/shop';

/** The exceptions of a Deployment of one Pod, as its file tells them. */
function told(given: ConstructorParameters<typeof Deployment>[2]['pod'], props = {}) {
  return exceptionsIn(textOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }), props));
}

describe('exceptions are read back out of comments as they were printed', () => {
  test('an exception on a field, a Pod and an App, with and without owner and end', () => {
    const given = pod('api', {
      ...base,
      securityContext: { allowPrivilegeEscalation: except(true, { because: 'it is old', until: '2027-03-31' }) },
      resources: without({ because: 'a LimitRange sizes it', owner: 'platform' }),
    }).without('runAsNonRoot', { because: 'the image has no user', owner: 'shop', until: '2027-01-01' });
    const app = { without: { readOnlyRootFilesystem: { because: 'nobody declared scratch yet' } } };
    expect(told(given, app).map(({ text, until }) => [text, until])).toEqual([
      ['without readOnlyRootFilesystem in this App: nobody declared scratch yet', undefined],
      ['without runAsNonRoot in this Pod: the image has no user (owner shop, until 2027-01-01)', '2027-01-01'],
      ['without resources: a LimitRange sizes it (owner platform)', undefined],
      ['exception: it is old (until 2027-03-31)', '2027-03-31'],
    ]);
  });

  test('nothing that stands beside an exception becomes a part of it', () => {
    const given = pod('api', base)
      .sidecar('proxy', {
        ...base,
        because: 'it has a reason',
        resources: without({ because: 'nobody measured it', until: '2026-01-31' }),
      })
      .comment('spec.initContainers[proxy]', 'a comment')
      .comment('spec.initContainers[proxy].name', 'another');
    expect(told(given).map(({ text, until }) => ({ text, until }))).toEqual([
      {
        text: 'without resources: nobody measured it (until 2026-01-31)',
        until: '2026-01-31',
      },
    ]);
  });

  test('two exceptions at one place are two', () => {
    const old = { because: 'it is old', until: '2027-03-31' };
    const given = pod('api', { ...base, image: except('nginx', old), resources: without(old) });
    expect(told(given)).toHaveLength(2);
  });

  test('what looks like an exception inside a text of a ConfigMap is none', () => {
    const data = { script: 'a\n# exception: x (until 2020-01-01)\n  # without y: z\n' };
    const [file] = filesOf((shop) => new ApiObject(shop, 'c', { apiVersion: 'v1', kind: 'ConfigMap', data }));
    expect(file?.text).toContain('# exception: x');
    expect(exceptionsIn(file?.text ?? '')).toEqual([]);
  });

  test('any reason, owner and end is read back, on one line', () => {
    const word = fc.stringMatching(/^[a-z#:{}'"%|>é-]{1,12}$/);
    const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
    const day = fc.constantFrom('2026-02-28', '2028-02-29', '2099-12-31');
    const why = fc.record({ because: sentence, owner: word, until: day }, { requiredKeys: ['because'] });
    fc.assert(
      fc.property(why, why, (image, volume) => {
        const given = pod('api', { ...base, image: except('nginx', image) })
          .volume('scratch', emptyDir(), { api: '/scratch' })
          .volume('node', hostPath('/var/log', volume), { api: '/node' });
        expect(told(given).map(({ text, until }) => [text, until])).toEqual(
          [image, volume].map((expected) => [sentenceOf(expected), expected.until]),
        );
      }),
    );
  });

  test('line breaks of a reason do not break its comment', () => {
    const given = pod('api', {
      ...base,
      image: except('nginx', { because: 'one\r\ntwo\u2028three\tfour', owner: 'shop' }),
    });
    expect(told(given).map(({ text }) => text)).toEqual(['exception: one two three four (owner shop)']);
  });
});

describe('a reason is given, and an end is a day of the calendar', () => {
  test.each<[string, () => unknown]>([
    ['no reason', () => except(false, undefined as never)],
    ['an empty reason', () => without({ because: ' ' })],
    ['a reason that is no text', () => because(5 as never, true)],
    ['an owner that is no text', () => without({ because: 'x', owner: {} as never })],
    ['an end in words', () => without({ because: 'x', until: 'next year' })],
    ['an end that no calendar has', () => without({ because: 'x', until: '2027-02-30' })],
    ['an end that is a Date', () => without({ because: 'x', until: new Date(0) as never })],
    ['a misspelt end', () => without({ because: 'x', untill: '2027-02-28' } as Why)],
    ['no reason for a path of the node', () => hostPath('/var/log', undefined as never)],
    ['a default that does not exist', () => pod('api', base).without('readOnlyRootFS' as never, { because: 'x' })],
    ['a default without a reason', () => pod('api', base).without('readOnlyRootFilesystem', {} as never)],
  ])('%s is refused where it is written', (_, make) => {
    expect(make).toThrow(TypeError);
  });

  test('a DaemonSet prints the exceptions of its Pod too', () => {
    const given = pod('api', base).volume('node', hostPath('/var/log', { because: 'x' }), { api: '/node' });
    expect(exceptionsIn(textOf((shop) => new DaemonSet(shop, 'a', { pod: given })))).toHaveLength(1);
  });
});

function sentenceOf({ because: reason, owner, until }: Why): string {
  const terms = [owner === undefined ? '' : `owner ${owner}`, until === undefined ? '' : `until ${until}`];
  const given = terms.filter((term) => term !== '').join(', ');
  return `exception: ${reason}${given === '' ? '' : ` (${given})`}`;
}
