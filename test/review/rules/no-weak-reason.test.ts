import { review, type Remark } from '../../../review';
import { noWeakReason } from '../../../review/rules/no-weak-reason';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';

const said = (text: string, kind: Remark['kind'] = 'reason') =>
  review([{ object: deployment(), remarks: [{ path: CONTAINER, kind, text }] }], { rules: [noWeakReason] });

describe('no-weak-reason', () => {
  test.each([
    ['localhost is faster'],
    ['it is in the same repository'],
    ['both are released together'],
    ['it is easier this way'],
    ['needed'],
  ])('fails: %s', (text) => {
    expect(said(text).findings).toEqual([expect.objectContaining({ rule: 'no-weak-reason', path: CONTAINER })]);
  });

  test.each([
    ['the API writes its audit log to a file, which the shipper reads'],
    ['the proxy ends TLS on localhost:6379, which the client cannot speak'],
  ])('passes: %s', (text) => {
    expect(said(text).findings).toEqual([]);
  });

  test('what a helper is for is no reason', () => {
    expect(said('sidecar: simple', 'role').findings).toEqual([]);
  });
});
