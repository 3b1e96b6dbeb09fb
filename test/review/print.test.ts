import { review } from '../../review';
import { printGithub } from '../../review/print/github';
import { printSarif } from '../../review/print/sarif';
import { noFloatingTag } from '../../review/rules/no-floating-tag';
import { deployment } from './objects';

const place = { file: 'apps/it, 100%.yaml', line: 1, lineOf: () => 12 };
const floating = { object: deployment({ image: 'api' }), ...place };
const excused = {
  ...floating,
  remarks: [
    { path: 'spec', kind: 'exception', text: 'it is a demonstration', owner: 'shop', until: '2027-03-31' },
  ] as const,
};
const refused = { object: deployment({ name: 'Bad_Name' }), ...place };
const rules = [noFloatingTag];

interface Sarif {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Readonly<Record<string, unknown>>[];
    },
  ];
}

const sarif = (...sources: Parameters<typeof review>[0]) =>
  JSON.parse(printSarif(review(sources, { rules }), { version: '1.2.3' })) as Sarif;

describe('SARIF', () => {
  test('a clean review is a whole log with rules and no results', () => {
    const { version, runs } = sarif({ object: deployment() });
    expect([version, runs[0].results, runs[0].tool.driver.rules.map(({ id }) => id)]).toEqual([
      '2.1.0',
      [],
      ['no-floating-tag'],
    ]);
  });

  test('a result points at its rule, its file by a URI, and its line', () => {
    expect(sarif(floating).runs[0].results).toEqual([
      expect.objectContaining({
        ruleId: 'no-floating-tag',
        ruleIndex: 0,
        level: 'error',
        locations: [
          expect.objectContaining({
            physicalLocation: {
              artifactLocation: { uri: 'apps/it%2C%20100%25.yaml' },
              region: { startLine: 12 },
            },
          }),
        ],
      }),
    ]);
  });

  test('an accepted finding is suppressed with its reason', () => {
    expect(sarif(excused).runs[0].results).toEqual([
      expect.objectContaining({
        suppressions: [
          {
            kind: 'inSource',
            status: 'accepted',
            justification: 'it is a demonstration (owner shop, until 2027-03-31)',
          },
        ],
      }),
    ]);
  });

  test('a problem has its code among the rules', () => {
    const { results, tool } = sarif(refused).runs[0];
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[Number(ruleIndex)]?.id).toBe(ruleId);
    expect(results).not.toEqual([]);
  });
});

describe('annotations of GitHub', () => {
  test('nothing found prints nothing', () => {
    expect(printGithub(review([{ object: deployment() }], { rules }))).toBe('');
  });

  test('file names and messages are escaped, each in its own way', () => {
    const [line = ''] = printGithub(review([floating], { rules })).split('\n');
    expect(line).toMatch(
      /^::error file=apps\/it%2C 100%25\.yaml,line=12,title=Deployment shop\/api%3A no-floating-tag::/,
    );
    expect(line.split('::')[2]).toContain('https://');
  });

  test('every problem is an error', () => {
    expect(printGithub(review([refused], { rules }))).toMatch(/^::error .*title=Deployment shop\/api%3A /);
  });
});
