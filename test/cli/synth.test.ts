import { appendFileSync, chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBuilt, Project } from '../support/cli';

const APP = `
const { App, Chart, Deployment, except, pod } = require('podwright');
console.log('chatter of the app');
const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });
const sized = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } };
const image = except('nginx', { because: 'nobody released it yet', until: '2027-01-31' });
const plain = pod('web', { image, resources: sized });
const withSidecar = plain.sidecar('log', { because: 'it is tried', image, resources: sized });
new Deployment(shop, process.env.NAME || 'web', { replicas: Number(process.env.REPLICAS || 1), pod: process.env.SIDECAR ? withSidecar : plain });
if (process.env.NEEDED) {
  const needed = new Deployment(shop, process.env.NEEDED, { replicas: 1, pod: pod('web', { image, resources: sized }) });
  shop.node.findChild('web').addDependency(needed);
}
app.synth();
if (process.env.HANGS) setInterval(() => {}, 1000);
`;

const STOCK = `
const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
new ApiObject(new Chart(app, 'shop'), 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: process.env.NAME || 'one' } });
app.synth();
`;

const FILE = 'dist/shop/deployment-web.yaml';
let project: Project;

beforeAll(ensureBuilt);

beforeEach(() => {
  project = new Project({ 'app.cjs': APP, 'cdk8s.yaml': 'app: node app.cjs\noutput: dist\n' });
});

afterEach(() => {
  project.remove();
});

const filesIn = (path: string) =>
  readdirSync(join(project.folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(project.folder, path), join(entry.parentPath, entry.name)))
    .sort();
const read = (path: string) => readFileSync(join(project.folder, path), 'utf8');

describe('podwright synth', () => {
  test('writes the manifests, and keeps stdout for data', async () => {
    const { code, stdout, stderr } = await project.run(['synth']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe('chatter of the app\n1 manifest in dist: 1 written\n');
    expect(read(FILE)).toMatch(/^# Written by Podwright from construct shop\/web/);
    expect(readdirSync(project.temporary)).toEqual([]);
  });

  test('finds a program of the project without npx, which would take longer than the app', async () => {
    project.write('node_modules/.bin/run-app', '#!/bin/sh\nexec node "$1"\n');
    chmodSync(join(project.folder, 'node_modules/.bin/run-app'), 0o755);
    project.write('bin/npx', '#!/bin/sh\necho npx was asked >&2\nexit 3\n');
    chmodSync(join(project.folder, 'bin/npx'), 0o755);
    const PATH = `${join(project.folder, 'bin')}:${process.env['PATH'] ?? ''}`;
    expect(await project.run(['synth', '--app', 'npx run-app app.cjs'], { PATH })).toMatchObject({ code: 0 });
    for (const command of ['npx --yes run-app app.cjs', 'npx other-app app.cjs']) {
      const { code, stderr } = await project.run(['synth', '--app', command], { PATH });
      expect([code, stderr]).toEqual([2, expect.stringContaining('npx was asked')]);
    }
  });

  test('removes its own stale files and keeps those of others', async () => {
    await project.run(['synth'], { NAME: 'old' });
    project.write('dist/other.yaml', '# Written by hand\na: 1\n');
    const { stderr } = await project.run(['synth']);
    expect(stderr).toContain('1 manifest in dist: 1 written, 1 removed\n');
    expect(filesIn('dist')).toEqual(['.podwright-app.sha256', 'other.yaml', 'shop/deployment-web.yaml']);
  });

  test('--stdout prints and writes nothing', async () => {
    const { code, stdout } = await project.run(['synth', '--stdout']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Written by Podwright/);
    expect(existsSync(join(project.folder, 'dist'))).toBe(false);
  });

  test('an app that is refused leaves the folder alone and says why, without a stack', async () => {
    project.write(FILE, 'foreign\n');
    const { code, stderr } = await project.run(['synth'], { REPLICAS: '-1' });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'PodError: 1 problem in Deployment shop/web (construct shop/web)\n  spec.replicas: Invalid',
    );
    expect(stderr).not.toMatch(/^ +at /m);
    expect(read(FILE)).toBe('foreign\n');
  });

  test('a file that is not ours stops it before the first byte', async () => {
    project.write(FILE, 'foreign\n');
    const { code, stderr } = await project.run(['synth']);
    expect(code).toBe(2);
    expect(stderr).toContain(`podwright: nothing was written`);
    expect(read(FILE)).toBe('foreign\n');
  });

  test('--adopt replaces what is not ours, and says so', async () => {
    project.write(FILE, 'foreign\n');
    const { code, stderr } = await project.run(['synth', '--adopt']);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`${FILE}: was not ours`)]);
    expect(read(FILE)).toMatch(/^# Written by Podwright/);
  });

  test('--adopt leaves alone what belongs to another project', async () => {
    await project.run(['synth']);
    renameSync(join(project.folder, 'dist/.podwright-app.sha256'), join(project.folder, 'dist/.podwright-bank.sha256'));
    const { code, stderr } = await project.run(['synth', '--adopt'], { REPLICAS: '2' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('belongs to bank')]);
  });

  test('writes what a stock cdk8s app makes, byte by byte, and knows it again', async () => {
    project.write('app.cjs', STOCK);
    expect(await project.run(['synth'])).toMatchObject({ code: 0 });
    const first = read('dist/shop.k8s.yaml');
    expect(first).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\n');
    expect(await project.run(['synth', '--check'])).toMatchObject({ code: 0, stdout: '' });
    expect(await project.run(['synth'], { NAME: 'two' })).toMatchObject({ code: 0 });
    expect(read('dist/shop.k8s.yaml')).toContain('name: two');
    project.write('dist/shop.k8s.yaml', 'mine: 1\n');
    expect(await project.run(['synth'])).toMatchObject({ code: 2 });
    expect(read('dist/shop.k8s.yaml')).toBe('mine: 1\n');
    expect(await project.run(['synth', '--adopt'])).toMatchObject({ code: 0 });
    expect(read('dist/shop.k8s.yaml')).toBe(first);
  });

  test('--target overrides what the App says, and says where it cannot', async () => {
    const { stdout } = await project.run(['synth', '--stdout', '--target', '1.28'], { SIDECAR: '1' });
    expect(stdout).not.toContain('initContainers');
    expect((await project.run(['synth', '--stdout'], { SIDECAR: '1' })).stdout).toContain('initContainers');
    project.write('app.cjs', STOCK);
    const { code, stderr } = await project.run(['synth', '--stdout', '--target', '1.28']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('shop.k8s.yaml was written by something else')]);
  });

  test('--json lists every file with what became of it and its objects, on stdout alone', async () => {
    await project.run(['synth'], { NAME: 'old' });
    const { code, stdout } = await project.run(['synth', '--json']);
    expect(code).toBe(0);
    const object = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web', construct: 'shop/web' };
    expect(JSON.parse(stdout)).toEqual({
      output: 'dist',
      files: [
        { path: FILE, status: 'written', objects: [object] },
        { path: 'dist/shop/deployment-old.yaml', status: 'removed', objects: [] },
      ],
    });
    project.write('app.cjs', STOCK);
    const stock = JSON.parse((await project.run(['synth', '--json', '--output', 'stock'])).stdout) as unknown;
    expect(stock).toMatchObject({ files: [{ objects: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'one' }] }] });
  });

  test('--stdout prints what others need first', async () => {
    const { stdout } = await project.run(['synth', '--stdout'], { NEEDED: 'zebra' });
    expect([...stdout.matchAll(/^  name: (\w+)$|^---$/gm)].map(([line, name]) => name ?? line)).toEqual([
      'zebra',
      '---',
      'web',
    ]);
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const said = (stderr: string) => stderr.includes('chatter') && existsSync(project.temporary);
    const { code } = await project.run(['synth'], { HANGS: '1' }, said);
    expect(code).toBe('SIGINT');
    expect(readdirSync(project.temporary)).toEqual([]);
    expect(existsSync(join(project.folder, 'dist'))).toBe(false);
  });
});

describe('podwright synth --check writes nothing and', () => {
  const check = (day: string, env = {}) => project.run(['synth', '--check', '--date', day], env);

  test('ends with 0 where the folder is as the code says, to the last day of its exceptions', async () => {
    expect(await check('2027-01-31')).toMatchObject({ code: 1, stdout: expect.stringContaining('missing') as string });
    await project.run(['synth']);
    expect(await check('2027-01-31')).toMatchObject({ code: 0, stdout: '' });
  });

  test('ends with 1 and names every drift, stale file and ended exception', async () => {
    await project.run(['synth'], { NEEDED: 'old' });
    project.write('dist/shop/copy.yaml', read(FILE));
    appendFileSync(join(project.folder, FILE), 'mine: 1\n');
    const { code, stdout } = await check('2027-01-31', { NAME: 'new', REPLICAS: '2', NEEDED: '' });
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringContaining('dist/shop/deployment-new.yaml: missing'),
      expect.stringContaining('dist/shop/deployment-old.yaml: stale'),
      expect.stringContaining(`${FILE}: stale`),
      expect.stringContaining('dist/shop/copy.yaml: no record lists it'),
    ]);
    expect(existsSync(join(project.folder, 'dist/shop/copy.yaml'))).toBe(true);
  });

  test('tells what the code has outgrown from what was edited by hand, and names exceptions that have ended', async () => {
    await project.run(['synth'], { NEEDED: 'zebra' });
    appendFileSync(join(project.folder, 'dist/shop/deployment-zebra.yaml'), 'mine: 1\n');
    const { code, stdout } = await check('2027-02-01', { REPLICAS: '2', NEEDED: 'zebra' });
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringContaining('dist/shop/deployment-zebra.yaml: edited by hand'),
      expect.stringMatching(/zebra\.yaml:\d+: this exception has ended: exception: nobody released it yet \(until/),
      expect.stringContaining(`${FILE}: out of date`),
      expect.stringMatching(/web\.yaml:\d+: this exception has ended: exception: nobody released it yet \(until/),
    ]);
  });

  test('asks for the record, too', async () => {
    await project.run(['synth']);
    rmSync(join(project.folder, 'dist/.podwright-app.sha256'));
    expect(await check('2027-01-31')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('sha256: missing') as string,
    });
    expect(
      JSON.parse((await project.run(['synth', '--check', '--json', '--date', '2027-01-31'])).stdout),
    ).toMatchObject({
      files: [{ status: 'unchanged' }],
      faults: [expect.stringContaining('sha256: missing')],
    });
  });
});

describe('what cannot be done ends with 2 and one sentence', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['an unknown command', ['sinth'], "unknown command 'sinth'"],
    ['an unknown flag', ['synth', '--nope'], "unknown option '--nope'"],
    ['a day that no calendar has', ['synth', '--check', '--date', '2027-02-30'], '--date takes a day'],
    ['a day without a check', ['synth', '--date', '2027-02-28'], '--date is for --check'],
    ['a check that prints', ['synth', '--check', '--stdout'], '--check prints no manifests'],
    ['a check that adopts', ['synth', '--check', '--adopt'], '--adopt is for writing'],
    ['manifests as JSON', ['synth', '--stdout', '--json'], '--stdout prints manifests alone'],
    ['a version that never was', ['synth', '--target', '1.2'], 'Allowed choices are 1.28'],
    ['an app that does not exist', ['synth', '--app', 'exit 127'], 'failed (exit code 127)'],
    ['an app that writes nothing', ['synth', '--app', 'exit 0'], 'wrote no manifests'],
    ['an app without a name', ['synth', '--app', ''], '--app is empty'],
    ['a folder without a name', ['synth', '--output', ' '], '--output is empty'],
    ['a folder that is a file', ['synth', '--output', 'cdk8s.yaml'], 'nothing was written'],
  ])('%s', async (_, args, says) => {
    const { code, stdout, stderr } = await project.run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test.each([
    ['an empty cdk8s.yaml', '', 'must hold a map'],
    ['a cdk8s.yaml that is no YAML', 'a: [', 'cdk8s.yaml cannot be read'],
    ['a key with a slip', 'app: node app.cjs\noutptu: dist\n', 'no key "outptu"; it is spelt "output"'],
    ['an app that is no text', 'app: 5', 'app must be text'],
    ['an app that says nothing', 'app: ""', 'app must be text, and is ""'],
    ['a cdk8s.yaml that is a list', '- app: node app.cjs', 'must hold a map'],
  ])('%s', async (_, config, says) => {
    project.write('cdk8s.yaml', config);
    expect(await project.run(['synth'])).toMatchObject({ code: 2, stderr: expect.stringContaining(says) as string });
  });
});
