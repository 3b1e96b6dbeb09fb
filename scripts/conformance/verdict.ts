/** What a real API server said of one document: one line of `verdicts.jsonl`. */
export interface Verdict {
  readonly file: string;
  readonly kind: string;
  readonly accepted: boolean;
  readonly errors?: readonly { readonly path: string; readonly type: string; readonly detail: string }[];
  readonly warnings?: readonly string[];
  /** What it said of the document's Pod template as a bare Pod. */
  readonly pod?: PodVerdict & { readonly accepted: boolean };
}

/** The classes of a Pod: of service, and of Pod Security. */
export interface PodVerdict {
  readonly qos?: string;
  /** `pass`, or why not. */
  readonly baseline?: string;
  readonly restricted?: string;
}
