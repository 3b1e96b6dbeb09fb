/**
 * Synthesizes workloads (a Deployment with application, native sidecar and init container, and a Service) with Podwright
 * and with its peers, whole processes in turn, and prints what each costs as a Markdown table.
 *
 * Run: `npm run bench`, or `npm run bench -- --sizes 10,100 --rounds 5`.
 */
import { cpus, platform, totalmem } from 'node:os';
import { flagsOrExit, someOf, wholeNumber, wholeNumbers } from './support/flags';
import { growthOf } from './support/growth';
import { costOf, median } from './support/process';
import type { Cost } from './support/process';

const PEERS: Readonly<Record<string, string>> = {
  json: '`JSON.stringify`, nothing checked: the floor',
  podwright: '**Podwright**, everything checked',
  yaml: 'plain objects and `yaml`, nothing checked',
  kosko: 'plain objects and kosko, one file, nothing checked',
  'cdk8s-l1': 'cdk8s, plain objects',
  'cdk8s-plus': 'cdk8s and cdk8s-plus-28',
};

/** A run of so many CPU seconds says what it has to say the first time. */
const LONG = 20;

const { sizes, rounds, peers } = flagsOrExit({
  sizes: { default: '10,100,1000,5000', ...wholeNumbers },
  rounds: { default: '3', ...wholeNumber },
  peers: { default: Object.keys(PEERS).join(','), ...someOf(Object.keys(PEERS)) },
});
const costs = new Map(peers.map((peer) => [peer, sizes.map((count) => ({ count, runs: [] as Cost[] }))]));

for (const [position, count] of sizes.entries()) {
  for (let round = 0; round < rounds; round++) {
    for (const peer of peers) {
      const runs = costs.get(peer)?.[position]?.runs ?? [];
      if (runs.some(({ cpu }) => cpu > LONG)) continue;
      runs.push(costOf(peer, count));
      process.stderr.write(`${peer} ${count}: ${runs.at(-1)?.cpu.toFixed(2) ?? ''} s\n`);
    }
  }
}
const medians = new Map(
  [...costs].map(([peer, bySize]) => [
    peer,
    bySize.map(({ count, runs }) => ({
      count,
      cpu: median(runs.map(({ cpu }) => cpu)),
      wall: median(runs.map(({ wall }) => wall)),
      megabytes: median(runs.map(({ megabytes }) => megabytes)),
    })),
  ]),
);
const floor = medians.get('json')?.at(-1)?.cpu ?? Number.NaN;
const largest = String(sizes.at(-1) ?? '');

const [cpu] = cpus();
console.log(
  `Node ${process.version}, ${platform()}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB.`,
  `Medians of ${rounds} rounds.\n`,
);
console.log(
  row('CPU seconds at', ...sizes.map(String), `wall s at ${largest}`, 'peak MB', 'times the floor', 'growth'),
);
console.log(row('---', ...sizes.map(() => '---:'), '---:', '---:', '---:', '---:'));
for (const [peer, bySize] of medians) {
  const last = bySize.at(-1);
  const times = (last?.cpu ?? Number.NaN) / floor;
  console.log(
    row(
      PEERS[peer] ?? peer,
      ...bySize.map((cost) => cost.cpu.toFixed(2)),
      (last?.wall ?? Number.NaN).toFixed(2),
      (last?.megabytes ?? Number.NaN).toFixed(0),
      times.toFixed(1),
      growthOf(bySize).toFixed(2),
    ),
  );
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
