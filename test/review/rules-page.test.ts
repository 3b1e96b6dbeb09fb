import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES, rulesPage, type Rule } from '../../review';

const PAGE = join(__dirname, '../../docs/rules.md');

/** Set to write the page anew; what changed is then reviewed as any other change. */
const WRITES = process.env['UPDATE_GOLDEN'] === '1';

const rule: Rule = {
  id: 'no-green-images',
  about: 'container',
  severity: 'warning',
  title: 'Images are not green',
  consequence: 'They are seen.',
  fix: 'Paint it red.',
  see: 'https://example.com/green',
  *check() {
    // Nothing is green here.
  },
};

describe('the page of the rules', () => {
  test('docs/rules.md is what is printed', () => {
    const page = rulesPage(RULES);
    if (WRITES) writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });

  test('a rule has its id, title, consequence, fix and link', () => {
    const page = rulesPage([rule]);
    for (const part of [rule.id, rule.title, rule.consequence, rule.fix, rule.see]) expect(page).toContain(part);
    expect(page).not.toContain('## Errors');
  });

  test('rules with more at stake stand first, and a binding one says so', () => {
    const page = rulesPage([rule, { ...rule, id: 'no-red-images', severity: 'error', binding: true }]);
    expect(page.indexOf('### no-red-images')).toBeLessThan(page.indexOf('### no-green-images'));
    expect(page).toContain('Binding: nobody can accept it.');
  });
});
