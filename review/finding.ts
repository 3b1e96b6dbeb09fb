import type { Identity } from './entity';

/**
 * How much is at stake: an `error` loses traffic, data or the border between containers and nodes sooner or later; a
 * `warning` does so under load, at the next rollout or when something else fails; `info` is worth a look.
 */
export type Severity = 'error' | 'warning' | 'info';

/** From the gravest to the slightest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Something that would run, and that a reviewer should look at. */
export interface Finding {
  /** The id of the rule that speaks. */
  readonly rule: string;
  readonly severity: Severity;
  readonly object: Identity;
  /** The container whose field it is. */
  readonly container?: string;
  /** The field in the API server's spelling, whether it is written or not; empty for the object itself. */
  readonly path: string;
  /** What is there, as a sentence. */
  readonly found: string;
  /** What follows from it, as a sentence. */
  readonly consequence: string;
  /** What would be right, as a sentence. */
  readonly fix: string;
  readonly see: string;
  readonly file?: string;
  readonly line?: number;
  readonly construct?: string;
}

/** A finding that somebody has answered for. */
export interface AcceptedFinding extends Finding {
  readonly because: string;
  readonly owner?: string;
  readonly until?: string;
}

/** The gravest first, and in their order where they are alike. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** How many there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}
