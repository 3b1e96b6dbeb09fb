import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Project } from '../support/cli';

const ROOT = resolve(__dirname, '../..');
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: nginx}]\n';

let project: Project;
beforeEach(() => {
  project = new Project({ 'pods/web.yaml': POD, 'pods/api.yaml': POD.replaceAll('web', 'api') });
});
afterEach(() => {
  project.remove();
});

test('the drawing of the documentation is the one of the shop', async () => {
  const page = join(ROOT, 'docs/checkout.svg');
  const { code, stdout } = await project.run(['draw', join(ROOT, 'dist/shop'), '--workload', 'shop/checkout']);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, stdout);
  expect([code, stdout]).toEqual([0, readFileSync(page, 'utf8')]);
});

test('all workloads are drawn into a folder', async () => {
  const { code, stdout, stderr } = await project.run(['draw', 'pods', '-o', 'drawings', '--what', 'timeline']);
  expect([code, stdout]).toEqual([0, '']);
  const files = ['drawings/pod-api-timeline.svg', 'drawings/pod-web-timeline.svg'];
  expect(stderr).toBe(`${files.join('\n')}\n`);
  for (const file of files) expect(existsSync(join(project.folder, file))).toBe(true);
});

test('Mermaid is printed on demand', async () => {
  const { stdout } = await project.run(['draw', 'pods', '-w', 'Pod web', '-f', 'mermaid']);
  expect(stdout).toMatch(/^flowchart LR\n/);
});

test.each([
  [
    ['pods'],
    'podwright: 2 workloads to draw: choose one with --workload, or a folder with --output: Pod api, Pod web\n',
  ],
  [['pods', '-w', 'nobody'], 'podwright: no workload is called nobody; there are Pod api, Pod web\n'],
])('%j is refused', async (args, message) => {
  const { code, stdout, stderr } = await project.run(['draw', ...args]);
  expect([code, stdout, stderr]).toEqual([2, '', message]);
});
