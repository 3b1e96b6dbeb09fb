import { execFileSync } from 'node:child_process';
import { Project } from '../support/cli';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
`;
const NEWER = POD.replace('1.27', '1.28');
const RUNS = '`web` runs `nginx:1.28` instead of `nginx:1.27`.';

let project: Project;
beforeEach(() => {
  project = new Project({ 'before/web.yaml': POD, 'after/web.yaml': NEWER });
});
afterEach(() => {
  project.remove();
});

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  execFileSync('git', [...identity, ...args], { cwd: project.folder, stdio: 'ignore' });
}

test('two folders are compared, and a difference gives 1', async () => {
  const { code, stdout, stderr } = await project.run(['diff', 'before', 'after']);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toContain(RUNS);
  expect(stdout).toContain(
    '- spec.containers[web].image: "nginx:1.27"\n    + spec.containers[web].image: "nginx:1.28"\n',
  );
  expect(stdout).toMatch(/\n1 changed, 0 the same\n$/);
});

test('nothing different gives 0', async () => {
  const { code, stdout } = await project.run(['diff', 'before', 'before/web.yaml']);
  expect([code, stdout]).toEqual([0, '1 the same\n']);
});

test('a revision of Git is compared with the working tree, from any folder', async () => {
  git('init', '-q');
  git('add', 'before');
  git('commit', '-q', '-m', 'before');
  project.write('before/web.yaml', NEWER);
  const { code, stdout } = await project.run(['diff', 'HEAD:before', 'before', '--format', 'markdown']);
  expect(code).toBe(1);
  expect(stdout).toContain(`- image: ${RUNS}`);
});

test.each([
  [['nowhere', 'after'], /^podwright: nowhere is no file or folder; .*nowhere:dist\n$/],
  [['HEAD:before', 'after'], /^podwright: Git says: /],
  [['-', '-'], /^podwright: only one of the two can come from standard input\n$/],
])('%j cannot be compared', async (places, message) => {
  const { code, stdout, stderr } = await project.run(['diff', ...places]);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
});

test('what cannot be read is said, and the rest is compared', async () => {
  project.write('after/bad.yaml', 'a: b: c\n');
  const { code, stdout, stderr } = await project.run(['diff', 'before', 'after', '--format', 'json']);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^podwright: after\/bad\.yaml:1: cannot be read: /)]);
  expect((JSON.parse(stdout) as { objects: unknown[] }).objects).toHaveLength(1);
});

test('objects of one name are compared in the folder of each environment and cluster', async () => {
  const written = (folder: string, construct: string, replicas: number) => ({
    [`${folder}/shop/deployment-api.yaml`]: `# Written by Podwright from construct ${construct}: edit that, not this file.
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop, labels: { environment: ${construct.split('/')[0] ?? ''} } }
spec: { replicas: ${replicas} }
`,
  });
  const fleet = new Project({
    ...written('old/dev', 'dev/shop/api', 1),
    ...written('old/prod/eu', 'prod/eu/shop/api', 2),
    ...written('old/prod/us', 'prod/us/shop/api', 2),
    ...written('new/deep/dev', 'dev/shop/api', 1),
    ...written('new/deep/prod/eu', 'prod/eu/shop/api', 2),
    ...written('new/deep/prod/us', 'prod/us/shop/api', 3),
  });
  const { code, stdout } = await fleet.run(['diff', 'old', 'new']);
  expect(code).toBe(1);
  expect(stdout).toContain('Deployment shop/api changed new/deep/prod/us/shop/deployment-api.yaml:2');
  expect(stdout).toMatch(/\n1 changed, 2 the same\n$/);
  fleet.remove();
});
