/**
 * What is wrong with a field, in the API server's own classes.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation/field#ErrorType
 */
export type ProblemType =
  | 'Required'
  | 'Invalid'
  | 'Duplicate'
  | 'NotFound'
  | 'NotSupported'
  | 'Forbidden'
  | 'TooLong'
  | 'TooMany'
  | 'TypeInvalid'
  | 'UnknownField';

/** Something the API server would refuse, or that can never work: one field, one reason, as data. */
export interface Problem {
  /** The rule that speaks, in kebab-case (`duplicate-name`); stable once published, never reused. */
  readonly code: string;
  /** The field in the API server's spelling: `spec.containers[0].ports[1].name`. */
  readonly path: string;
  /** The class of the problem. */
  readonly type: ProblemType;
  /** The value that was found there, where there is one worth showing. */
  readonly value?: unknown;
  /** What is wrong and what would be right, as the second half of a sentence. */
  readonly detail: string;
  /** Where the rule comes from. */
  readonly see?: string;
  /** True where the API server would accept the object and the refusal is ours: the object could never work. */
  readonly ours?: true;
}

/**
 * Prints a problem as the API server would say it: path, class, value, detail, then our code.
 *
 * @example `spec.containers[1].name: Duplicate value: "api": container names are unique in a Pod  [duplicate-name]`
 */
export function problemSentence(problem: Problem): string {
  const value = showsValue(problem) ? `: ${showValue(problem.value)}` : '';
  return `${problem.path}: ${WORDS[problem.type]}${value}: ${problem.detail}  [${problem.code}]`;
}

const WORDS: Readonly<Record<ProblemType, string>> = {
  Required: 'Required value',
  Invalid: 'Invalid value',
  Duplicate: 'Duplicate value',
  NotFound: 'Not found',
  NotSupported: 'Unsupported value',
  Forbidden: 'Forbidden',
  TooLong: 'Too long',
  TooMany: 'Too many',
  TypeInvalid: 'Invalid value',
  UnknownField: 'Unknown field',
};

const LONGEST_SHOWN = 120;

function showsValue({ type, value }: Problem): boolean {
  return value !== undefined && !['Required', 'Forbidden', 'TooLong', 'UnknownField'].includes(type);
}

function showValue(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : printScalar(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)`;
}

function printScalar(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
