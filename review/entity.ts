import { isAtOrBelow } from '../lib/kube/field-path';
import { isMap } from '../lib/kube/schema/walk';
import type { Remark } from './remark';
import type { Source } from './source';

/** What names an object. */
export interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  /** Left out where the object does not say: it goes where it is applied. */
  readonly namespace?: string;
  readonly name: string;
}

/** An object under review: what it is called, where it stands, and what was said of it. */
export class Entity {
  readonly identity: Identity;
  readonly object: unknown;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;

  constructor(readonly source: Source) {
    this.object = source.object;
    const metadata = fieldOf(this.object, 'metadata');
    const namespace = textOf(fieldOf(metadata, 'namespace'));
    this.identity = {
      apiVersion: textOf(fieldOf(this.object, 'apiVersion')),
      kind: textOf(fieldOf(this.object, 'kind')),
      ...(namespace !== '' && { namespace }),
      name: textOf(fieldOf(metadata, 'name')) || textOf(fieldOf(metadata, 'generateName')),
    };
    this.labels = textsOf(fieldOf(metadata, 'labels'));
    this.annotations = textsOf(fieldOf(metadata, 'annotations'));
  }

  /** What it is called: `Deployment shop/checkout`. */
  get title(): string {
    return titleOf(this.identity);
  }

  /** Kind and name at the beginning of a sentence: ``Deployment `checkout` ``, or `The Deployment` without a name. */
  get subject(): string {
    const { kind, name } = this.identity;
    return name === '' ? `The ${kind || 'object'}` : `${kind} \`${name}\``;
  }

  /** The value of a field, found by its names; undefined where there is none. */
  read(...names: readonly string[]): unknown {
    return names.reduce<unknown>(fieldOf, this.object);
  }

  /** The line of a field in the object's file, or of the nearest above it; undefined where there is no file. */
  lineOf(path: string): number | undefined {
    const { file, line = 1, lineOf } = this.source;
    if (file === undefined) return undefined;
    return lineOf?.(path) ?? line;
  }

  /** What was said of a field, or of something above it. */
  remarksOn(path: string): readonly Remark[] {
    return (this.source.remarks ?? []).filter((remark) => isAtOrBelow(path, remark.path));
  }

  /** What was said of a field itself, or of something below it. */
  remarksWithin(path: string): readonly Remark[] {
    return (this.source.remarks ?? []).filter((remark) => isAtOrBelow(remark.path, path));
  }
}

/** Kind, namespace and name as a person says them: `Deployment shop/checkout`. */
export function titleOf({ kind, namespace, name }: Identity): string {
  return `${kind || 'object without a kind'} ${namespace === undefined ? '' : `${namespace}/`}${name || '(no name)'}`;
}

/** A field of a value that may be anything. */
export function fieldOf(value: unknown, name: string): unknown {
  return isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A value that should be a text: empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A value that should be a list: empty where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value that should be a map of texts: entries that are none are left out. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isMap(value)) return {};
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}
