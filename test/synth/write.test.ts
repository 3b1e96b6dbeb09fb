import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { App, Chart, Deployment, ForeignFileError, OutputError, pod } from 'podwright';
import type { Layout, ManifestFile } from 'podwright';
import { planFolder } from '../../synth/folder-plan';
import { strayFiles } from '../../synth/strays';
import { digestOf } from '../../synth/record';
import { applyPlans, writeManifests } from '../../synth/write';
import { base, filesOf, refusalsOf } from '../support/shop';

let folder: string;
const at = (path: string) => join(folder, path);
const text = (name: string) => `# Written by Podwright from construct ${name}: edit that, not this file.\na: 1\n`;
const file = (path: string) => ({ path, text: text(path) });
const write = (files: readonly ManifestFile[], name = 'shop') => {
  writeManifests(folder, files, { name });
};
const RECORD = '.podwright-shop.sha256';
/** What is in the folder, the record aside. */
const standing = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((name) => name !== RECORD)
    .sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the writer', () => {
  test('touches only files that differ, and nothing at all where none does', () => {
    write([file('a.yaml'), file('b.yaml')]);
    const inodes = () => ['a.yaml', RECORD].map((path) => statSync(at(path)).ino);
    const [a, record] = inodes();
    write([file('a.yaml'), file('b.yaml')]);
    expect(inodes()).toEqual([a, record]);
    writeFileSync(at('b.yaml'), text('older'));
    write([file('a.yaml'), file('b.yaml')]);
    expect(inodes()[0]).toBe(a);
    expect(readFileSync(at('b.yaml'), 'utf8')).toBe(text('b.yaml'));
    expect(standing()).toEqual(['a.yaml', 'b.yaml']);
  });

  test('removes its own stale files with the folders that they leave empty, and nothing else', () => {
    write([file('old/deep/a.yaml'), file('mixed/a.yaml')]);
    writeFileSync(at('mixed/notes.txt'), 'by hand');
    mkdirSync(at('empty'));
    write([file('b.yaml')]);
    expect(standing()).toEqual(['b.yaml', 'empty', 'mixed', 'mixed/notes.txt']);
  });

  test('takes a name in another case for the same file where the file system does', () => {
    write([file('Shop/a.yaml')]);
    write([file('shop/a.yaml')]);
    expect(existsSync(at('shop/a.yaml'))).toBe(true);
    expect(standing().filter((name) => name.endsWith('.yaml'))).toHaveLength(1);
  });

  test('removes stale files of a folder that holds the whole project too, since it knows them by name', () => {
    write([file('a.yaml')]);
    const before = process.cwd();
    try {
      process.chdir(folder);
      writeManifests('.', [file('b.yaml')], { name: 'shop' });
    } finally {
      process.chdir(before);
    }
    expect(standing()).toEqual(['b.yaml']);
  });

  const foreign: readonly (readonly [string, string, () => void])[] = [
    [
      'a file that somebody else wrote',
      'b.yaml',
      () => {
        writeFileSync(at('b.yaml'), 'a: 1\n');
      },
    ],
    [
      'an empty file',
      'b.yaml',
      () => {
        writeFileSync(at('b.yaml'), '');
      },
    ],
    [
      'a folder where the file goes',
      'b.yaml',
      () => {
        mkdirSync(at('b.yaml'));
      },
    ],
    [
      'a file where the folder goes',
      'b/c.yaml',
      () => {
        writeFileSync(at('b'), 'a: 1\n');
      },
    ],
    [
      'a symbolic link where the file goes',
      'b.yaml',
      () => {
        symlinkSync(tmpdir(), at('b.yaml'));
      },
    ],
    [
      'a symbolic link to nowhere',
      'b.yaml',
      () => {
        symlinkSync('nowhere', at('b.yaml'));
      },
    ],
    [
      'a symbolic link where the folder goes',
      'b/c.yaml',
      () => {
        symlinkSync(tmpdir(), at('b'));
      },
    ],
  ];

  test.each(foreign)('stops before the first byte at %s', (_, path, stand) => {
    stand();
    const before = standing();
    expect(() => {
      write([file('a.yaml'), file(path)]);
    }).toThrow(ForeignFileError);
    expect(() => {
      write([file('a.yaml'), file(path)]);
    }).toThrow(at(path));
    expect(standing()).toEqual(before);
    expect(existsSync(at(RECORD))).toBe(false);
  });

  test('does not remove through a symbolic link what it once wrote in a folder of that name', () => {
    write([file('shop/a.yaml'), file('b.yaml')]);
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    try {
      renameSync(at('shop/a.yaml'), join(outside, 'a.yaml'));
      rmSync(at('shop'), { recursive: true });
      symlinkSync(outside, at('shop'));
      write([file('b.yaml')]);
      expect(readdirSync(outside)).toEqual(['a.yaml']);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  test('follows no path out of the folder that somebody wrote into its record', () => {
    const inner = at('dist');
    writeManifests(inner, [file('a.yaml')], { name: 'shop' });
    writeFileSync(at('mine.yaml'), text('mine'));
    appendFileSync(join(inner, RECORD), `${digestOf(text('mine'))}  ../mine.yaml\n`);
    writeManifests(inner, [file('b.yaml')], { name: 'shop' });
    expect(existsSync(at('mine.yaml'))).toBe(true);
  });

  test('says which file could not be written, and why, and writes nothing', () => {
    write([file('a.yaml')]);
    const place = at(`.podwright-new-${process.pid}`);
    mkdirSync(place);
    const again = () => {
      write([{ path: 'a.yaml', text: text('newer') }]);
    };
    expect(again).not.toThrow();
    writeFileSync(at('x'), '');
    expect(() => {
      writeManifests(at('x'), [file('a.yaml')], { name: 'shop' });
    }).toThrow(OutputError);
    expect(() => {
      writeManifests(at('x'), [file('a.yaml')], { name: 'shop' });
    }).toThrow(/cannot be written; nothing was written: E/);
  });

  test('writes into a folder that somebody makes after it was found missing', () => {
    const plan = planFolder(folder, [file('shop/a.yaml'), file('shop/b.yaml')], { name: 'shop' });
    mkdirSync(at('shop'));
    writeFileSync(at('shop/notes.txt'), 'by hand');
    applyPlans(folder, [plan]);
    expect(standing()).toEqual(['shop', 'shop/a.yaml', 'shop/b.yaml', 'shop/notes.txt']);
  });

  test('writes nothing where a file appears in place of a folder that was found missing', () => {
    const plan = planFolder(folder, [file('a.yaml'), file('shop/a.yaml')], { name: 'shop' });
    writeFileSync(at('shop'), 'by hand');
    expect(() => {
      applyPlans(folder, [plan]);
    }).toThrow(/shop\/a\.yaml cannot be written; nothing was written: .*EEXIST/);
    expect(standing()).toEqual(['shop']);
    expect(existsSync(at(RECORD))).toBe(false);
  });

  test('knows no file of a folder that somebody removed for stale or left', () => {
    write([file('shop/a.yaml'), file('b.yaml')]);
    rmSync(at('shop'), { recursive: true });
    expect(planFolder(folder, [file('b.yaml')], { name: 'shop' })).toMatchObject({ stale: [], left: [] });
    expect(planFolder(folder, [file('shop/a.yaml')], { name: 'shop' })).toMatchObject({
      files: [{ path: 'shop/a.yaml', standing: 'missing' }],
      stale: ['b.yaml'],
    });
  });

  test('takes away what a writer left behind that was killed, and lets one be that is at work', () => {
    for (const pid of [2 ** 22 + 1, process.ppid]) mkdirSync(at(`.podwright-new-${pid}`));
    write([file('a.yaml')]);
    expect(standing()).toEqual([`.podwright-new-${process.ppid}`, 'a.yaml']);
    mkdirSync(at(`.podwright-new-${2 ** 22 + 1}`));
    write([file('a.yaml')]);
    expect(standing()).toEqual([`.podwright-new-${process.ppid}`, 'a.yaml']);
  });
});

describe('the record', () => {
  const plain = (path: string, value = 'a') => ({ path, text: `${value}: 1\n` });
  const record = () => readFileSync(at(RECORD), 'utf8');

  test('lists every file with its digest, sorted, as sha256sum reads them', () => {
    write([file('b/z.yaml'), file('a.yaml'), file('b.yaml')]);
    const lines = record()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(lines).toEqual([...['a.yaml', 'b.yaml', 'b/z.yaml'].map((path) => `${digestOf(text(path))}  ${path}`), '']);
  });

  test('tells whose a file is that has no first line of ours', () => {
    write([plain('a.yaml'), plain('b.yaml')]);
    write([plain('a.yaml', 'newer')]);
    expect(standing()).toEqual(['a.yaml']);
    expect(readFileSync(at('a.yaml'), 'utf8')).toBe('newer: 1\n');
  });

  test('keeps a file that somebody edited from being replaced or removed, unless its first line is ours', () => {
    write([plain('a.yaml'), plain('b.yaml'), file('c.yaml'), file('d.yaml')]);
    for (const path of ['a.yaml', 'b.yaml']) writeFileSync(at(path), 'mine: 1\n');
    for (const path of ['c.yaml', 'd.yaml']) appendFileSync(at(path), 'mine: 1\n');
    expect(() => {
      write([plain('a.yaml', 'newer')]);
    }).toThrow('was edited since it was written');
    write([file('c.yaml')]);
    expect(standing()).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
    expect(readFileSync(at('c.yaml'), 'utf8')).toBe(text('c.yaml'));
  });

  test('keeps two projects that write into one folder apart', () => {
    write([file('shop/a.yaml'), file('shop/b.yaml')]);
    write([file('bank/a.yaml'), file('shop/b.yaml')], 'bank');
    write([file('shop/a.yaml')]);
    expect(standing()).toEqual(['.podwright-bank.sha256', 'bank', 'bank/a.yaml', 'shop', 'shop/a.yaml', 'shop/b.yaml']);
    expect(() => {
      write([{ path: 'bank/a.yaml', text: text('x') }]);
    }).toThrow('belongs to bank, as .podwright-bank.sha256 says');
  });

  test('that was lost loses no file: ours are replaced, and none is removed', () => {
    write([file('a.yaml'), file('b.yaml')]);
    rmSync(at(RECORD));
    write([{ path: 'a.yaml', text: text('newer') }]);
    expect(standing()).toEqual(['a.yaml', 'b.yaml']);
    expect(strayFiles(folder, ['a.yaml'])).toEqual(['b.yaml']);
  });

  test('survives a merge conflict: the files of both sides are ours', () => {
    write([plain('a.yaml'), plain('theirs.yaml')]);
    const theirs = record();
    write([plain('a.yaml'), plain('ours.yaml')]);
    writeFileSync(at('theirs.yaml'), plain('theirs.yaml').text);
    writeFileSync(at(RECORD), `<<<<<<< HEAD\n${record()}=======\n${theirs}>>>>>>> branch\n`);
    write([plain('a.yaml')]);
    expect(standing()).toEqual(['a.yaml']);
    expect(record().match(/^[^#].*/gm)).toEqual([`${digestOf('a: 1\n')}  a.yaml`]);
  });

  test('of a folder inside another keeps its files from being taken for strays', () => {
    writeManifests(at('inner'), [file('a.yaml')], { name: 'shop' });
    expect(strayFiles(folder, [])).toEqual([]);
  });
});

describe('Apps of one process that share a folder', () => {
  const appOf = (name: string, replicas = 1, id = name) => {
    const app = new App({ outdir: folder });
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    return { app, owner: new Deployment(shop, id, { replicas, metadata: { name }, pod: pod('x', base) }), shop };
  };

  test("keep each other's files and remove their own stale ones", () => {
    appOf('a').app.synth();
    const { app, shop } = appOf('b');
    new Deployment(shop, 'c', { replicas: 1, pod: pod('x', base) });
    app.synth();
    expect(readdirSync(at('shop'))).toEqual(['deployment-a.yaml', 'deployment-b.yaml', 'deployment-c.yaml']);
    shop.node.tryRemoveChild('c');
    app.synth();
    expect(readdirSync(at('shop'))).toEqual(['deployment-a.yaml', 'deployment-b.yaml']);
  });

  test('do not write one file with two texts', () => {
    appOf('a').app.synth();
    expect(() => {
      appOf('a').app.synth();
    }).not.toThrow();
    expect(() => {
      appOf('a', 2).app.synth();
    }).toThrow('two Apps write shop/deployment-a.yaml');
  });
});

describe('a layout', () => {
  const laidOut = (layout: Layout) =>
    refusalsOf(
      (shop) => {
        new Deployment(shop, 'a', { replicas: 1, pod: pod('x', base) });
        new Deployment(shop, 'b', { replicas: 1, pod: pod('x', base) });
      },
      { layout },
    );
  const outside = 'metadata.name [path-outside-output]';
  const reserved = 'metadata.name [reserved-path]';
  const taken = 'metadata.name [duplicate-path]';
  const long = 'metadata.name [path-too-long]';

  test.each<readonly [string, Layout, readonly string[]]>([
    ['stays in the folder', ({ name }) => `../${name}.yaml`, [outside, outside]],
    ['is not absolute', ({ name }) => `/${name}.yaml`, [outside, outside]],
    ['does not go round', ({ name }) => `x/./${name}.yaml`, [outside, outside]],
    ['has no empty step', ({ name }) => `x//${name}.yaml`, [outside, outside]],
    ['has no backslash', ({ name }) => `x\\${name}.yaml`, [outside, outside]],
    ['has no control characters', ({ name }) => `x\n${name}.yaml`, [outside, outside]],
    ['gives a text', () => undefined as never, [outside, outside]],
    ['gives a name', () => '', [outside, outside]],
    ['gives each object its own file', () => 'all.yaml', [taken]],
    ['gives names that differ in more than case', ({ name }) => (name === 'a' ? 'X.yaml' : 'x.yaml'), [taken]],
    [
      'gives names that differ in more than how an accent is written',
      ({ name }) => (name === 'a' ? '\u00e9' : 'e\u0301'),
      [taken],
    ],
    ['leaves the names of records alone', ({ name }) => `.podwright-${name}`, [reserved, reserved]],
    ['makes no folder of a file', ({ name }) => (name === 'a' ? 'x' : 'x/b'), [taken]],
    ['makes no file of a folder', ({ name }) => (name === 'a' ? 'x/a' : 'X'), [taken]],
    ['gives names that file systems take', ({ name }) => `${name}${'x'.repeat(255)}`, [long, long]],
    ['counts bytes', ({ name }) => `${'é'.repeat(127)}/${'é'.repeat(128)}${name}`, [long, long]],
    ['may use all that there is', ({ name }) => `${'é'.repeat(127)}/${'x'.repeat(254)}${name}`, []],
    ['may use folders', ({ kind, name }) => `${kind}/${name}.yaml`, []],
  ])('%s', (_, layout, expected) => {
    expect(laidOut(layout)).toEqual(expected);
  });

  test('knows the object as it will be written', () => {
    const paths = filesOf(
      (shop) => new Deployment(shop, 'x', { replicas: 1, metadata: { name: 'a' }, pod: pod('x', base) }),
      {
        layout: ({ apiVersion, kind, namespace, name, construct }) =>
          [apiVersion, kind, namespace, name, construct].join('_').replaceAll('/', '-'),
      },
    ).map(({ path }) => path);
    expect(paths).toEqual(['apps-v1_Deployment_shop_a_shop-x']);
  });
});
