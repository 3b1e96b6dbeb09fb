import { FieldPath } from '../../lib/kube/field-path';
import type { ProblemList } from '../../lib/kube/problem-list';
import { isRecord } from '../../lib/kube/is-record';
import { hasLoneSurrogate } from './hidden';

/** Lists every place of an object that is not plain data, with what to write there. */
export function inspect(value: object, problems: ProblemList): void {
  if (isRecord(value)) new Inspection(problems).map(value);
  else problems.invalid('unprintable-type', FieldPath.root, undefined, 'a document is a plain object');
}

/** Far deeper than any schema, and shallow enough for parsers that recurse. */
export const DEEPEST = 500;

class Inspection {
  /** The objects and lists around a place, and the key or position by which each leads on to the next, or to the place. */
  private readonly ancestors: object[] = [];
  private readonly steps: (string | number)[] = [];

  constructor(private readonly problems: ProblemList) {}

  map(value: Readonly<Record<string, unknown>>): void {
    this.ancestors.push(value);
    for (const key of Object.keys(value)) {
      const entry = value[key];
      this.steps.push(key);
      if (hasLoneSurrogate(key)) this.problems.invalid('unprintable-text', this.pathOfKey(), key, LONE_SURROGATE);
      if (entry !== undefined) this.entry(entry);
      this.steps.pop();
    }
    this.ancestors.pop();
  }

  private list(value: readonly unknown[]): void {
    this.ancestors.push(value);
    for (let position = 0; position < value.length; position++) {
      this.steps.push(position);
      this.entry(value[position]);
      this.steps.pop();
    }
    this.ancestors.pop();
  }

  private entry(value: unknown): void {
    if (typeof value === 'object' && value !== null) this.object(value);
    else if (!isPrintableScalar(value)) this.refuse(value);
  }

  private object(value: object): void {
    if (this.ancestors.includes(value)) {
      const detail = 'holds itself; write the data out where it ends';
      this.problems.invalid('unprintable-cycle', this.path(), undefined, detail);
    } else if (this.ancestors.length >= DEEPEST) {
      const detail = `is nested more than ${DEEPEST} levels deep`;
      this.problems.invalid('unprintable-depth', this.path(), undefined, detail);
    } else if (Array.isArray(value)) this.list(value);
    else if (isRecord(value)) this.map(value);
    else this.refuse(value);
  }

  private refuse(value: unknown): void {
    const path = this.path();
    if (typeof value === 'string') this.problems.invalid('unprintable-text', path, value, LONE_SURROGATE);
    else if (typeof value === 'number')
      this.problems.invalid('unprintable-number', path, value, 'must be a finite number');
    else this.problems.invalid('unprintable-type', path, undefined, adviceFor(value));
  }

  private path(): FieldPath {
    return this.steps.reduce<FieldPath>(
      (path, step, depth) => stepFrom(path, step, this.steps[depth - 1]),
      FieldPath.root,
    );
  }

  /** The place of a key that cannot be printed: in brackets, wherever it stands. */
  private pathOfKey(): FieldPath {
    const key = this.steps.pop();
    const path = this.path().key(String(key));
    this.steps.push(String(key));
    return path;
  }
}

const LONE_SURROGATE = 'holds half of a surrogate pair, which UTF-8 cannot carry; write whole characters, or base64';

/** Fields whose entries are named by the user: the API server prints those names in brackets. */
const MAPS = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector', 'data', 'stringData', 'binaryData']);
const FIELD_NAME = /^[A-Za-z$][\w$-]*$/;

/** Keys that users choose, as those in `labels`, stand in brackets. */
function stepFrom(path: FieldPath, step: string | number, before: string | number | undefined): FieldPath {
  if (typeof step === 'number') return path.index(step);
  const isNamed = typeof before === 'string' && MAPS.has(before);
  return isNamed || !FIELD_NAME.test(step) ? path.key(step) : path.child(step);
}

function isPrintableScalar(value: unknown): boolean {
  if (typeof value === 'string') return !hasLoneSurrogate(value);
  return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'boolean' || value === null;
}

function adviceFor(value: unknown): string {
  if (value === undefined) return 'a list cannot hold undefined; leave the entry out, or write null';
  if (typeof value === 'bigint') return 'a bigint is not data of the API; write a number, or a string';
  if (typeof value !== 'object' || value === null)
    return `a ${typeof value} is not data; write the value it stands for`;
  if (value instanceof Date) return 'a Date is not plain data; write its toISOString()';
  if (value instanceof Map) return 'a Map is not plain data; write Object.fromEntries(map)';
  if (value instanceof Set) return 'a Set is not plain data; write a list';
  if (ArrayBuffer.isView(value)) return 'bytes are not plain data; write them as a base64 string';
  return `${className(value)} is not plain data; write a plain object with its fields`;
}

function className({ constructor }: { readonly constructor?: unknown }): string {
  return typeof constructor === 'function' && constructor.name !== '' ? `a ${constructor.name}` : 'a class instance';
}
