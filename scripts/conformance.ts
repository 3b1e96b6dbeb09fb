import { compareFolder } from './conformance/compare';

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('npm run conformance -- DIR [--verbose]\n');
  process.exitCode = 2;
} else {
  const tally = compareFolder(folder);
  process.stdout.write(tally.report(flags.includes('--verbose')));
  process.exitCode = tally.isGoodEnough() ? 0 : 1;
}
