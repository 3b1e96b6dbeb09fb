import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from '../support/cli';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx
`;

const RULES = `const { FieldPath } = require('podwright/kube');
exports.noNginx = {
  id: 'no-nginx', about: 'container', severity: 'info', title: 'No nginx', consequence: 'It serves.', fix: 'Stop it.',
  see: 'https://example.com/nginx',
  *check({ container, path }) { if (container.image === 'nginx') yield { path: path.child('image'), found: 'It is nginx.' }; },
};
exports.noPeace = { ...exports.noNginx, id: 'no-peace', check() { throw new Error('out of paint'); } };
`;

let project: Project;
beforeEach(() => {
  project = new Project({ 'pods/web.yaml': POD });
});
afterEach(() => {
  project.remove();
});

interface Result {
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly line: number }[];
  readonly problems: readonly { readonly code: string; readonly line: number }[];
}

async function reviewed(
  ...args: readonly string[]
): Promise<Result & { readonly code: unknown; readonly err: string }> {
  const { code, stdout, stderr } = await project.run(['review', '-f', 'json', ...args]);
  return { code, err: stderr, ...(JSON.parse(stdout) as Result) };
}

test('a finding has its file and line, and gives 1', async () => {
  const { code, findings } = await reviewed('pods');
  expect(code).toBe(1);
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'no-floating-tag', file: 'pods/web.yaml', line: 8, container: 'web' }),
  );
});

test('as JSON, the report of each workload is there where details are asked for', async () => {
  const plain = await project.run(['review', '-f', 'json', 'pods']);
  const detailed = await project.run(['review', '-f', 'json', '--details', 'pods']);
  const { workloads, ...found } = JSON.parse(detailed.stdout) as Readonly<Record<string, unknown>>;
  expect(found).toEqual(JSON.parse(plain.stdout));
  expect(workloads).toEqual([
    expect.objectContaining({
      title: 'Pod web',
      file: 'pods/web.yaml',
      qos: expect.objectContaining({ qosClass: 'BestEffort' }) as unknown,
      containers: [expect.objectContaining({ name: 'web', image: 'nginx', role: 'app' })],
    }),
  ]);
});

test('what cannot be read is a problem at its line, and the rest is reviewed', async () => {
  project.write('pods/bad.yaml', `${POD}---\na: b: c\n`);
  const { problems, findings } = await reviewed('pods');
  expect(problems).toEqual([expect.objectContaining({ code: 'unreadable', line: 10 })]);
  expect(findings.filter(({ rule }) => rule === 'no-floating-tag')).toHaveLength(2);
});

test('a path that is not there gives 2, and the rest is reviewed', async () => {
  const { code, err, findings } = await reviewed('pods', 'nowhere');
  expect(code).toBe(2);
  expect(err).toContain('nowhere');
  expect(findings).not.toEqual([]);
});

test('nothing to review is said, and gives 2', async () => {
  project.write('values.yaml', 'replicas: 3\n');
  project.write('empty/values.yaml', 'replicas: 3\n');
  const { code, stdout, stderr } = await project.run(['review', 'empty']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe('podwright: nothing to review: no object of Kubernetes was found\n');
});

test('rules of one’s own are asked besides ours, one that throws is reported and gives 2', async () => {
  project.write('rules.js', RULES);
  const { code, findings, err } = await reviewed('pods', '--rules', 'rules.js');
  expect(code).toBe(2);
  expect(err).toBe('podwright: the rule no-peace failed: Error: out of paint\n');
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['no-floating-tag', 'no-nginx']));
});

test.each([
  ['nowhere.js', /^podwright: the rules of .*nowhere\.js cannot be loaded: /],
  ['empty.js', /^podwright: empty\.js exports no rule: /],
])('a module without rules is refused: %s', async (module, message) => {
  project.write('empty.js', 'exports.rule = { id: "no-check" };\n');
  const { code, stderr } = await project.run(['review', 'pods', '--rules', module]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
});

test('--fail-on sets the slightest severity that gives 1', async () => {
  project.write('info/settings.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\n');
  const about = "about: 'object', kinds: ['ConfigMap']";
  project.write(
    'rules.js',
    RULES.replace("about: 'container'", about)
      .replace(/\*check.*/, '*check() { yield { path: "", found: "It is one." }; },')
      .replace(/exports.noPeace.*/, ''),
  );
  const codes = await Promise.all(
    (['error', 'info'] as const).map((severity) =>
      project.run(['review', 'info', '--rules', 'rules.js', '--fail-on', severity]),
    ),
  );
  expect(codes.map(({ code }) => code)).toEqual([0, 1]);
});

test('an exception that has ended is a finding on the days after', async () => {
  const excused = POD.replace(
    '      image',
    '      # exception: it is a demonstration (until 2027-03-31)\n      image',
  );
  project.write('pods/web.yaml', excused);
  const tags = async (date: string) =>
    (await reviewed('pods', '--date', date)).findings.filter(({ rule }) => rule === 'no-floating-tag');
  expect(await tags('2027-03-31')).toEqual([]);
  expect(await tags('2027-04-01')).toHaveLength(1);
});

describe('podwright rules', () => {
  test('prints the page of the documentation', async () => {
    const { code, stdout } = await project.run(['rules']);
    expect([code, stdout]).toEqual([0, readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8')]);
  });

  test('lists rules of one’s own, as JSON', async () => {
    project.write('rules.js', RULES);
    const { code, stdout } = await project.run(['rules', '--json', '--rules', 'rules.js']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toContainEqual({
      id: 'no-nginx',
      about: 'container',
      severity: 'info',
      title: 'No nginx',
      consequence: 'It serves.',
      fix: 'Stop it.',
      see: 'https://example.com/nginx',
    });
  });
});
