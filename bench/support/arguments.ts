/** What every peer is given: how many workloads it makes, and into which folder. */
export const count = Number(process.argv[2]);

/** The folder, which is there and empty. */
export const folder = process.argv[3] ?? '';
