import { judge } from '../lib/kube/judge';
import type { Problem } from '../lib/kube/problem';
import type { KubernetesVersion } from '../lib/kube/version';
import { isRecord } from '../lib/kube/is-record';
import { identityOf, type WrittenIdentity } from '../synth/identity';
import type { ManifestDocument, ReadProblem } from '../synth/read-yaml';

/**
 * What becomes of a document: `accepted` and `refused` are judged; `not-judged` is of a kind that the judge does not
 * know; `unreadable` is no YAML.
 */
export type Verdict = 'accepted' | 'refused' | 'not-judged' | 'unreadable';

/** A document with its place and what is said of it: what `podwright validate --json` prints in a line. */
export interface DocumentVerdict extends WrittenIdentity {
  readonly file: string;
  readonly line: number;
  readonly verdict: Verdict;
  /** Why the document cannot be read. */
  readonly reason?: string;
  /** Why it is refused. */
  readonly problems: readonly Problem[];
  /** What the API server would warn of and accept all the same. */
  readonly warnings: readonly Problem[];
}

/** How documents are judged. */
export interface VerdictOptions {
  readonly target: KubernetesVersion;
  /** Whether the file was found in a folder, where there may be YAML and JSON that has nothing to do with Kubernetes. */
  readonly mayBeForeign: boolean;
}

/** Judges one document of a file. */
export function verdictOn(
  file: string,
  document: ManifestDocument | ReadProblem,
  { target, mayBeForeign }: VerdictOptions,
): DocumentVerdict {
  const { line } = document;
  if ('message' in document) {
    return { file, line, verdict: 'unreadable', reason: document.message, problems: [], warnings: [] };
  }
  const { value } = document;
  if (mayBeForeign && isForeign(value)) return { file, line, verdict: 'not-judged', problems: [], warnings: [] };
  const { judged, problems, warnings } = judge(value, { target });
  const verdict = problems.length > 0 ? 'refused' : judged ? 'accepted' : 'not-judged';
  return { file, line, ...identityOf(value), verdict, problems, warnings };
}

/** Whether nothing of a value reminds of an object of Kubernetes: Helm's values, a package.json. */
export function isForeign(value: unknown): boolean {
  return !isRecord(value) || ['apiVersion', 'kind', 'metadata', 'spec'].every((name) => value[name] === undefined);
}
