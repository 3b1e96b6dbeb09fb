import {
  printHtml,
  printMarkdown,
  printText,
  reportOf,
  review as reviewSources,
  RULES,
  type Review,
  type Severity,
} from '../review';
import { SEVERITIES } from '../review/finding';
import { printGithub } from '../review/print/github';
import { printJson } from '../review/print/json';
import { printSarif } from '../review/print/sarif';
import type { KubernetesVersion } from '../lib/kube/version';
import type { ReviewFormat } from './choices';
import { dayOf } from './day-of';
import { Failure } from './failure';
import { loadRules } from './load-rules';
import { ownVersion } from './own-version';
import { readSources } from './sources';
import { colorOf, widthOf } from './terminal';

/** The flags of `podwright review`. */
export interface ReviewOptions {
  readonly target: KubernetesVersion;
  readonly format: ReviewFormat;
  readonly failOn: Severity;
  readonly details?: boolean;
  readonly rules?: string;
  readonly date?: string;
}

/**
 * Reviews the manifests of files, folders and standard input together and prints the review: 0 where nothing has to be
 * looked at, 1 where something has, 2 where a path cannot be had or a rule failed.
 *
 * @throws Failure where there is nothing to review.
 */
export async function review(paths: readonly string[], options: ReviewOptions): Promise<0 | 1 | 2> {
  const today = dayOf(options.date);
  const rules = options.rules === undefined ? RULES : [...RULES, ...loadRules(options.rules)];
  const { sources, isWhole } = await readSources(paths, 'review');
  if (sources.length === 0) throw new Failure('nothing to review: no object of Kubernetes was found');
  const result = reviewSources(sources, { target: options.target, rules, today });
  process.stdout.write(PRINTERS[options.format](result, options));
  for (const { rule, message } of result.failures) {
    process.stderr.write(`podwright: the rule ${rule} failed: ${message}\n`);
  }
  if (!isWhole || result.failures.length > 0) return 2;
  return mustBeLookedAt(result, options.failOn) ? 1 : 0;
}

const PRINTERS = {
  text: (result: Review, { details = false }: Printing) =>
    printText(reportOf(result), { color: colorOf(process.stdout), width: widthOf(process.stdout), details }),
  markdown: (result: Review) => printMarkdown(reportOf(result)),
  html: (result: Review) => printHtml(reportOf(result)),
  json: printJson,
  sarif: (result: Review) => printSarif(result, { version: ownVersion() }),
  github: printGithub,
} satisfies Readonly<Record<ReviewFormat, (review: Review, printing: Printing) => string>>;

type Printing = Pick<ReviewOptions, 'details'>;

function mustBeLookedAt({ problems, findings }: Review, failOn: Severity): boolean {
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return problems.length > 0 || findings.some(({ severity }) => grave.includes(severity));
}
