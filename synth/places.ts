import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Range } from 'yaml';

/** Where the fields of a YAML document stand. Fields are spelt as the API server does: `spec.containers[0].image`. */
export class Places {
  private byField: Map<string, number> | undefined;

  /**
   * @param fields In the order of the document, what contains others before them.
   * @param lines The line of each, counted from 1.
   */
  constructor(
    private readonly fields: readonly string[],
    private readonly lines: readonly number[],
  ) {}

  /** Reads the places off the tree that the parser made of a document. */
  static of(contents: unknown, counter: LineCounter): Places {
    const fields: string[] = [];
    const lines: number[] = [];
    for (const [field, line] of placesIn('', contents, counter)) {
      fields.push(field);
      lines.push(line);
    }
    return new Places(fields, lines);
  }

  /** The line of a field, counted from 1, or of the nearest field above it that is written. */
  lineOf(field: string): number | undefined {
    this.byField ??= new Map(this.fields.map((name, position) => [name, this.lines[position] ?? 1]));
    for (let name = asWritten(field); ; name = above(name)) {
      const line = this.byField.get(name) ?? this.byField.get(asEntryOfMap(name));
      if (line !== undefined || name === '') return line;
    }
  }

  /** The first field that begins after a line, together with all that it contains: what a comment there is about. */
  fieldAfter(line: number): string | undefined {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle] ?? 0) > line) high = middle;
      else low = middle + 1;
    }
    return this.fields[low];
  }
}

function* placesIn(
  field: string,
  node: unknown,
  counter: LineCounter,
  line = lineOfNode(node, counter),
): Generator<readonly [field: string, line: number]> {
  yield [field, line];
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const name = field === '' ? String(key.value) : `${field}.${String(key.value)}`;
      yield* placesIn(name, value, counter, lineOfNode(key, counter));
    }
  } else if (isSeq(node)) {
    for (const [position, item] of node.items.entries()) yield* placesIn(`${field}[${position}]`, item, counter);
  }
}

/** `labels[app]` and `labels.app` are one field: a document does not tell a map from an object. */
function asWritten(field: string): string {
  return field.includes('[') ? field.replace(/\[([^\]]*[^\d\]][^\]]*)\]/g, '.$1') : field;
}

/** A number in brackets may be the key of a map, too: `data[8080]`. */
function asEntryOfMap(field: string): string {
  return field.endsWith(']') ? field.replace(/\[(\d+)\]$/, '.$1') : field;
}

function above(field: string): string {
  return field.slice(0, Math.max(field.lastIndexOf(field.endsWith(']') ? '[' : '.'), 0));
}

function lineOfNode(node: unknown, counter: LineCounter): number {
  const range = hasRange(node) ? node.range : undefined;
  return range ? counter.linePos(range[0]).line : 1;
}

function hasRange(node: unknown): node is Node & { range: Range } {
  return (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) && Array.isArray(node.range);
}
