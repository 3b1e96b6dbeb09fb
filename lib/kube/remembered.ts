/**
 * The same function of a text, which looks a text up before it reads it again: a manifest says `256Mi` many times.
 *
 * Only for functions that depend on nothing else. Results are frozen, since many get the same one.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const value = Object.freeze(read(text));
    if (text.length <= LONGEST) known.set(text, value);
    return value;
  };
}

/** Texts that are remembered at a time, and the longest of them: about a megabyte at worst. */
const MOST = 1000;
const LONGEST = 500;
