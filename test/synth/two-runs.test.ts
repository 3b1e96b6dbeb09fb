import type * as Fs from 'node:fs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planFolder } from '../../synth/folder-plan';
import { applyPlans, writeManifests } from '../../synth/write';

/** The module itself, which can be meddled with. */
const FS = jest.requireActual<typeof Fs>('node:fs');

let folder: string;
const owner = { name: 'shop' };
const file = (path: string, value: string) => ({ path, text: `a: ${value}\n` });
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'two-runs-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('of two runs that write under one name at the same time', () => {
  test('the one that comes later writes nothing, and says so', () => {
    writeManifests(folder, [file('a.yaml', '1')], owner);
    const plan = planFolder(folder, [file('a.yaml', '2')], owner);
    writeManifests(folder, [file('a.yaml', '3'), file('b.yaml', '3')], owner);
    expect(() => {
      applyPlans(folder, [plan]);
    }).toThrow(/nothing was written: another run is writing here/);
    expect([read('a.yaml'), read('b.yaml')]).toEqual(['a: 3\n', 'a: 3\n']);
  });

  test('none complains where both write the same', () => {
    writeManifests(folder, [file('a.yaml', '1')], owner);
    const files = [file('a.yaml', '2'), file('b.yaml', '2')];
    const plan = planFolder(folder, files, owner);
    writeManifests(folder, files, owner);
    applyPlans(folder, [plan]);
    expect(planFolder(folder, files, owner).files.map(({ standing }) => standing)).toEqual(['unchanged', 'unchanged']);
  });

  test('one whose record was replaced while it wrote says that files of both may stand there', () => {
    const plan = planFolder(folder, [file('a.yaml', '1')], owner);
    const { renameSync } = FS;
    const meddling = jest.spyOn(FS, 'renameSync').mockImplementation((from, to) => {
      renameSync(from, to);
      if (String(to).endsWith('a.yaml')) writeFileSync(join(folder, plan.record.path), 'of another run');
    });
    expect(() => {
      applyPlans(folder, [plan]);
    }).toThrow(/whole, old or new: run it again: another run is writing here/);
    meddling.mockRestore();
  });
});
