/** A part of a file, with the number of lines before it. */
export type FilePart = readonly [text: string, before: number];

/** The documents of a YAML file one after the other. Kubernetes splits at `---` before it parses, and so does this. */
export function* splitDocuments(text: string): Generator<FilePart> {
  const lineBreaks = new LineBreaks(text);
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (const { index } of text.matchAll(/^---(?=\s|$)/gm)) {
    if (index > start) yield [withPlainBreaks(text.slice(start, index)), lineBreaks.before(start)];
    start = index;
  }
  yield [withPlainBreaks(text.slice(start)), lineBreaks.before(start)];
}

/** The values of a text that holds JSON objects one after the other, as `jq` prints them; what is left over comes last. */
export function splitJson(text: string): readonly FilePart[] {
  const lineBreaks = new LineBreaks(text);
  const parts: FilePart[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(JSON_TOKEN)) {
    if (token.startsWith('"')) continue;
    depth += token === '{' || token === '[' ? 1 : -1;
    if (depth > 0) continue;
    parts.push([text.slice(start, index + 1), lineBreaks.before(start)]);
    start = index + 1;
  }
  return text.slice(start).trim() === '' ? parts : [...parts, [text.slice(start), lineBreaks.before(start)]];
}

const JSON_TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\]]/g;

function withPlainBreaks(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
}

/** Counts line breaks from the start of a text, for positions that only grow. */
class LineBreaks {
  private count = 0;
  private next: number;

  constructor(private readonly text: string) {
    this.next = text.indexOf('\n');
  }

  before(position: number): number {
    while (this.next !== -1 && this.next < position) {
      this.count += 1;
      this.next = this.text.indexOf('\n', this.next + 1);
    }
    return this.count;
  }
}
