import { closestWord } from '../../lib/kube/schema/field-advice';
import { CHAPTERS } from './states';
import type { FailureState } from './state';

/**
 * The state that a word stands for, in any spelling: `not-ready`, `NotReady`, `errImagePull`, `Init:0/2`. What stands after `Init:` counts
 * where it is a state of its own.
 */
export function stateNamed(word: string): FailureState | undefined {
  const wanted = plain(word);
  const known = CHAPTERS.find(({ aliases, state }) => [state, ...aliases].some((name) => plain(name) === wanted));
  if (known !== undefined) return known.state;
  const [, reason] = /^init:(.*)$/i.exec(word) ?? [];
  return reason === undefined ? undefined : (stateNamed(reason) ?? 'Init');
}

/** The state that somebody meant by a word that is none: what begins like it alone, or differs by a slip of the finger. */
export function nearestState(word: string): FailureState | undefined {
  const words = new Map(
    CHAPTERS.flatMap(({ aliases, state }) => [state, ...aliases].map((name) => [plain(name), state])),
  );
  const begun = new Set([...words].flatMap(([name, state]) => (name.startsWith(plain(word)) ? state : [])));
  const [only] = begun;
  if (begun.size === 1) return only;
  const closest = closestWord(plain(word), [...words.keys()]);
  return closest === undefined ? undefined : words.get(closest);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9:]/g, '');
}
