import { problemSentence, type Problem } from '../../lib/kube/problem';
import type { PodVerdict, Verdict } from './verdict';

const VERDICT_SHARE = 0.995;
const PATH_SHARE = 0.97;

/** Counts where we and the server agree, and keeps every difference. */
export class Tally {
  private readonly differences: string[] = [];
  private readonly own: string[] = [];
  private readonly counts = new Map<string, { right: number; all: number }>();

  /** A document, and whether both take it. */
  verdict(verdict: Verdict, refused: readonly Problem[]): void {
    const isAgreed = verdict.accepted === (refused.length === 0);
    this.count('verdicts', isAgreed);
    if (verdict.accepted) this.count('accepted, and no false alarm', isAgreed);
    else this.count('refused, and not missed', isAgreed);
    if (isAgreed) return;
    const lines = verdict.accepted
      ? refused.map((problem) => `FALSE ALARM ${problemSentence(problem)}`)
      : (verdict.errors ?? []).map(({ path, detail }) => `MISS ${path}: ${detail.slice(0, 160)}`);
    for (const line of lines) this.differ(`${verdict.file} ${verdict.kind}`, line);
  }

  /** Something of one kind that is right or wrong. */
  count(what: string, isRight: boolean): void {
    const { right, all } = this.counts.get(what) ?? { right: 0, all: 0 };
    this.counts.set(what, { right: right + (isRight ? 1 : 0), all: all + 1 });
  }

  /** The classes of the document's Pod. */
  pod(verdict: Verdict, given: PodVerdict): void {
    const { qos, baseline, restricted } = verdict.pod ?? {};
    const pairs = [
      ['QoS class', qos, given.qos],
      ['Pod Security baseline', passes(baseline), passes(given.baseline)],
      ['Pod Security restricted', passes(restricted), passes(given.restricted)],
    ] as const;
    for (const [what, theirs, ours] of pairs) {
      if (theirs === undefined) continue;
      this.count(what, theirs === ours);
      if (theirs !== ours) this.differ(verdict.file, `${what}: ${theirs}, and not ${String(ours)}`);
    }
  }

  /** The places that an accepted document is warned of. */
  warnings(verdict: Verdict, given: readonly Problem[]): void {
    const theirs = [...new Set((verdict.warnings ?? []).map((warning) => warning.split(': ')[0]))].sort();
    const ours = [...new Set(given.map(({ path }) => path))].sort();
    const isSame = theirs.join() === ours.join();
    this.count('warnings', isSame);
    if (!isSame)
      this.differ(`${verdict.file} ${verdict.kind}`, `warned at ${theirs.join()}, and not at ${ours.join()}`);
  }

  /** Refusals of our own, which the server does not share. */
  ours(file: string, problems: readonly Problem[]): void {
    for (const problem of problems) this.own.push(`${file}: ${problemSentence(problem)}`);
  }

  /** A difference worth a line. */
  differ(where: string, what: string): void {
    this.differences.push(`${where}: ${what}`);
  }

  /** The table, and below it the differences one by one where they are wanted. */
  report(isVerbose: boolean): string {
    const rows = [...this.counts].map(([what, { right, all }]) => {
      const share = `${((100 * right) / all).toFixed(2)} %`;
      return `${what.padEnd(32)} ${`${right} of ${all}`.padStart(14)} ${share.padStart(10)}`;
    });
    const lines = [...rows, `${'refused by us alone, on purpose'.padEnd(32)} ${String(this.own.length).padStart(14)}`];
    const details = isVerbose ? ['', ...this.differences, '', ...this.own] : [];
    return `${[...lines, ...details].join('\n')}\n`;
  }

  /** Whether every share is what the project promises. */
  isGoodEnough(): boolean {
    return [...this.counts].every(([what, { right, all }]) => right / all >= shareFor(what));
  }
}

/** Holds our paths against the server's, each path of a document once. */
export function comparePaths(verdict: Verdict, refused: readonly Problem[], tally: Tally): void {
  const theirs = new Set((verdict.errors ?? []).map(({ path }) => path));
  if (theirs.has('')) return;
  const ours = new Set(refused.map(({ path }) => path));
  for (const path of theirs) {
    tally.count('paths: recall', ours.has(path));
    if (!ours.has(path)) tally.differ(`${verdict.file} ${verdict.kind}`, `path missed: ${path}`);
  }
  for (const { path, type } of verdict.errors ?? []) {
    if (!ours.has(path)) continue;
    const isSame = refused.some((problem) => problem.path === path && `FieldValue${problem.type}` === type);
    tally.count('paths: class of the problem', isSame);
    if (!isSame) tally.differ(`${verdict.file} ${verdict.kind}`, `${path} is ${type}`);
  }
  for (const path of ours) {
    tally.count('paths: precision', theirs.has(path));
    if (theirs.has(path)) continue;
    const sentences = refused.filter((problem) => problem.path === path).map(problemSentence);
    tally.differ(`${verdict.file} ${verdict.kind}`, `path too many: ${sentences.join(' / ')}`);
  }
}

function passes(answer: string | undefined): string | undefined {
  return answer === undefined || answer === 'pass' ? answer : 'fail';
}

/** A miss weighs in the verdicts; by itself it has no bound, since few documents are refused. Warnings have none. */
function shareFor(what: string): number {
  if (what.startsWith('paths')) return PATH_SHARE;
  if (what.startsWith('refused') || what === 'warnings') return 0;
  return what.startsWith('Pod Security') || what.startsWith('QoS') ? 1 : VERDICT_SHARE;
}
