import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { deployment, healthy, liveContainer, liveDeployment, livePod, NOT_READY } from '../review/verify/cluster';
import { Project } from '../support/cli';

const list = (items: readonly unknown[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', metadata: {}, items });

let project: Project;
beforeEach(() => {
  project = new Project({
    'cdk8s.yaml': 'output: manifests\n',
    'manifests/checkout.json': JSON.stringify(deployment(), undefined, 2),
    'live.json': list(healthy()),
    'fixed.json': list([liveDeployment({ replicas: 5 })]),
  });
});
afterEach(() => {
  project.remove();
});

test('what runs as promised gives 0, held against the output folder of the project', async () => {
  const { code, stdout, stderr } = await project.run(['verify', 'live.json']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe('Deployment shop/checkout as promised manifests/checkout.json:1\n\n1 object as promised\n');
});

test('a hot fix gives 1, and names the line in Git', async () => {
  const { code, stdout } = await project.run(['verify', 'fixed.json', 'manifests', '-f', 'json']);
  expect(code).toBe(1);
  const { objects, totals } = JSON.parse(stdout) as { objects: { mismatches: object[] }[]; totals: object };
  expect(totals).toEqual({ error: 1, warning: 1, info: 0 });
  expect(objects[0]!.mismatches[1]).toMatchObject({ path: 'spec.replicas', expected: 2, actual: 5, line: 12 });
  const { stdout: markdown } = await project.run(['verify', 'fixed.json', 'manifests', '--format', 'markdown']);
  expect(markdown).toContain('⚠️ **warning**: `spec.replicas` of Deployment `checkout` is `5`');
});

test('kubectl may be piped in', () => {
  const main = resolve(__dirname, '../../build/cli/main.js');
  const { status, stdout } = spawnSync(process.execPath, [main, 'verify', '-'], {
    cwd: project.folder,
    input: list(healthy()),
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([0, expect.stringMatching(/\n1 object as promised\n$/)]);
});

test('what the manifests promise is printed for other tools', async () => {
  const { code, stdout } = await project.run(['verify', '--expect']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    { object: { kind: 'Deployment', name: 'checkout' }, ready: '1/1', qosClass: 'Burstable', owner: 'ReplicaSet' },
  ]);
  expect((await project.run(['verify', '--expect', 'manifests'])).stdout).toBe(stdout);
});

test.each([
  [[], /^podwright: nothing to compare: name the file that kubectl get -o json has written/],
  [['-', '-'], /^podwright: only one of the two can come from standard input\n$/],
  [['nowhere.json'], /^podwright: nowhere\.json: /],
  [['empty.json'], /^podwright: there is no object of Kubernetes in the list of what runs\n$/],
  [['live.json', 'bad'], /^podwright: bad\/bad\.yaml:1: cannot be read: /],
])('%j cannot be compared', async (args, message) => {
  project.write('empty.json', list([]));
  project.write('bad/bad.yaml', 'a: b: c\n');
  const { code, stdout, stderr } = await project.run(['verify', ...args]);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
});

test('the page shows what is printed', async () => {
  const [, ...variables] = liveContainer()['env'] as unknown[];
  const env = [{ name: 'LOG_LEVEL', value: 'debug' }, ...variables];
  const state = {
    ready: false,
    restartCount: 4,
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
  };
  const live = [
    liveDeployment({}, { readyReplicas: 1, availableReplicas: 1 }, { env }),
    livePod('2xkqp', { container: { env } }),
    livePod('9ddvw', { container: { env }, conditions: NOT_READY, state }),
  ];
  project.write('live.json', list(live));
  project.write('dist/shop/deployment-checkout.yaml', stringify(deployment()));
  const { code, stdout } = await project.run(['verify', 'live.json', 'dist/shop']);
  expect(code).toBe(1);
  const page = readFileSync(resolve(__dirname, '../../docs/verify.md'), 'utf8');
  expect(/^\$ podwright verify live\.json dist\/shop\n([^]*?)^```$/m.exec(page)?.[1]).toBe(stdout);
});
