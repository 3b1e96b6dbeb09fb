import { knownKinds } from '../lib/kube/schema/schema';
import type { DocumentVerdict } from './document-verdict';

/** Counts verdicts and says in one line how a run went. */
export class VerdictTally {
  accepted = 0;
  refused = 0;
  unreadable = 0;
  warned = 0;
  /** Files and folders that could not be had. */
  lost = 0;
  private readonly notJudged = new Map<string, number>();

  /** How many documents were judged. */
  get judged(): number {
    return this.accepted + this.refused;
  }

  /** Counts a verdict. */
  add({ verdict, kind, warnings }: DocumentVerdict): void {
    if (warnings.length > 0) this.warned += 1;
    if (verdict === 'not-judged') {
      const what = kind ?? NO_KIND;
      this.notJudged.set(what, (this.notJudged.get(what) ?? 0) + 1);
    } else this[verdict] += 1;
  }

  /** The run in one line: `535 documents judged: 442 accepted, 93 refused, 2 not judged (ConfigMap 2)`. */
  summary(): string {
    return [
      `${count(this.judged, 'document')} judged: ${this.accepted} accepted`,
      `${this.refused} refused`,
      `${sum(this.notJudged.values())} not judged${this.kinds()}`,
      ...(this.unreadable === 0 ? [] : [`${this.unreadable} unreadable`]),
      ...(this.lost === 0 ? [] : [`${count(this.lost, 'path')} not found or not readable`]),
    ].join(', ');
  }

  /** Why nothing was judged. */
  whyNothing(): string {
    if (this.notJudged.size > 0) {
      const kinds = knownKinds().map(({ kind }) => kind);
      return `nothing was judged: the kinds that are judged are ${kinds.sort().join(', ')}`;
    }
    return this.lost + this.unreadable > 0 ? 'nothing was judged' : 'nothing was judged: there is no document to read';
  }

  /** The kinds that were not judged, the most frequent first. */
  private kinds(): string {
    if (this.notJudged.size === 0) return '';
    const sorted = [...this.notJudged].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
    const named = sorted.slice(0, MOST_KINDS).map(([kind, times]) => `${kind} ${times}`);
    const rest = sorted.slice(MOST_KINDS);
    const more =
      rest.length === 0 ? [] : [`${count(rest.length, 'other kind')} ${sum(rest.map(([, times]) => times))}`];
    return ` (${[...named, ...more].join(', ')})`;
  }
}

const NO_KIND = 'no Kubernetes object';
const MOST_KINDS = 8;

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
