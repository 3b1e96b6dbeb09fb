import { FieldPath } from '../../lib/kube/field-path';
import type { ProblemList } from '../../lib/kube/problem-list';
import { hasLoneSurrogate } from './hidden';
import type { Scalar } from './scalar';

/** What YAML and the API server can hold: the values of JSON, and properties that are absent. */
export type Printable = Scalar | readonly Printable[] | PrintableMap;

/** An object of plain data. A property that is undefined counts as absent. */
export interface PrintableMap {
  readonly [name: string]: Printable | undefined;
}

/** Whether an object is plain data through and through; if not, every place that is not is listed with what to write. */
export function isPrintable(value: object, problems: ProblemList): value is PrintableMap {
  const before = problems.problems.length;
  if (isPlainObject(value)) new Inspection(problems).map(value, FieldPath.root);
  else problems.invalid('unprintable-type', FieldPath.root, undefined, 'a document is a plain object');
  return problems.problems.length === before;
}

const DEEPEST = 1000;

class Inspection {
  private readonly ancestors: object[] = [];

  constructor(private readonly problems: ProblemList) {}

  map(value: Readonly<Record<string, unknown>>, path: FieldPath): void {
    this.ancestors.push(value);
    for (const key of Object.keys(value)) {
      if (hasLoneSurrogate(key)) this.problems.invalid('unprintable-text', path.key(key), key, LONE_SURROGATE);
      const entry = value[key];
      if (entry !== undefined) this.value(entry, path, key);
    }
    this.ancestors.pop();
  }

  private list(value: readonly unknown[], path: FieldPath): void {
    this.ancestors.push(value);
    for (let position = 0; position < value.length; position++) this.value(value[position], path, position);
    this.ancestors.pop();
  }

  private value(value: unknown, parent: FieldPath, step: string | number): void {
    if (typeof value === 'object' && value !== null) this.object(value, pathOf(parent, step));
    else if (typeof value === 'string') this.text(value, parent, step);
    else if (typeof value === 'number') this.number(value, parent, step);
    else if (typeof value !== 'boolean' && value !== null) {
      this.problems.invalid('unprintable-type', pathOf(parent, step), undefined, adviceFor(value));
    }
  }

  private object(value: object, path: FieldPath): void {
    if (this.ancestors.includes(value)) {
      this.problems.invalid('unprintable-cycle', path, undefined, 'holds itself; write the data out where it ends');
    } else if (this.ancestors.length >= DEEPEST) {
      this.problems.invalid('unprintable-depth', path, undefined, `is nested more than ${DEEPEST} levels deep`);
    } else if (Array.isArray(value)) this.list(value, path);
    else if (isPlainObject(value)) this.map(value, path);
    else this.problems.invalid('unprintable-type', path, undefined, adviceFor(value));
  }

  private text(value: string, parent: FieldPath, step: string | number): void {
    if (hasLoneSurrogate(value)) this.problems.invalid('unprintable-text', pathOf(parent, step), value, LONE_SURROGATE);
  }

  private number(value: number, parent: FieldPath, step: string | number): void {
    if (Number.isFinite(value)) return;
    this.problems.invalid('unprintable-number', pathOf(parent, step), value, 'must be a finite number');
  }
}

const LONE_SURROGATE = 'holds half of a surrogate pair, which UTF-8 cannot carry; write whole characters, or base64';

/** Fields whose entries are named by the user: the API server prints those names in brackets. */
const MAPS = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector', 'data', 'stringData', 'binaryData']);
const FIELD_NAME = /^[A-Za-z$][\w$-]*$/;

function pathOf(parent: FieldPath, step: string | number): FieldPath {
  if (typeof step === 'number') return parent.index(step);
  const mapName = /(?:^|\.)(\w+)$/.exec(parent.toString())?.[1] ?? '';
  return MAPS.has(mapName) || !FIELD_NAME.test(step) ? parent.key(step) : parent.child(step);
}

/** Judged by shape, not by identity: data that comes from another realm (a worker, a test's sandbox) is plain too. */
function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (!Array.isArray(value) && Object.getPrototypeOf(prototype) === null);
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
