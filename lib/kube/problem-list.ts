import type { FieldPath } from './field-path';
import type { Problem, ProblemType } from './problem';

/** What may be said of a problem beside its place and its sentence. */
export interface ProblemNotes {
  /** Where the rule comes from. */
  readonly see?: string;
  /** True where the API server would accept the object and the refusal is ours. */
  readonly ours?: true;
}

/** Collects problems while an object is judged: one method for each class the API server knows. */
export class ProblemList {
  readonly problems: Problem[] = [];

  /** A field that must be there is not. */
  required(code: string, path: FieldPath, detail: string, notes?: ProblemNotes): void {
    this.add('Required', code, path, undefined, detail, notes);
  }

  /** A value that cannot be. */
  invalid(code: string, path: FieldPath, value: unknown, detail: string, notes?: ProblemNotes): void {
    this.add('Invalid', code, path, value, detail, notes);
  }

  /** A value that may stand only once stands again. */
  duplicate(code: string, path: FieldPath, value: unknown, detail: string, notes?: ProblemNotes): void {
    this.add('Duplicate', code, path, value, detail, notes);
  }

  /** A reference to something that is not in the object. */
  notFound(code: string, path: FieldPath, value: unknown, detail: string, notes?: ProblemNotes): void {
    this.add('NotFound', code, path, value, detail, notes);
  }

  /** A value that is not one of the few that are allowed. */
  notSupported(code: string, path: FieldPath, value: unknown, allowed: readonly string[], notes?: ProblemNotes): void {
    const detail = `supported values: ${allowed.map((word) => JSON.stringify(word)).join(', ')}`;
    this.add('NotSupported', code, path, value, detail, notes);
  }

  /** A field that may not be set here. */
  forbidden(code: string, path: FieldPath, detail: string, notes?: ProblemNotes): void {
    this.add('Forbidden', code, path, undefined, detail, notes);
  }

  /** A text longer than the API stores, with its limit in bytes or characters. */
  tooLong(code: string, path: FieldPath, value: unknown, limit: number, notes?: ProblemNotes): void {
    this.add('TooLong', code, path, value, `may not be more than ${limit} bytes`, notes);
  }

  /** A list with more entries than the API takes. */
  tooMany(code: string, path: FieldPath, count: number, limit: number, notes?: ProblemNotes): void {
    this.add('TooMany', code, path, count, `must have at most ${limit} items`, notes);
  }

  private add(
    type: ProblemType,
    code: string,
    path: FieldPath,
    value: unknown,
    detail: string,
    notes: ProblemNotes | undefined,
  ): void {
    this.problems.push({
      code,
      path: path.toString(),
      type,
      ...(value === undefined ? {} : { value }),
      detail,
      ...notes,
    });
  }
}
