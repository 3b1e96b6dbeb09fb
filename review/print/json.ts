import type { Review } from '../review';

/** A review as JSON, for programs: problems, findings, what was accepted and what of it has ended. */
export function printJson({ landscape, problems, findings, accepted, ended, failures }: Review): string {
  const { target } = landscape;
  return `${JSON.stringify({ target, problems, findings, accepted, ended, failures }, undefined, 2)}\n`;
}
