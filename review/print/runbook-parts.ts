import { names } from '../report/words';
import type { FailureState, StateGuide } from '../runbook';

/** What is found out by one and the same command. */
export interface CommandGroup<Item> {
  readonly items: readonly Item[];
  readonly command: string;
}

/** Neighbours that the same command tells apart, so that it is printed once. */
export function byCommand<Item extends { readonly command: string }>(items: readonly Item[]): CommandGroup<Item>[] {
  const groups: { readonly items: Item[]; readonly command: string }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.command === item.command) last.items.push(item);
    else groups.push({ items: [item], command: item.command });
  }
  return groups;
}

/** Whether anything in the spec can bring a state about. */
export function isCaused({ causes, chain }: StateGuide): boolean {
  return causes.length + chain.length > 0;
}

/** The states that nothing in the spec brings about, in one sentence. */
export function uncausedText(states: readonly FailureState[]): string {
  return `Nothing in this spec leads to ${names(states, 'or')}.`;
}
