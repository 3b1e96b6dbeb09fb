/** The power of the count with which the cost grows between the two largest sizes, the smallest taken for the start. */
export function growthOf(bySize: readonly { readonly count: number; readonly cpu: number }[]): number {
  const [start, before, last] = [bySize[0], bySize.at(-2), bySize.at(-1)];
  if (start === undefined || before === undefined || last === undefined || before === start) return Number.NaN;
  const cost = Math.log((last.cpu - start.cpu) / (before.cpu - start.cpu));
  return cost / Math.log((last.count - start.count) / (before.count - start.count));
}
