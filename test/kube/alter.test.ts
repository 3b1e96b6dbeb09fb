import { unfinished, withFields } from '../../lib/kube/alter';
import { haveSameClass } from '../support/hidden-class';

describe('a copy with more fields', () => {
  test('has the fields of both, the later ones in the place of the earlier', () => {
    const fields = { a: 1, b: 2 };
    expect(JSON.stringify(withFields(fields, { c: 3, a: 4 }))).toBe('{"a":4,"b":2,"c":3}');
    expect(JSON.stringify(unfinished(fields))).toBe('{"a":1,"b":2}');
    expect(fields).toEqual({ a: 1, b: 2 });
  });

  test('is one of its own, even of what is frozen', () => {
    const frozen = Object.freeze({ a: 1 });
    const copy = unfinished<{ a: number }>(frozen);
    copy.a = 2;
    expect([copy, frozen, Object.isFrozen(withFields(frozen, {}))]).toEqual([{ a: 2 }, { a: 1 }, false]);
  });

  test('keeps keys of any name', () => {
    const odd = JSON.parse('{"__proto__":{"a":1},"b":2}') as object;
    expect(JSON.stringify(withFields(odd, { c: 3 }))).toBe('{"__proto__":{"a":1},"b":2,"c":3}');
    expect('a' in withFields(odd, {})).toBe(false);
  });

  test('is in one hidden class with all that are made like it', () => {
    const copies = Array.from({ length: 100 }, (_, a) => {
      const filled: { a: number; b?: string; c?: number } = unfinished({ a });
      filled.b = `b${a}`;
      return withFields(filled, { c: a });
    });
    expect(copies.filter((copy) => !haveSameClass(copy, copies.at(-1) as object)).length).toBeLessThan(5);
  });
});
