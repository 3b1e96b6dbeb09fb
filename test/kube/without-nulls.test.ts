import { withoutNulls } from '../../lib/kube/without-nulls';

test('fields that are null are left out at every depth, entries of lists stay', () => {
  const written = { a: null, b: { c: null, d: 0 }, e: [null, { f: null }], g: undefined, h: '' };
  expect(withoutNulls(written)).toEqual({ b: { d: 0 }, e: [null, {}], h: '' });
  expect(written.a).toBeNull();
});
