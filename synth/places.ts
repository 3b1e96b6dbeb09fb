import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Range } from 'yaml';

/** Where the fields of a YAML document stand. Fields are spelt as the API server does: `spec.containers[0].image`. */
export class Places {
  /** In the order of the document, what contains others before them. */
  private readonly fields: string[] = [];
  private readonly lines: number[] = [];
  private byField: Map<string, number> | undefined;

  /** Reads the places off the tree that the parser made of a document. */
  static of(contents: unknown, counter: LineCounter): Places {
    const places = new Places();
    places.add('', contents, counter);
    return places;
  }

  /** The line of a field, counted from 1, or of the nearest field above it that is written. */
  lineOf(field: string): number | undefined {
    this.byField ??= new Map(this.fields.map((name, position) => [plain(name), this.lines[position] ?? 1]));
    for (let name = plain(field); ; name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))) {
      const line = this.byField.get(name);
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

  private add(field: string, node: unknown, counter: LineCounter, line = lineOfNode(node, counter)): void {
    this.fields.push(field);
    this.lines.push(line);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const name = field === '' ? String(key.value) : `${field}.${String(key.value)}`;
        this.add(name, value, counter, lineOfNode(key, counter));
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, position) => {
        this.add(`${field}[${position}]`, item, counter);
      });
    }
  }
}

/** `labels[app]` and `labels.app` are one field: a document does not tell a map from an object. */
function plain(field: string): string {
  return field.replaceAll('[', '.').replaceAll(']', '');
}

function lineOfNode(node: unknown, counter: LineCounter): number {
  const range = hasRange(node) ? node.range : undefined;
  return range ? counter.linePos(range[0]).line : 1;
}

function hasRange(node: unknown): node is Node & { range: Range } {
  return (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) && Array.isArray(node.range);
}
