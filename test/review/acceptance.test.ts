import { hasEnded, termsOf } from '../../review/acceptance';

test('an acceptance holds to the end of its last day', () => {
  expect(hasEnded({ until: '2027-03-31' }, '2027-03-31')).toBe(false);
  expect(hasEnded({ until: '2027-03-31' }, '2027-04-01')).toBe(true);
  expect(hasEnded({}, '2027-04-01')).toBe(false);
  expect(hasEnded({ until: '2027-03-31' }, undefined)).toBe(false);
});

test.each([
  [{ owner: 'shop', until: '2027-03-31' }, ' (owner shop, until 2027-03-31)'],
  [{ owner: 'shop' }, ' (owner shop)'],
  [{ until: '2027-03-31' }, ' (until 2027-03-31)'],
  [{}, ''],
])('the terms %j follow a reason as %j', (terms, text) => {
  expect(termsOf(terms)).toBe(text);
});
