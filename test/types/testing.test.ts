import { diagnose } from './compile';

const CASES: readonly (readonly [good: string, bad: string, says: string])[] = [
  [`toHaveQosClass('Guaranteed')`, `toHaveQosClass('Garanteed')`, `'"Garanteed"' is not assignable`],
  [`toPassPodSecurity('restricted')`, `toPassPodSecurity('strict')`, `'"strict"' is not assignable`],
  [`toPassPodSecurity('baseline', '1.28')`, `toPassPodSecurity('baseline', '1.99')`, `'"1.99"' is not assignable`],
  [`toBeAcceptedBy('1.35')`, `toBeAcceptedBy()`, 'Expected 1 arguments, but got 0'],
  [`toStartInOrder(['api'])`, `toStartInOrder('api')`, `Argument of type 'string' is not assignable`],
  [`toMatchManifests('golden')`, `toMatchManifests(app)`, `is not assignable to parameter of type 'string'`],
];

function program(call: string): string {
  return `
    import { App } from 'podwright';
    import type { PodMatchers } from 'podwright/testing';
    declare const expected: PodMatchers<void>;
    const app = new App();
    expected.${call};
  `;
}

describe('matchers', () => {
  const said = diagnose(CASES.flatMap(([good, bad]) => [program(good), program(bad)]));

  test.each(CASES)('%s compiles, and %s does not', (good, _, says) => {
    const position = 2 * CASES.findIndex(([other]) => other === good);
    expect(said[position]).toEqual([]);
    expect(said[position + 1]?.join('\n')).toContain(says);
  });
});
