import { review, type Rule } from '../../review';
import { sources } from './objects';

/** What a rule must say of objects that are reviewed together. */
export interface RuleCases {
  /** Objects that the rule has nothing to say about, by what is special about them. */
  readonly passes: Readonly<Record<string, readonly unknown[]>>;
  /** Objects with the fields at fault, by what is wrong with them. */
  readonly fails: Readonly<Record<string, readonly [objects: readonly unknown[], paths: readonly string[]]>>;
}

/** Tests one rule alone: on its own examples, and that every finding is a whole sentence. */
export function describeRule(rule: Rule, { passes, fails }: RuleCases): void {
  describe(rule.id, () => {
    test.each(Object.entries(passes))('passes: %s', (_title, objects) => {
      const { findings, failures } = review(sources(...objects), { rules: [rule] });
      expect([findings, failures]).toEqual([[], []]);
    });

    test.each(Object.entries(fails))('fails: %s', (_title, [objects, paths]) => {
      const { findings, failures } = review(sources(...objects), { rules: [rule] });
      expect(failures).toEqual([]);
      expect(findings.map(({ path }) => path)).toEqual(paths);
      for (const { found, consequence, fix } of findings) {
        for (const sentence of [found, consequence, fix]) expect(sentence).toMatch(/^[A-Z`"].*[.?]$/);
      }
    });
  });
}
