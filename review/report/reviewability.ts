import { isAnswered, type Answer } from './answer';

/** How much of what a reviewer asks the YAML itself answers. */
export interface Reviewability {
  readonly answered: number;
  readonly asked: number;
  /** The questions that stay open, with what is missing. */
  readonly unanswered: readonly { readonly id: string; readonly question: string; readonly open: readonly string[] }[];
}

/** Counts the answers that leave nothing open. */
export function reviewabilityOf(answers: readonly Answer[]): Reviewability {
  return {
    answered: answers.filter(isAnswered).length,
    asked: answers.length,
    unanswered: answers
      .filter((answer) => !isAnswered(answer))
      .map(({ id, open, question }) => ({ id, question, open })),
  };
}
