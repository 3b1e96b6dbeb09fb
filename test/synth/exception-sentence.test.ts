import fc from 'fast-check';
import type { Exception } from '../../lib/pod/note';
import { exceptionSentence, tryException } from '../../synth/exception-sentence';

const field = { kind: 'exception', path: 'spec.containers[0].image', absent: false, scope: 'field' } as const;

describe('the sentence of an exception is read back as it was written', () => {
  test('whatever it is from, however far it reaches, with and without owner and end', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9:,.;'é()/-]{1,12}$/);
    const because = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    const until = fc.constantFrom('2026-02-28', '2028-02-29', '2099-12-31');
    const why = fc.record(
      { because, owner: fc.stringMatching(/^[a-z][a-z -]{0,9}$/), until },
      { requiredKeys: ['because'] },
    );
    const scope = fc.constantFrom<Exception['scope'][]>('field', 'pod', 'app');
    fc.assert(
      fc.property(why, fc.boolean(), scope, (given, absent, reach) => {
        const sentence = exceptionSentence({ ...field, absent, scope: reach, why: given });
        expect(tryException(sentence)).toEqual({ ...given, ...(absent && { absent: 'image' }) });
      }),
    );
  });

  test.each([
    ['it calls f ()', {}],
    ['the vendor (owner vendor) has no other (sic)', { until: '2027-03-31' }],
    ['the vendor (owner vendor) has no other', { owner: 'shop', until: '2027-03-31' }],
    ['until 2027-03-31)', {}],
  ])('%j with %j', (because, terms) => {
    const why = { because, ...terms };
    expect(tryException(exceptionSentence({ ...field, why }))).toEqual(why);
  });

  test.each(['exceptional: it is not', 'without: a field', 'without a word: x', 'exception:none'])(
    '%j is none',
    (text) => {
      expect(tryException(text)).toBeUndefined();
    },
  );
});
