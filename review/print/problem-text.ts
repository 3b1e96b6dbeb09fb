import { problemSentence } from '../../lib/kube/problem';
import type { PlacedProblem } from '../review';

/** A problem in the API server's sentence, with its field in backticks. */
export function problemText(problem: PlacedProblem): string {
  const sentence = problemSentence(problem);
  return problem.path === ''
    ? sentence.replace(/^: /, '')
    : `\`${problem.path}\`${sentence.slice(problem.path.length)}`;
}
