import { problemSentence } from '../../lib/kube/problem';
import type { AcceptedFinding, Finding } from '../finding';
import type { Report } from '../report';
import { count } from '../report/words';
import { UNREADABLE, type PlacedProblem } from '../review';
import { severityCounts } from './severity-counts';

/** A finding as one paragraph: what is there, what follows, what would be right. */
export function paragraphOf({ found, consequence, fix }: Finding): string {
  return `${found} ${consequence} ${fix}`;
}

/** A problem as one paragraph: whose refusal it is, and why. */
export function problemParagraph(problem: PlacedProblem): string {
  if (problem.code === UNREADABLE) return problemText(problem);
  const whose = problem.ours === true ? 'It could never work' : 'The API server would refuse it';
  return `${whose}: ${problemText(problem)}`;
}

/** A problem in the API server's sentence, with its field in backticks. */
export function problemText(problem: PlacedProblem): string {
  if (problem.code === UNREADABLE) return `It cannot be read: ${problem.detail}`;
  const sentence = problemSentence(problem);
  return problem.path === ''
    ? sentence.replace(/^: /, '')
    : `\`${problem.path}\`${sentence.slice(problem.path.length)}`;
}

/** That a finding was excused until a day which is over, and why; undefined where it was not. */
export function endedText({ rule, path }: Finding, ended: readonly AcceptedFinding[]): string | undefined {
  const over = ended.find((each) => each.rule === rule && each.path === path);
  return over && `Its exception ended on ${over.until ?? 'a day before'}: ${over.because}`;
}

/** The sum of a report in a sentence. */
export function summaryText({ target, totals, workloads }: Report): string {
  const counts = severityCounts(totals);
  const found = counts.length === 0 ? 'nothing found' : counts.join(', ');
  const over = totals.ended === 0 ? '' : ` (${totals.ended} with an exception that has ended)`;
  const running = workloads.length === 1 ? '1 of them a workload' : `${workloads.length} of them workloads`;
  return `${count(totals.objects, 'object')}, ${running}, judged for Kubernetes ${target}: ${found}${over}.`;
}

/** Where an object stands: `apps/api.yaml:12`. */
export function fileAndLine(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}
