/** What Jest and Vitest expect of a matcher. */
export interface Verdict {
  readonly pass: boolean;
  /** Said where the test fails: why, and what to do. */
  readonly message: () => string;
}

/** What Jest and Vitest give a matcher as `this`, as far as ours use it. */
export interface MatcherContext {
  readonly testPath?: string | undefined;
  readonly currentTestName?: string | undefined;
  /** Whether the test says `.not`. */
  readonly isNot?: boolean | undefined;
  readonly utils?: { readonly diff?: (expected: unknown, received: unknown) => string | null | undefined };
  /** Where both keep `_updateSnapshot`, what may be written: a public field in Jest, a private one in Vitest. */
  readonly snapshotState?: object;
}

/** A verdict whose message is that of the failures, or, where a test expects the opposite, that it holds. */
export function verdictOf(failures: readonly string[], holds: string): Verdict {
  return { pass: failures.length === 0, message: () => (failures.length === 0 ? holds : failures.join('\n')) };
}
