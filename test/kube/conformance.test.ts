import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareFolder } from '../../scripts/conformance/compare';

const folders = ['corpus', 'reference-manifests']
  .map((name) => resolve(__dirname, '../../../shared', name))
  .filter((folder) => existsSync(folder));

const testEach = folders.length > 0 ? test.each(folders) : test.skip.each(['no judged manifests at hand']);

testEach('we say what an API server said of %s', (folder) => {
  const tally = compareFolder(folder);
  expect(tally.isGoodEnough() || tally.report(true)).toBe(true);
});
