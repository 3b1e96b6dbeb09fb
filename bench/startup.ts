/**
 * Measures what has to happen before the first object: loading the libraries, and `podwright synth` and `cdk8s synth` of
 * one small app, from a cold process. Prints seconds from start to end as a Markdown table.
 *
 * Run: `npm run bench:startup`, or `npm run bench:startup -- --rounds 9`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flagsOrExit, wholeNumber } from './support/flags';
import { median } from './support/process';

const { rounds } = flagsOrExit({ rounds: { default: '5', ...wholeNumber } });
const ROOT = join(__dirname, '../..');
const output = mkdtempSync(join(tmpdir(), 'bench-'));
const podwright = (app: string) => `node ${join(ROOT, 'build/cli/main.js')} synth --output ${output} --app "${app}"`;

/** What is run in which folder of `bench/apps`. */
const COMMANDS: readonly (readonly [folder: string, title: string, command: string])[] = [
  ['podwright', 'nothing (`node -e 0`)', 'node -e 0'],
  ['cdk8s', "`require('cdk8s')`", `node -e "require('cdk8s')"`],
  ['podwright', "`require('podwright')`", `node -e "require('podwright')"`],
  ['podwright', '`podwright synth`, compiled app', podwright(`node ${join(__dirname, 'apps/podwright/main.js')}`)],
  [
    'podwright',
    '`podwright synth`, `node -r ts-node/register/transpile-only main.ts`',
    podwright('node -r ts-node/register/transpile-only main.ts'),
  ],
  ['podwright', '`podwright synth`, `npx ts-node main.ts`', podwright('npx ts-node main.ts')],
  [
    'cdk8s',
    '`npx cdk8s synth`, `npx ts-node main.ts`',
    `npx cdk8s synth --output ${output} --app "npx ts-node main.ts"`,
  ],
];

const seconds = COMMANDS.map(() => [] as number[]);
for (let round = 0; round < rounds; round++) {
  for (const [position, [folder, , command]] of COMMANDS.entries()) {
    seconds[position]?.push(secondsOf(command, join(ROOT, 'bench/apps', folder)));
  }
}
rmSync(output, { recursive: true, force: true });

const medians = seconds.map(median);
const slowest = medians.at(-1) ?? Number.NaN;
console.log('| | seconds | share of the last |\n| --- | ---: | ---: |');
for (const [position, [, title]] of COMMANDS.entries()) {
  const time = medians[position] ?? Number.NaN;
  console.log(`| ${title} | ${time.toFixed(2)} | ${((100 * time) / slowest).toFixed(0)} % |`);
}

/** The time of a command from start to end; one that fails stops everything, since it would be fast. */
function secondsOf(command: string, cwd: string): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, { shell: true, cwd });
  if (status !== 0) throw new Error(`${command} failed: ${stderr.toString()}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
