import { review as reviewSources, RULES, type Review, type Severity, type Source } from '../review';
import { printGithub } from '../review/print/github';
import { printJson } from '../review/print/json';
import { printSarif } from '../review/print/sarif';
import type { KubernetesVersion } from '../lib/kube/version';
import { dayOf } from './day-of';
import { isForeign } from './document-verdict';
import { readFiles, sayLost, type ReadFile } from './documents';
import { Failure } from './failure';
import { loadRules } from './load-rules';
import { ownVersion } from './own-version';
import { Progress } from './progress';

/** In which form a review is printed. */
export type ReviewFormat = keyof typeof PRINTERS;

/** The flags of `podwright review`. */
export interface ReviewOptions {
  readonly target: KubernetesVersion;
  readonly format: ReviewFormat;
  readonly failOn: Severity;
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
  const { sources, isWhole } = await readSources(paths);
  if (sources.length === 0) throw new Failure('nothing to review: no object of Kubernetes was found');
  const result = reviewSources(sources, { target: options.target, rules, today });
  process.stdout.write(PRINTERS[options.format](result));
  for (const { rule, message } of result.failures) {
    process.stderr.write(`podwright: the rule ${rule} failed: ${message}\n`);
  }
  if (!isWhole || result.failures.length > 0) return 2;
  return mustBeLookedAt(result, options.failOn) ? 1 : 0;
}

/** The forms of a review. */
export const FORMATS = ['json', 'sarif', 'github'] as const satisfies readonly ReviewFormat[];

/** From the gravest to the slightest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const PRINTERS = {
  json: printJson,
  sarif: (result: Review) => printSarif(result, { version: ownVersion() }),
  github: printGithub,
} satisfies Readonly<Record<string, (review: Review) => string>>;

function mustBeLookedAt({ problems, findings }: Review, failOn: Severity): boolean {
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return problems.length > 0 || findings.some(({ severity }) => grave.includes(severity));
}

/** Every object that the paths hold; not the whole of it where a path cannot be had. */
export async function readSources(
  paths: readonly string[],
): Promise<{ readonly sources: readonly Source[]; readonly isWhole: boolean }> {
  const sources: Source[] = [];
  const progress = new Progress();
  let isWhole = true;
  for await (const file of readFiles(paths, 'review', { beside: true })) {
    if ('reason' in file) {
      isWhole = false;
      progress.clear();
      sayLost(file);
    } else {
      for (const source of sourcesIn(file)) {
        sources.push(source);
        progress.show(() => `${sources.length} objects read: ${file.name}`);
      }
    }
  }
  progress.clear();
  return { sources, isWhole };
}

function* sourcesIn({ name: file, isNamed, documents }: ReadFile): Generator<Source> {
  for (const document of documents) {
    const { line } = document;
    if ('message' in document) yield { object: undefined, unreadable: document.message, file, line };
    else if (isNamed || !isForeign(document.value)) {
      const { value: object, beside } = document;
      const construct = beside?.construct;
      yield {
        object,
        file,
        line,
        ...(beside !== undefined && { lineOf: (path: string) => beside.lineOf(path), remarks: beside.remarks }),
        ...(construct !== undefined && { construct }),
      };
    }
  }
}
