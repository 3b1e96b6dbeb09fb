import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { configMap, Deployment, emptyDir, Job, pod, readOnly, without } from 'podwright';
import type { AnyPod, MountAt, VolumeSource } from 'podwright';
import {
  alloyShipper,
  configReloader,
  contentWriter,
  downloadModel,
  migration,
  migrationJob,
  renderConfig,
  secretSync,
  vaultAgent,
  vaultAgentOnce,
  vectorShipper,
} from 'podwright/patterns';
import type { OpenPod } from 'podwright/patterns';
import { parse } from 'yaml';
import { base, filesOf, refusalsOf } from '../support/shop';
import { SIDE } from './catalogue-side';

const WHY = 'the API reads files only';
const api = pod('api', { ...base, ports: { http: 8080 } });
const logged = api.volume('logs', emptyDir(), { api: '/var/log/app' });
const memory = emptyDir({ medium: 'Memory', sizeLimit: '1Mi' });

const refusals = (given: AnyPod) => refusalsOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given }));
const yaml = (given: AnyPod) => filesOf((shop) => new Deployment(shop, 'a', { replicas: 1, pod: given })).at(-1)!.text;
const commandOf = (given: AnyPod, name: string) =>
  given.model.containers.find((entry) => entry.name === name)!.container['command'] as readonly string[];
/** The command without the shell that keeps its time. */
const bareCommandOf = (given: AnyPod, name: string) => commandOf(given, name).slice(4);
const textOf = (text: unknown) => (typeof text === 'string' ? text : '');
const fileOf = (given: AnyPod, file: string) => textOf(given.model.companions[0]?.data[file]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-catalogue-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command with programs of our own in front of the system's; files are those of the folder `files`. */
function environment(programs: Readonly<Record<string, string>>) {
  const [bin, cwd] = [join(folder, 'bin'), join(folder, 'files')];
  for (const path of [bin, cwd]) mkdirSync(path);
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return { cwd, env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` } };
}

describe('a shipper writes the configuration of its tool', () => {
  test('of Vector, whatever stands in it', () => {
    const sink = { type: 'http', uri: 'https://x/"y": #z', encoding: { codec: 'json' }, tags: ['a', 1, true] } as const;
    const given = logged.use(vectorShipper({ volume: 'logs', files: '"*".log', sink, because: WHY }));
    expect(parse(fileOf(given, 'vector.yaml'))).toMatchObject({
      sources: { logs: { type: 'file', include: ['/logs/"*".log'] } },
      sinks: { out: { inputs: ['logs'], ...sink } },
    });
  });

  test('of Alloy, with texts quoted and no password in it', () => {
    const text = fileOf(SIDE['alloy-shipper']!, 'config.alloy');
    expect(text).toContain('password = sys.env("LOKI_PASSWORD")');
    const quoted = logged.use(
      alloyShipper({ volume: 'logs', url: 'http://loki/push', labels: { job: 'a"b' }, because: WHY }),
    );
    expect(fileOf(quoted, 'config.alloy')).toContain('job = "a\\"b",');
    expect(fileOf(quoted, 'config.alloy')).not.toContain('basic_auth');
  });
});

describe('secrets stay in memory, and are only read', () => {
  const vault = { templates: { a: 'b' }, address: 'https://vault', role: 'r', because: WHY } as const;
  const cloud = { from: { store: 'aws-secrets-manager', region: 'eu-west-1' }, secrets: { a: 'b' } } as const;
  const patterns: readonly (readonly [string, (given: OpenPod) => AnyPod])[] = [
    ['vaultAgent', vaultAgent({ ...vault, volume: 'secrets' })],
    ['vaultAgentOnce', vaultAgentOnce({ ...vault, volume: 'secrets', timeout: '1m' })],
    ['secretSync', secretSync({ ...cloud, volume: 'secrets', every: '1h', because: WHY })],
  ];
  const on = (pattern: (given: OpenPod) => AnyPod, source: VolumeSource, mount: string | MountAt) =>
    refusals(pattern(api.volume('secrets', source, { api: mount })));

  test.each(patterns)('%s', (_, pattern) => {
    expect(on(pattern, memory, readOnly('/secrets'))).toEqual([]);
    expect(on(pattern, emptyDir(), readOnly('/secrets'))).toEqual(['spec.template.spec.volumes [secrets-on-disk]']);
    expect(on(pattern, memory, '/secrets')).toEqual([
      'spec.template.spec.containers[0].volumeMounts[0].readOnly [secrets-writable]',
    ]);
  });

  test('the agent that renders once and the one that stays fill the same volume', () => {
    const given = api
      .volume('secrets', memory, { api: readOnly('/secrets') })
      .use(vaultAgentOnce({ ...vault, volume: 'secrets', timeout: '1m' }))
      .use(vaultAgent({ ...vault, volume: 'secrets' }));
    expect(refusals(given)).toEqual([]);
    const [once, stays] = given.model.companions.map(({ data }) => JSON.parse(textOf(data['agent.json'])) as object);
    expect(once).toEqual({ ...stays, exit_after_auth: true });
  });
});

describe('what is fetched again and again', () => {
  const written = (every: '1s' | '5m', files: Readonly<Record<string, `http://${string}`>>) =>
    api
      .volume('site', emptyDir(), { api: readOnly('/site') })
      .use(contentWriter({ volume: 'site', files, every, because: WHY }));
  const [program = '', ...args] = commandOf(
    written('5m', { 'a.html': 'http://a', 'b/c.html': 'http://c' }),
    'content-writer',
  );

  test('becomes files of the volume, and a signal ends it at once', async () => {
    const { cwd, env } = environment({ curl: 'for last; do :; done; echo "$last"', sleep: 'exec /bin/sleep 1' });
    const child = spawn(program, args, { cwd, env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    while (!existsSync(join(cwd, 'b/c.html'))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toBe('http://a\n');
    expect(readFileSync(join(cwd, 'b/c.html'), 'utf8')).toBe('http://c\n');
  });

  test('keeps the file that was there where a fetch fails, fetches the others, and ends after ten rounds', () => {
    const failing = 'for last; do :; done; [ "$last" = http://c ] && echo new || { echo half; exit 22; }';
    const { cwd, env } = environment({ curl: failing, sleep: 'exit 0' });
    writeFileSync(join(cwd, 'a.html'), 'old');
    const { status, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', timeout: 100_000 });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(10);
    expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toBe('old');
    expect(readFileSync(join(cwd, 'b/c.html'), 'utf8')).toBe('new\n');
  });

  test('is waited for until every file holds something', () => {
    const { startupProbe } = written('5m', { 'a.html': 'http://a' }).model.containers[1]!.container;
    const { exec } = startupProbe as { exec: { command: readonly string[] } };
    const there = (...files: readonly string[]) =>
      spawnSync(exec.command[0]!, [...exec.command.slice(1, 3), ...files.map((file) => join(folder, file))]).status;
    writeFileSync(join(folder, 'full'), 'x');
    writeFileSync(join(folder, 'empty'), '');
    expect([there('full'), there('full', 'empty'), there('none', 'full'), there('full', 'full')]).toEqual([0, 1, 1, 0]);
  });

  test('is refused where the interval has no unit', () => {
    expect(refusals(written('90' as '5m', { a: 'http://a' }))).toEqual([
      'spec.template.spec.initContainers[0].command [poll-interval]',
    ]);
  });
});

describe('a downloaded file', () => {
  const right = 'the right file';
  const sha256 = createHash('sha256').update(right).digest('hex');
  const [program = '', ...args] = bareCommandOf(
    api
      .volume('models', emptyDir())
      .use(downloadModel({ volume: 'models', url: 'http://m/x', file: 'm/x', sha256, timeout: '1m', because: WHY })),
    'download-model',
  );
  /** A `curl` that writes to what follows `--output`, and says a status. */
  const curl = (text: string, status: string, code: number) =>
    `while [ "$1" != --output ]; do shift; done; printf %s '${text}' >> "$2"; printf ${status}; exit ${code}`;
  const run = (script: string, before: Readonly<Record<string, string>> = {}) => {
    const { cwd, env } = environment({ curl: script });
    mkdirSync(join(cwd, 'm'));
    for (const [name, text] of Object.entries(before)) writeFileSync(join(cwd, 'm', name), text);
    const { status } = spawnSync(program, args, { cwd, env, encoding: 'utf8', timeout: 100_000 });
    const files = readdirSync(join(cwd, 'm')).map((name) => [name, readFileSync(join(cwd, 'm', name), 'utf8')]);
    return { status, files: Object.fromEntries(files) as unknown };
  };

  test.each<readonly [string, string, Readonly<Record<string, string>>, number, Readonly<Record<string, string>>]>([
    ['is handed over under its name', curl(right, '200', 0), {}, 0, { x: right }],
    ['is not fetched where it is there', 'exit 99', { x: right }, 0, { x: right }],
    ['is fetched where another is there', curl(right, '200', 0), { x: 'another' }, 0, { x: right }],
    ['goes on from the part that is there', curl('right file', '206', 0), { 'x.part': 'the ' }, 0, { x: right }],
    ['is not fetched where its part is whole', 'exit 99', { 'x.part': right }, 0, { x: right }],
    ['keeps its part where the network fails', curl('the ', '200', 18), {}, 18, { 'x.part': 'the ' }],
    ['gives up a part that the server does not know', curl('', '416', 22), { 'x.part': 'a' }, 22, {}],
    ['is thrown away where it is the wrong one', curl('wrong', '200', 0), {}, 1, {}],
  ])('%s', (_, script, before, status, files) => {
    expect(run(script, before)).toEqual({ status, files });
  });

  test('is refused without a checksum', () => {
    const given = api
      .volume('models', emptyDir())
      .use(downloadModel({ volume: 'models', url: 'http://m/x', file: 'x', sha256: 'x', timeout: '1m', because: WHY }));
    expect(refusals(given)).toEqual(['spec.template.spec.initContainers[0].command [checksum]']);
  });
});

test('files that belong to the right owner already are left alone', () => {
  const { cwd } = environment({});
  const { uid, gid } = userInfo();
  const [program = '', ...args] = bareCommandOf(SIDE['fix-permissions']!, 'fix-permissions').slice(0, 3);
  writeFileSync(join(cwd, 'a'), '');
  const { status, stderr } = spawnSync(program, [...args, String(uid), String(gid)], { cwd, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('a reloader is refused for a volume that shows no change to anybody', () => {
  const reload = configReloader({ volume: 'config', port: 'http', because: WHY });
  const file = { mountPath: '/etc/a.conf', subPath: 'a.conf' };
  const mounted = api.volume('config', configMap('a'), { api: file });
  expect(refusals(mounted.use(reload))).toEqual(['spec.template.spec.volumes [reload-of-sub-path]']);
  expect(refusals(mounted.mount('config', { api: '/etc/a' }).use(reload))).toEqual([]);
});

test('a reloader is refused for a port that is not there', () => {
  const given = api
    .volume('config', configMap('a'), { api: '/etc/a' })
    .use(configReloader({ volume: 'config', port: 'htpp' as 'http', because: WHY }));
  expect(refusals(given)).toEqual(['spec.template.spec.initContainers[0].args [unknown-port]']);
});

test('a rendered file needs a template for each, and nothing of the template is lost', () => {
  const templates = { 'a.ini': 'x = {{ .Env.X }}\n', 'b.ini': '# {{`{{`}}\n' };
  const given = api
    .volume('config', emptyDir(), { api: readOnly('/etc/a') })
    .use(renderConfig({ volume: 'config', templates, env: { X: '1' }, timeout: '30s', because: WHY }));
  expect(given.model.companions[0]!.data).toEqual(templates);
  expect(bareCommandOf(given, 'render-config')).toEqual([
    'gomplate',
    ...['--file=/templates/a.ini', '--out=/rendered/a.ini', '--file=/templates/b.ini', '--out=/rendered/b.ini'],
  ]);
});

describe('a migration', () => {
  const before = { ...base, command: ['/app/migrate'], timeout: '5m', because: WHY } as const;
  const job = { pod: api, timeout: '30m', retries: 1 } as const;

  test('in every replica says what keeps two apart, or that nothing does', () => {
    const alone = without({ because: 'there is one replica, which is stopped before the next one starts' });
    expect(yaml(api.use(migration({ ...before, oneAtATime: 'Flyway locks its history table' })))).toContain(
      '# every replica runs it at every start, one at a time: Flyway locks its history table\n',
    );
    expect(yaml(api.use(migration({ ...before, oneAtATime: alone }))).replace(/\n *# /g, ' ')).toContain(
      'and nothing keeps two from running at once: there is one replica',
    );
  });

  test.each<readonly ['argo-cd' | 'flux' | 'name', string | undefined]>([
    ['argo-cd', 'argocd.argoproj.io/hook: PreSync'],
    ['flux', 'kustomize.toolkit.fluxcd.io/force: enabled'],
    ['name', undefined],
  ])('once a release is replaced by %s', (replacedBy, annotation) => {
    const [file] = filesOf((shop) => new Job(shop, 'migrate', migrationJob({ ...job, replacedBy })));
    expect(file!.text).toContain('activeDeadlineSeconds: 1800\n');
    if (annotation === undefined) expect(file!.text).not.toContain('annotations');
    else expect(file!.text).toContain(annotation);
  });

  test('once a release has a time with a unit', () => {
    expect(() => migrationJob({ ...job, timeout: '30' as '30m', replacedBy: 'name' })).toThrow(TypeError);
  });
});
