import type { Identity } from '../entity';
import type { Finding } from '../finding';
import { UNREADABLE, type PlacedProblem } from '../review';
import { problemSentence } from '../../lib/kube/problem';

/** Kind, namespace and name in one word for people: `Deployment shop/checkout`. */
export function titleOf({ kind, namespace, name }: Identity): string {
  return `${kind || 'object'} ${namespace === undefined ? '' : `${namespace}/`}${name || '(no name)'}`;
}

/** A finding as one paragraph: what is there, what follows, what would be right. */
export function paragraphOf({ found, consequence, fix }: Finding): string {
  return `${found} ${consequence} ${fix}`;
}

/** A problem as one paragraph. */
export function problemParagraph(problem: PlacedProblem): string {
  if (problem.code === UNREADABLE) return `It cannot be read: ${problem.detail}`;
  const whose = problem.ours === true ? 'It could never work' : 'The API server would refuse it';
  return `${whose}: ${problemSentence(problem)}`;
}
