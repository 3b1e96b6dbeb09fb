import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from 'podwright';
import { ownPatterns, shipping } from '../../examples/own-patterns';
import { refusalsOf } from '../support/shop';

const GOLDEN = join(__dirname, '../../examples/own-patterns/shipping.yaml');

/** Set to write the golden file anew; look at the difference before you commit it. */
const REGENERATE = process.env['UPDATE_GOLDEN'] === '1';

describe('patterns of one’s own', () => {
  test('come out as their golden file says', () => {
    const text = ownPatterns().synthYaml();
    if (REGENERATE) writeFileSync(GOLDEN, text);
    expect(existsSync(GOLDEN)).toBe(true);
    expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  test('add up to the grace period, to the second', () => {
    const shorter = shipping.spec({ terminationGracePeriodSeconds: 39 });
    expect(refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: shorter }))).toEqual([
      'spec.template.spec.terminationGracePeriodSeconds [grace-period-too-short]',
    ]);
  });
});
