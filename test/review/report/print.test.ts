import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printMarkdown, printText, reportOf, review, type Rule, type Source } from '../../../review';
import { readManifests } from '../../../synth/read-yaml';
import { owner, pod, reported } from './told';

const ROOT = join(__dirname, '../../..');
const GOLDEN = join(ROOT, 'test/review/golden');
const WRITES = process.env['UPDATE_GOLDEN'] === '1';

/** The manifests of the example, under paths that are the same on every machine. */
const shop: readonly Source[] = ['dist/platform', 'dist/shop'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .sort()
    .flatMap((name) =>
      readManifests(readFileSync(join(ROOT, folder, name), 'utf8')).documents.map(({ line, value }) => ({
        object: value,
        file: `${folder}/${name}`,
        line,
      })),
    ),
);

const rule: Rule = {
  id: 'no-green-images',
  about: 'container',
  severity: 'warning',
  title: 'Images are not green',
  consequence: 'They are seen.',
  fix: 'Paint it red.',
  see: 'https://example.com/green',
  *check({ container: { image = '' }, path }) {
    yield { path: path.child('image'), found: `\`${image}\` is green | <b>.` };
  },
};

describe('the example', () => {
  const report = reportOf(review(shop, { rules: [] }));

  test.each([
    ['shop.md', () => printMarkdown(report)],
    ['shop.txt', () => printText(report, { details: true })],
  ])('%s is as it was reviewed', (name, print) => {
    const file = join(GOLDEN, name);
    if (WRITES) writeFileSync(file, print());
    expect(existsSync(file)).toBe(true);
    expect(print()).toBe(readFileSync(file, 'utf8'));
  });
});

describe('Markdown', () => {
  const report = reportOf(review([{ object: pod(), file: 'a.yaml' }], { rules: [rule] }));
  const markdown = printMarkdown(report);

  test('a table of workloads stands first', () => {
    expect(markdown).toContain('| `Pod shop/api` | 1/1 | 1 Pod | nothing | BestEffort | baseline |');
  });

  test('a finding says consequence, fix and link, and its text is no markup', () => {
    expect(markdown).toContain('- **🟡 warning** `api:v1` is green \\| &lt;b&gt;. They are seen.');
    expect(markdown).toContain('  - Fix: Paint it red. ([no-green-images](https://example.com/green))');
  });

  test('problems come before findings', () => {
    const both = printMarkdown(reportOf(review([{ object: pod({}, { name: 'Bad_Name' }) }], { rules: [rule] })));
    expect(both.indexOf('## Problems')).toBeLessThan(both.indexOf('## Findings'));
    expect(both.indexOf('## Problems')).toBeGreaterThan(0);
  });

  test('without details the workloads are left out', () => {
    expect(printMarkdown(report, { details: false })).not.toContain('<details>');
  });
});

describe('text', () => {
  const report = reportOf(review([{ object: owner('Deployment'), file: 'a.yaml' }], { rules: [rule] }));

  test('findings come first, the sum last', () => {
    const text = printText(report);
    expect(text.startsWith('Deployment shop/api a.yaml:1\n  warning   `api:v1` is green')).toBe(true);
    expect(text.endsWith('1 object, 1 workload, Kubernetes 1.35: 1 warning\n')).toBe(true);
  });

  test('colours only where they are asked for', () => {
    expect(printText(report)).not.toContain('\u001b[');
    expect(printText(report, { color: true })).toContain('\u001b[33mwarning\u001b[39m');
  });

  test.each([60, 80, 120])('no line of sentences is longer than %i columns', (width) => {
    const text = printText(reported(owner('Deployment'), pod()), { details: true, width });
    const long = text.split('\n').filter((line) => line.length > width && line.trim().includes(' '));
    expect(long).toEqual([]);
  });
});
