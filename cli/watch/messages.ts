/** What the watcher asks of the process that holds a program: to run it, or to check its types. */
export type Request = 'run' | 'check';

/** How a run ended: its exit code, and the files of the project that it loaded. */
export interface Ended {
  readonly code: number;
  readonly loaded: readonly string[];
}

/** What the compiler says of a program's types. */
export interface Checked {
  readonly errors: number;
  readonly text: string;
}
