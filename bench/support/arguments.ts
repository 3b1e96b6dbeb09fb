const [, program = '', workloads = '', into = ''] = process.argv;
if (!/^\d+$/.test(workloads) || into === '') {
  process.stderr.write(`usage: node ${program} WORKLOADS FOLDER\n`);
  process.exit(2);
}

/** What every peer is given: how many workloads it makes, and into which folder. */
export const count = Number(workloads);

/** The folder, which is there and empty. */
export const folder = into;
