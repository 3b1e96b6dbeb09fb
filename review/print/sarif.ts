import { termsOf } from '../acceptance';
import { titleOf } from '../entity';
import type { Finding, Severity } from '../finding';
import type { PlacedProblem, Review } from '../review';
import { paragraphOf, problemParagraph } from './spoken';

/** What a SARIF file says of the tool that wrote it. */
export interface SarifOptions {
  /** The version of Podwright. */
  readonly version: string;
}

/**
 * A review as a SARIF 2.1.0 log, for GitHub code scanning and other viewers: one run, every rule that was asked, a result
 * for each problem and finding, and accepted findings as suppressed results with their reason.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function printSarif(review: Review, { version }: SarifOptions): string {
  const rules = [...review.rules.map(describedRule), ...problemRules(review.problems)];
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const results = [
    ...review.problems.map((problem) => resultOfProblem(problem, index)),
    ...review.findings.map((finding) => resultOf(finding, index)),
    ...review.accepted.map((finding) => ({
      ...resultOf(finding, index),
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: `${finding.because}${termsOf(finding)}` }],
    })),
  ];
  const notifications = review.failures.map(({ rule, object, message }) => ({
    level: 'error',
    descriptor: { id: rule },
    message: { text: `The rule ${rule} failed on ${titleOf(object)}: ${message}` },
  }));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Podwright', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

interface DescribedRule {
  readonly id: string;
}

function describedRule({ id, title, consequence, fix, see, severity }: Review['rules'][number]): DescribedRule {
  const rule = {
    id,
    shortDescription: { text: title },
    fullDescription: { text: consequence },
    help: { text: fix },
    helpUri: see,
    defaultConfiguration: { level: LEVEL[severity] },
  };
  return rule;
}

/** Problems come from the judgement, whose codes are listed as far as they occur. */
function problemRules(problems: readonly PlacedProblem[]): DescribedRule[] {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return codes.map((id) => ({
    id,
    shortDescription: { text: 'The API server would refuse the object, or it could never work' },
    defaultConfiguration: { level: 'error' },
  }));
}

type Index = ReadonlyMap<string, number>;

function resultOf(finding: Finding, index: Index) {
  return {
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule) ?? -1,
    level: LEVEL[finding.severity],
    message: { text: paragraphOf(finding) },
    ...locationOf(finding),
  };
}

function resultOfProblem(problem: PlacedProblem, index: Index) {
  return {
    ruleId: problem.code,
    ruleIndex: index.get(problem.code) ?? -1,
    level: 'error',
    message: { text: problemParagraph(problem) },
    ...locationOf(problem),
  };
}

function locationOf({ file, line, object, path }: Pick<Finding, 'file' | 'line' | 'object' | 'path'>) {
  const name = titleOf(object);
  const logical = { name: path || name, fullyQualifiedName: path === '' ? name : `${name} ${path}`, kind: 'member' };
  const place = {
    artifactLocation: { uri: file === undefined ? '' : file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line ?? 1 },
  };
  return {
    locations: [{ ...(file !== undefined && { physicalLocation: place }), logicalLocations: [logical] }],
    partialFingerprints: { 'objectAndField/v1': `${name} ${path}` },
  };
}
