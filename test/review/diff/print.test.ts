import { diff } from '../../../review';
import { printDiffHtml } from '../../../review/print/diff-html';
import { printDiffMarkdown } from '../../../review/print/diff-markdown';
import { printDiffText } from '../../../review/print/diff-text';
import { deployment, sources } from '../objects';

const changed = diff(
  sources(deployment({ args: ['<b>'] })),
  sources(
    deployment({ image: 'registry.example.com/shop/api:v1.4.3', args: ['```', '<script>'] }, {}, { replicas: 1 }),
  ),
);

test('a terminal gets consequences first, dangers in red, then every field', () => {
  const text = printDiffText(changed, { color: true, width: 80 });
  const lines = text.split('\n');
  expect(lines[0]).toContain('Deployment shop/api');
  expect(text).toContain('\u001b[31m  scale          \u001b[39m');
  expect(lines.filter((line) => line.includes('args['))).toHaveLength(3);
  expect(lines.at(-2)).toContain('1 changed, 0 the same: 1 danger');
  for (const line of lines.filter((each) => !each.includes('args['))) {
    expect(line.replace(/\u001b\[\d+m/g, '').length).toBeLessThanOrEqual(110);
  }
});

test('Markdown keeps what is in a field from ending its block', () => {
  const text = printDiffMarkdown(changed);
  expect(text).toContain('\n````diff\n');
  expect(text).toContain(
    '- ⚠️ **scale**: Deployment shop/api asks for 1 Pod instead of 2: there is no other when that one is evicted or loses its node.',
  );
});

test('HTML shows a field as text', () => {
  const text = printDiffHtml(changed);
  expect(text).not.toContain('<script>"');
  expect(text).toContain('&lt;script&gt;');
  expect(text).toContain('<ins>+ spec.replicas: 1</ins>');
});

test('nothing different is said in one line', () => {
  const none = diff(sources(deployment()), sources(deployment()));
  expect(printDiffText(none)).toBe('1 the same\n');
  expect(printDiffMarkdown(none)).toBe('# What this change does\n\n1 the same.\n');
});

describe('a change that reaches many clusters', () => {
  const fleet = (replicas: readonly number[]) =>
    replicas.map((count, position) => ({
      object: deployment({}, {}, { replicas: count }),
      file: `dist/prod/eu-${position}/deployment-api.yaml`,
      destination: `prod/eu-${position}`,
    }));
  const told = diff(fleet([2, 2, 2]), fleet([3, 3, 4]));

  test('is told once, with all of its files', () => {
    const text = printDiffText(told);
    expect(text).toContain(`Deployment shop/api changed in 2 files
    dist/prod/eu-0/deployment-api.yaml:1
    dist/prod/eu-1/deployment-api.yaml:1
  scale `);
    expect(text).toContain('Deployment shop/api changed dist/prod/eu-2/deployment-api.yaml:1\n');
    expect(text).toContain('3 changed, 0 the same');
    const markdown = printDiffMarkdown(told);
    expect(markdown).toContain('## `Deployment shop/api`: changed in 2 files\n');
    expect(markdown).toContain('- `dist/prod/eu-0/deployment-api.yaml`\n- `dist/prod/eu-1/deployment-api.yaml`\n');
    expect(markdown).toContain('changed (`dist/prod/eu-2/deployment-api.yaml`)');
    const html = printDiffHtml(told);
    expect(html).toContain('changed in 2 files');
    expect(html.match(/eu-\d/g)).toEqual(['eu-0', 'eu-1', 'eu-2']);
  });

  test('is told for each object that stands in no file', () => {
    const nowhere = fleet([2, 2]).map(({ object, destination }) => ({ object, destination }));
    const text = printDiffText(
      diff(
        nowhere,
        fleet([3, 3]).map(({ object, destination }) => ({ object, destination })),
      ),
    );
    expect(text.match(/^Deployment shop\/api changed$/gm)).toHaveLength(2);
  });
});
