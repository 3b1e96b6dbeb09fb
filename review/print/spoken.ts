import { problemSentence } from '../../lib/kube/problem';
import type { Finding } from '../finding';
import { UNREADABLE, type PlacedProblem } from '../review';

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
