import { reportOf } from '../report';
import type { Review } from '../review';

/** How a review is printed as JSON. */
export interface JsonOptions {
  /** Whether the report of each workload follows the findings. @default false */
  readonly details?: boolean;
}

/**
 * A review as JSON, for programs: problems, findings, what was accepted and what of it has ended; with details also what
 * there is to know of each workload.
 */
export function printJson(review: Review, { details = false }: JsonOptions = {}): string {
  const { landscape, problems, findings, accepted, ended, failures } = review;
  const { target } = landscape;
  const found = { target, problems, findings, accepted, ended, failures };
  const told = details ? { ...found, workloads: reportOf(review).workloads } : found;
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
