/**
 * Reviews workloads (a Deployment with application, native sidecar and init container, and a Service, as
 * `bench/peers/yaml.ts` writes them) with `podwright review`, whole processes, and prints what each form of the review
 * costs as a Markdown table: finding the files, reading them, reviewing them and printing.
 *
 * Run: `npm run bench:review`, or `npm run bench:review -- --sizes 10,1000,5000 --formats json,text --rounds 5`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flagsOrExit, someOf, wholeNumber, wholeNumbers } from './support/flags';
import { growthOf } from './support/growth';
import { costOfProcess, median } from './support/process';

const CLI = join(__dirname, '../../build/cli/main.js');
/** A review that found something to look at has done its work, too. */
const DONE = [0, 1];

const { sizes, formats, rounds } = flagsOrExit({
  sizes: { default: '10,1000,5000', ...wholeNumbers },
  formats: { default: 'json,markdown', ...someOf(['text', 'markdown', 'html', 'json', 'sarif', 'github']) },
  rounds: { default: '3', ...wholeNumber },
});
const costs = new Map(formats.map((format) => [format, sizes.map((count) => ({ count, runs: [] as number[] }))]));
let megabytes = 0;

for (const [position, count] of sizes.entries()) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    costOfProcess([join(__dirname, 'peers/yaml.js'), String(count), folder]);
    for (let round = 0; round < rounds; round++) {
      for (const format of formats) {
        const cost = costOfProcess([CLI, 'review', folder, '--format', format], DONE);
        costs.get(format)?.[position]?.runs.push(cost.user);
        megabytes = Math.max(megabytes, cost.megabytes);
        process.stderr.write(`${format} ${count}: ${cost.user.toFixed(2)} s\n`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(`| user CPU seconds at | ${sizes.join(' | ')} | growth |`);
console.log(`| --- | ${sizes.map(() => '---:').join(' | ')} | ---: |`);
for (const [format, bySize] of costs) {
  const medians = bySize.map(({ count, runs }) => ({ count, cpu: median(runs) }));
  const cells = medians.map(({ cpu }) => cpu.toFixed(2));
  console.log(`| \`--format ${format}\` | ${cells.join(' | ')} | ${growthOf(medians).toFixed(2)} |`);
}
console.log(`\nMedians of ${rounds} rounds; at most ${megabytes.toFixed(0)} MB were resident.`);
