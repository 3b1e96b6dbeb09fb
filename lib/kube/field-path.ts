/**
 * The place of a field inside an object, built a step at a time and printed only when something is said about it.
 *
 * @example `FieldPath.of('spec').child('containers').index(0).child('image')` prints `spec.containers[0].image`
 */
export class FieldPath {
  /** The object itself: prints as nothing. */
  static readonly root = new FieldPath(undefined, '');

  /** The path of a field directly under the object. */
  static of(name: string): FieldPath {
    return FieldPath.root.child(name);
  }

  private constructor(
    private readonly parent: FieldPath | undefined,
    private readonly step: string | number,
    private readonly bracketed = false,
  ) {}

  /** The path of a field of this object. */
  child(name: string): FieldPath {
    return new FieldPath(this, name);
  }

  /** The path of an entry of this list, counted from 0. */
  index(position: number): FieldPath {
    return new FieldPath(this, position, true);
  }

  /** The path of an entry of this map, which the API server prints in brackets: `labels[app]`. */
  key(name: string): FieldPath {
    return new FieldPath(this, name, true);
  }

  /** The path in the API server's spelling. */
  toString(): string {
    if (this.parent === undefined) return '';
    const before = this.parent.toString();
    if (this.bracketed) return `${before}[${this.step}]`;
    return before === '' ? String(this.step) : `${before}.${this.step}`;
  }
}

/** Whether a field is at, or below, another, both in the API server's spelling; everything is below the object itself. */
export function isAtOrBelow(path: string, field: string): boolean {
  if (field === '' || path === field) return true;
  return path.startsWith(field) && /[.[]/.test(path.charAt(field.length));
}
