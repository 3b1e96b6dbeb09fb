import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Deployment, ForeignFileError, pod } from 'podwright';
import type { Layout } from 'podwright';
import { OutputError } from '../../synth/output-error';
import { writeManifests } from '../../synth/write';
import { base, filesOf, refusalsOf } from '../support/shop';

let folder: string;
const at = (path: string) => join(folder, path);
const text = (name: string) => `# Written by Podwright from construct ${name}: edit that, not this file.\na: 1\n`;
const file = (path: string) => ({ path, text: text(path) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the writer', () => {
  test('touches only files that differ', () => {
    writeManifests(folder, [file('a.yaml'), file('b.yaml')]);
    const before = statSync(at('a.yaml')).ino;
    writeFileSync(at('b.yaml'), text('older'));
    writeManifests(folder, [file('a.yaml'), file('b.yaml')]);
    expect(statSync(at('a.yaml')).ino).toBe(before);
    expect(readFileSync(at('b.yaml'), 'utf8')).toBe(text('b.yaml'));
    expect(readdirSync(folder)).toEqual(['a.yaml', 'b.yaml']);
  });

  test('removes its own stale files with the folders that they leave empty, and nothing else', () => {
    writeManifests(folder, [file('old/deep/a.yaml'), file('mixed/a.yaml')]);
    writeFileSync(at('mixed/notes.txt'), 'by hand');
    mkdirSync(at('empty'));
    writeManifests(folder, [file('b.yaml')]);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['b.yaml', 'empty', 'mixed', 'mixed/notes.txt']);
  });

  test('takes a name in another case for the same file, as some file systems do', () => {
    writeManifests(folder, [file('Shop/a.yaml')]);
    writeManifests(folder, [file('shop/a.yaml')]);
    expect(existsSync(at('shop/a.yaml'))).toBe(true);
  });

  test('looks for no stale files where the folder holds the whole project', () => {
    writeManifests(folder, [file('a.yaml')]);
    const before = process.cwd();
    try {
      process.chdir(folder);
      writeManifests('.', [file('b.yaml')]);
    } finally {
      process.chdir(before);
    }
    expect(readdirSync(folder)).toEqual(['a.yaml', 'b.yaml']);
  });

  test.each([
    [
      'a file that somebody else wrote',
      () => {
        writeFileSync(at('b.yaml'), 'a: 1\n');
      },
      'b.yaml',
    ],
    [
      'an empty file',
      () => {
        writeFileSync(at('b.yaml'), '');
      },
      'b.yaml',
    ],
    [
      'a folder where the file goes',
      () => {
        mkdirSync(at('b.yaml'));
      },
      'b.yaml',
    ],
    [
      'a file where the folder goes',
      () => {
        writeFileSync(at('b'), 'a: 1\n');
      },
      'b/c.yaml',
    ],
  ])('stops before the first byte at %s', (_, stand, path) => {
    stand();
    const write = () => {
      writeManifests(folder, [file('a.yaml'), file(path)]);
    };
    expect(write).toThrow(ForeignFileError);
    expect(write).toThrow(at(path));
    expect(existsSync(at('a.yaml'))).toBe(false);
  });

  test('says which file could not be written, and why', () => {
    writeManifests(folder, [file('a.yaml')]);
    mkdirSync(at('a.yaml.podwright-new'));
    const write = () => {
      writeManifests(folder, [{ path: 'a.yaml', text: text('newer') }]);
    };
    expect(write).toThrow(OutputError);
    expect(write).toThrow(/a\.yaml cannot be written.*EISDIR/s);
    expect(readFileSync(at('a.yaml'), 'utf8')).toBe(text('a.yaml'));
  });

  test('heals what a crash left behind', () => {
    writeFileSync(at('a.yaml.podwright-new'), '# Writ');
    writeManifests(folder, [file('a.yaml')]);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
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
  const taken = 'metadata.name [duplicate-path]';

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
    ['makes no folder of a file', ({ name }) => (name === 'a' ? 'x' : 'x/b'), [taken]],
    ['makes no file of a folder', ({ name }) => (name === 'a' ? 'x/a' : 'X'), [taken]],
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
