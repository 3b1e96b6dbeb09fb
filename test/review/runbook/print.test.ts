import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printRunbookMarkdown, printRunbookText, review, runbookOf, type Source } from '../../../review';
import { readManifests } from '../../../synth/read-yaml';
import { pod } from '../report/told';

const ROOT = join(__dirname, '../../..');
const GOLDEN = join(ROOT, 'test/review/golden');
const WRITES = process.env['UPDATE_GOLDEN'] === '1';

const shop: readonly Source[] = readdirSync(join(ROOT, 'dist/shop'))
  .sort()
  .flatMap((name) =>
    readManifests(readFileSync(join(ROOT, 'dist/shop', name), 'utf8')).documents.map(({ value }) => ({
      object: value,
      file: `dist/shop/${name}`,
    })),
  );

describe('the runbook of the example', () => {
  const whole = runbookOf(review(shop, { rules: [] }));
  const checkout = { ...whole, workloads: whole.workloads.filter(({ title }) => title === 'Deployment shop/checkout') };

  test.each([
    ['runbook-checkout.md', () => printRunbookMarkdown(checkout)],
    ['runbook-checkout.txt', () => printRunbookText(checkout)],
  ])('%s is as it was reviewed', (name, print) => {
    const file = join(GOLDEN, name);
    if (WRITES) writeFileSync(file, print());
    expect(existsSync(file)).toBe(true);
    expect(print()).toBe(readFileSync(file, 'utf8'));
  });

  test('one failure is told alone', () => {
    const text = printRunbookText(checkout, { state: 'NotReady' });
    expect(text).toContain('\n  NotReady (');
    expect(text).not.toMatch(/CrashLoopBackOff|Note on an incident/);
    const markdown = printRunbookMarkdown(checkout, { state: 'NotReady', title: 'NotReady' });
    expect(markdown).toMatch(/^# NotReady\n\n## `Deployment shop\/checkout`/);
    expect(markdown).not.toMatch(/CrashLoopBackOff|Note on an incident/);
  });

  test.each([60, 80, 120])('no line of sentences is longer than %i columns', (width) => {
    const lines = printRunbookText(checkout, { width }).split('\n');
    const long = lines.filter(
      (line) => line.length > width && !/^ +(\$|Container) /.test(line) && line.trim().includes(' '),
    );
    expect(long).toEqual([]);
  });

  test('colours only where they are asked for', () => {
    expect(printRunbookText(checkout)).not.toContain('\u001b[');
    expect(printRunbookText(checkout, { color: true })).toContain('\u001b[36m');
  });
});

describe('what nothing leads to', () => {
  const bare = runbookOf(review([{ object: pod() }], { rules: [] }));

  test('stands in one sentence of the whole runbook', () => {
    const sentence = 'Nothing in this spec leads to `CreateContainerConfigError`, `CreateContainerError` or `Init`.';
    expect(printRunbookMarkdown(bare)).toContain(sentence);
    expect(printRunbookMarkdown(bare)).not.toContain('### If it is `Init`');
  });

  test('is said where it is asked for', () => {
    const text = printRunbookText(bare, { state: 'CreateContainerError' });
    expect(text).toContain('Nothing in this spec leads to it');
    expect(text).toContain('$ kubectl describe pod -n shop api');
  });
});

test('names and values are no markup', () => {
  const odd = pod({ nodeSelector: { 'a|b': '<b>`x' } }, { command: ['</code>', '|', '*b*'], image: 'a|b' });
  const markdown = printRunbookMarkdown(runbookOf(review([{ object: odd }], { rules: [] })));
  const outside = markdown.replace(/^```sh\n[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  expect(outside).not.toMatch(/<b>|<\/code>|\*b\*/);
  for (const row of markdown.split('\n').filter((line) => line.startsWith('|')))
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(3);
});
