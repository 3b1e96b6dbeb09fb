import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBuilt } from '../support/cli';

const ROOT = join(__dirname, '../..');
const COUNT = 200;

/** Writes files of ours over and over, each round with another text, as fast as it can; says when it begins, or goes on. */
const WRITER = `
const { writeManifests } = require(${JSON.stringify(join(ROOT, 'build/synth/write.js'))});
const filler = 'x'.repeat(4000);
const [folder, from, to, told = 'going on'] = process.argv.slice(2);
if (told === 'beginning') process.stdout.write('go');
for (let round = Number(from); round < Number(to); round++) {
  const files = Array.from({ length: ${COUNT} }, (_, i) => ({
    // Half of the files have other names in each round, so that the others are stale.
    path: i % 2 ? 'same/' + i + '.yaml' : 'round-' + round + '/' + i + '.yaml',
    text: 'round: ' + round + '\\nfiller: ' + filler + '\\nend: ' + round + '\\n',
  }));
  writeManifests(folder, files, { name: 'shop' });
  if (told === 'going on' && round === Number(from)) process.stdout.write('go');
}
`;

let folder: string;
let script: string;
const output = () => join(folder, 'dist');

beforeAll(ensureBuilt);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
  script = join(folder, 'writer.cjs');
  writeFileSync(script, WRITER);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const filesIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)));
const manifests = () => filesIn(output()).filter((path) => !path.startsWith('.podwright-'));
const roundOf = (path: string) =>
  /^round: (\d+)\nfiller: x{4000}\nend: \1\n$/.exec(readFileSync(join(output(), path), 'utf8'))?.[1];
const writeRound = (round: number) => {
  execFileSync(process.execPath, [script, output(), String(round), String(round + 1)], { stdio: 'pipe' });
};

/** Starts a writer and kills it so many milliseconds after its first round, or after the beginning of that. */
function killAfter(delay: number, told = 'going on'): Promise<void> {
  const args = [script, output(), '1', '1000000', told];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay));
  return new Promise((done) => {
    child.on('close', () => {
      done();
    });
  });
}

test('a writer that is killed at any moment leaves whole files, and the next run heals', async () => {
  const moments = Array.from({ length: 20 }, (_, count) => count * 9 + Math.random() * 9);
  for (const moment of moments) {
    await killAfter(moment);
    const rounds = manifests().map(roundOf);
    expect({ moment, broken: rounds.filter((round) => round === undefined) }).toEqual({ moment, broken: [] });
    expect(new Set(rounds).size).toBeLessThanOrEqual(2);
  }
  writeRound(1_000_001);
  expect(new Set(manifests().map(roundOf))).toEqual(new Set(['1000001']));
  expect(manifests()).toHaveLength(COUNT);
  // A folder may be left that is empty, of which Git and those who apply know nothing.
  const places = new Set(filesIn(output()).map((path) => path.split('/')[0]));
  expect([...places].sort()).toEqual(['.podwright-shop.sha256', 'round-1000001', 'same']);
});

test.each([
  ['a new folder', []],
  ['a folder with files of others', ['notes.txt', 'same/notes.yaml', 'round-1/notes.yaml']],
])(
  'a writer that is killed while it first writes into %s leaves whole files, and no other that looks like one',
  async (_, others) => {
    for (const moment of Array.from({ length: 10 }, (_each, count) => count * 4 + Math.random() * 4)) {
      rmSync(output(), { recursive: true, force: true });
      for (const path of others) {
        mkdirSync(join(output(), path, '..'), { recursive: true });
        writeFileSync(join(output(), path), 'by hand');
      }
      await killAfter(moment, 'beginning');
      const present = existsSync(output()) ? filesIn(output()) : [];
      expect(present.filter((path) => others.includes(path)).sort()).toEqual([...others].sort());
      // What waits is a manifest to nobody: tools that read folders go by the ends of names.
      const ours = present.filter((path) => path.endsWith('.yaml') && !others.includes(path));
      expect({ moment, broken: ours.filter((path) => roundOf(path) === undefined) }).toEqual({ moment, broken: [] });
      expect(ours.filter((path) => path.startsWith('.'))).toEqual([]);
      writeRound(1_000_001);
      expect(manifests().filter((path) => !others.includes(path))).toHaveLength(COUNT);
      for (const path of others) expect(readFileSync(join(output(), path), 'utf8')).toBe('by hand');
      expect(readdirSync(output()).filter((name) => name.startsWith('.'))).toEqual(['.podwright-shop.sha256']);
    }
  },
);

describe('what cannot be written stops before the first file is replaced:', () => {
  const failing = (round = 2) => {
    try {
      writeRound(round);
    } catch (error) {
      return String((error as { stderr?: unknown }).stderr);
    }
    return '';
  };
  const unchanged = () => {
    expect(new Set(manifests().map(roundOf))).toEqual(new Set(['1']));
    expect(readdirSync(output()).sort()).toEqual(['.podwright-shop.sha256', 'round-1', 'same']);
  };

  const onTmpfs = canRun('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs']) ? test : test.skip;
  onTmpfs('a disk that is full (needs the right to mount)', () => {
    mkdirSync(output());
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1400k', 'tmpfs', output()]);
    try {
      writeRound(1);
      expect(failing()).toMatch(/OutputError: .*yaml cannot be written; nothing was written: ENOSPC/);
      unchanged();
    } finally {
      execFileSync('umount', [output()]);
    }
  });

  onTmpfs.each([
    [
      'that is too small for a new folder',
      'size=400k',
      /OutputError: .*yaml cannot be written; nothing was written: ENOSPC/,
    ],
    ['that is new and read-only', 'ro', /cannot be written; nothing was written: EROFS/],
  ])('a disk %s (needs the right to mount)', (_, option, message) => {
    mkdirSync(output());
    execFileSync('mount', ['-t', 'tmpfs', '-o', option, 'tmpfs', output()]);
    try {
      expect(failing(1)).toMatch(message);
      expect(readdirSync(output())).toEqual([]);
    } finally {
      execFileSync('umount', [output()]);
    }
  });

  onTmpfs('a file system that is read-only (needs the right to mount)', () => {
    mkdirSync(output());
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', output()]);
    try {
      writeRound(1);
      execFileSync('mount', ['-o', 'remount,ro', output()]);
      expect(failing()).toMatch(/cannot be written; nothing was written: EROFS/);
      unchanged();
    } finally {
      execFileSync('umount', [output()]);
    }
  });

  test('files that may not grow so large', () => {
    writeRound(1);
    const limited = () =>
      execFileSync('sh', ['-c', `ulimit -f 2; exec "$0" "$@"`, process.execPath, script, output(), '2', '3'], {
        stdio: 'pipe',
      });
    expect(limited).toThrow(/nothing was written: EFBIG/);
    unchanged();
  });

  const onImmutable = canRun('chattr', ['+i']) ? test : test.skip;
  onImmutable('a file that may not be changed (needs chattr)', () => {
    writeRound(1);
    const place = join(output(), 'same/1.yaml');
    execFileSync('chattr', ['+i', place]);
    try {
      expect(failing()).toMatch(/same\/1\.yaml cannot be written; nothing was written: E/);
      unchanged();
    } finally {
      execFileSync('chattr', ['-i', place]);
    }
  });
});

/** Whether a command that changes a folder is allowed here; it is undone at once. */
function canRun(command: string, args: readonly string[]): boolean {
  const place = mkdtempSync(join(tmpdir(), 'allowed-'));
  const [undo, undoArgs] = command === 'mount' ? ['umount', []] : [command, ['-i']];
  try {
    execFileSync(command, [...args, place], { stdio: 'ignore' });
    execFileSync(undo, [...undoArgs, place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
