import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Project } from '../support/cli';

const ROOT = resolve(__dirname, '../..');

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: nginx}]\n';

let project: Project;
beforeEach(() => {
  project = new Project({
    'pods/web.yaml': POD,
    'pods/api.yaml': POD.replaceAll('web', 'api'),
    'other.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  });
});
afterEach(() => {
  project.remove();
});

test('a runbook is printed of every workload', async () => {
  const { code, stdout, stderr } = await project.run(['runbook', 'pods']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Pod api pods\/api.yaml\n[^]*\nPod web pods\/web.yaml\n/);
  expect(stdout).toContain('$ kubectl logs web -c web --previous');
});

test.each([['not-ready'], ['NotReady'], ['NOTREADY']])(
  'explain %s tells one failure of one workload',
  async (state) => {
    const { code, stdout } = await project.run(['explain', state, 'pods', '-w', 'web']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Pod web pods\/web.yaml\n\n {2}NotReady \(/);
    expect(stdout).not.toMatch(/Pod api|OOMKilled/);
  },
);

test('what cannot be read is said, and the rest explained', async () => {
  const { code, stderr } = await project.run(['explain', 'pending', 'missing.yaml', 'pods']);
  expect([code, stderr]).toEqual([2, 'podwright: missing.yaml: no such file or folder\n']);
});

test('Markdown and JSON on demand', async () => {
  const markdown = await project.run(['explain', 'oom', 'pods', '-f', 'markdown']);
  expect(markdown.stdout).toMatch(/^# OOMKilled\n/);
  const { stdout } = await project.run(['explain', 'oom', 'pods', '-f', 'json']);
  const { workloads } = JSON.parse(stdout) as { workloads: { title: string; states: { state: string }[] }[] };
  expect(workloads.map(({ states, title }) => [title, states.map(({ state }) => state)])).toEqual([
    ['Pod api', ['OOMKilled']],
    ['Pod web', ['OOMKilled']],
  ]);
  const whole = await project.run(['runbook', 'pods', '-f', 'json']);
  expect(Object.keys((JSON.parse(whole.stdout) as { workloads: object[] }).workloads[0]!)).toContain('incident');
});

const STATES =
  'Pending, ImagePullBackOff, CreateContainerConfigError, CreateContainerError, Init, CrashLoopBackOff, OOMKilled, NotReady, Evicted, Unknown';

test.each([
  [
    ['explain', 'CrashLopBackOff', 'pods'],
    `podwright: no failure is called CrashLopBackOff; CrashLoopBackOff was probably meant: there are ${STATES}\n`,
  ],
  [['explain', 'banana', 'pods'], `podwright: no failure is called banana: there are ${STATES}\n`],
  [['explain', 'pending', 'other.yaml'], 'podwright: nothing to explain: no object here runs Pods\n'],
  [['runbook', 'other.yaml'], 'podwright: nothing to write a runbook for: no object here runs Pods\n'],
  [['runbook', 'pods', '-w', 'nobody'], 'podwright: no workload is called nobody; there are Pod api, Pod web\n'],
])('%j is refused', async (args, message) => {
  const { code, stdout, stderr } = await project.run(args);
  expect([code, stdout, stderr]).toEqual([2, '', message]);
});

test('the page of the documentation shows what is printed', async () => {
  const file = join(ROOT, 'docs/runbook.md');
  const example = new Project({});
  symlinkSync(join(ROOT, 'dist'), join(example.folder, 'dist'));
  const { stdout } = await example.run(['explain', 'not-ready', 'dist/shop', '-w', 'shop/orders-db']);
  example.remove();
  const page = readFileSync(file, 'utf8');
  const shown = page.replace(/^```console\n[^]*?^```$/m, () => `\`\`\`console\n${stdout}\`\`\``);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, shown);
  expect(shown).toContain(stdout);
  expect(readFileSync(file, 'utf8')).toBe(shown);
});
