/**
 * Whether a YAML text may be nested so deep that reading it would use up the parser's stack. It is an estimate from
 * brackets and indentation that is never too low; scripts inside a text count as if they were YAML.
 */
export function isTooDeep(text: string): boolean {
  const indents: number[] = [];
  let brackets = 0;
  for (const [token, indent] of text.matchAll(TOKEN)) {
    if (indent !== undefined) openLine(indents, indent.length, token.length);
    else if (token === '[' || token === '{') brackets += 1;
    else brackets = Math.max(0, brackets - 1);
    if (brackets + indents.length > DEEPEST) return true;
  }
  return false;
}

/** The parser gives up somewhere between 500 and 1,000 levels. */
const DEEPEST = 400;

/** A bracket; or a line's indentation, and the marks of lists and keys that it begins with. */
const TOKEN = /^( *)(?:[-?:][ \t]+)*(?=[^\s#])|[[\]{}]/gm;

/** Keeps the columns at which the blocks around a line begin; every mark on the line begins one more. */
function openLine(indents: number[], indent: number, end: number): void {
  while ((indents.at(-1) ?? -1) >= indent) indents.pop();
  for (let column = indent; column <= end; column += 2) indents.push(column);
}
