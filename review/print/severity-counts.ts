import type { ReportTotals } from '../report';
import { count } from '../report/words';

/** What was found, most serious first: `1 problem`, `2 errors`, `3 warnings`, `1 note`; nothing for what is not there. */
export function severityCounts({
  accepted,
  findings,
  problems,
}: Pick<ReportTotals, 'accepted' | 'findings' | 'problems'>): string[] {
  const counts: readonly (readonly [number, string])[] = [
    [problems, 'problem'],
    [findings.error, 'error'],
    [findings.warning, 'warning'],
    [findings.info, 'note'],
    [accepted, 'accepted'],
  ];
  return counts.flatMap(([number, noun]) =>
    number === 0 ? [] : [noun === 'accepted' ? `${number} ${noun}` : count(number, noun)],
  );
}
