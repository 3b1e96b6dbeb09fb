import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, Project } from '../support/cli';

const APP = `
const { App, Chart, Deployment, except, pod } = require('podwright');
console.log('chatter of the app');
const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });
const sized = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } };
const image = except('nginx', { because: 'nobody released it yet', until: '2027-01-31' });
new Deployment(shop, 'web', { replicas: Number(process.env.REPLICAS || 1), pod: pod('web', { image, resources: sized }) });
app.synth();
if (process.env.HANGS) setInterval(() => {}, 1000);
`;

const FILE = 'dist/shop/deployment-web.yaml';
let project: Project;

beforeAll(ensureBuilt, 60_000);

beforeEach(() => {
  project = new Project({ 'app.cjs': APP, 'cdk8s.yaml': 'app: node app.cjs\noutput: dist\n' });
});

afterEach(() => {
  project.remove();
});

const read = (path: string) => readFileSync(join(project.folder, path), 'utf8');

describe('podwright synth', () => {
  test('writes the manifests, and keeps stdout for data', async () => {
    const { code, stdout, stderr } = await project.run(['synth']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe('chatter of the app\n1 manifest in dist\n');
    expect(read(FILE)).toMatch(/^# Written by Podwright from construct shop\/web/);
    expect(readdirSync(project.temporary)).toEqual([]);
  });

  test('removes its own stale files and keeps those of others', async () => {
    const ours = '# Written by Podwright from construct shop/old: edit that, not this file.\na: 1\n';
    project.write('dist/old/deployment-old.yaml', ours);
    project.write('dist/other.yaml', '# Written by hand\na: 1\n');
    expect(await project.run(['synth'])).toMatchObject({ code: 0 });
    expect(readdirSync(join(project.folder, 'dist')).sort()).toEqual(['other.yaml', 'shop']);
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

  test('prints what a stock cdk8s app makes, and writes none of it, since it could never replace it', async () => {
    project.write('app.cjs', `require('fs').writeFileSync(process.env.CDK8S_OUTDIR + '/a.k8s.yaml', 'a: 1\\n')`);
    expect(await project.run(['synth', '--stdout'])).toMatchObject({ code: 0, stdout: 'a: 1\n' });
    const { code, stderr } = await project.run(['synth']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('a.k8s.yaml has no first line of ours')]);
    expect(existsSync(join(project.folder, 'dist'))).toBe(false);
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
    await project.run(['synth']);
    project.write('dist/shop/old.yaml', read(FILE));
    const { code, stdout } = await check('2027-02-01', { REPLICAS: '2' });
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringContaining(`${FILE}: differs`),
      expect.stringMatching(/web\.yaml:\d+: this exception has ended: exception: nobody released it yet \(until/),
      expect.stringContaining('dist/shop/old.yaml: stale'),
    ]);
    expect(existsSync(join(project.folder, 'dist/shop/old.yaml'))).toBe(true);
  });
});

describe('what cannot be done ends with 2 and one sentence', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['an unknown command', ['sinth'], "unknown command 'sinth'"],
    ['an unknown flag', ['synth', '--nope'], "unknown option '--nope'"],
    ['a day that no calendar has', ['synth', '--check', '--date', '2027-02-30'], '--date takes a day'],
    ['a day without a check', ['synth', '--date', '2027-02-28'], '--date is for --check'],
    ['a check that prints', ['synth', '--check', '--stdout'], '--check prints no manifests'],
    ['an app that does not exist', ['synth', '--app', 'exit 127'], 'failed (exit code 127)'],
    ['an app that writes nothing', ['synth', '--app', 'exit 0'], 'wrote no manifests'],
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
    ['an app that is no text', 'app: 5', 'app must be text'],
  ])('%s', async (_, config, says) => {
    project.write('cdk8s.yaml', config);
    expect(await project.run(['synth'])).toMatchObject({ code: 2, stderr: expect.stringContaining(says) as string });
  });
});
