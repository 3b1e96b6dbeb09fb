import type { Verification, WorkloadFacts } from '../verify';

/** A verification, or what workloads promise, as JSON for programs; whole numbers of 64 bits are texts in it. */
export function printVerifyJson(told: Verification | readonly WorkloadFacts[]): string {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
  return `${JSON.stringify(told, plain, 2)}\n`;
}
