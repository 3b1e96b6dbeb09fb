import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { run } from '../../cli/run';

const ROOT = resolve(__dirname, '../..');
const MAIN = [join(ROOT, 'build/cli/main.js'), 'validate'];

const good =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers: [{name: web, image: "nginx:1.27"}]\n';
const bad = good.replace('image: "nginx:1.27"', 'image: "nginx:1.27", ports: [{containerPort: 99999}]');
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n';
const portPath = 'spec.containers[0].ports[0].containerPort';

/** What a run said, and how it ended. */
interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-validate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

async function validate(...args: readonly string[]): Promise<Outcome> {
  const said = { out: '', err: '' };
  const catchIn = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    said[stream] += String(text).replaceAll(`${folder}/`, '');
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(catchIn('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(catchIn('err')),
  ];
  try {
    const code = await run(['validate', ...args]);
    return { code, ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const summaryOf = ({ out }: Outcome) => out.trimEnd().split('\n').at(-1);

describe('what is accepted and refused', () => {
  test('a folder whose manifests are all accepted gives one line and 0', async () => {
    write({ 'a.yaml': good, 'b/c.yml': good, 'b/d.json': JSON.stringify({ apiVersion: 'v1', kind: 'Secret' }) });
    expect(await validate(folder)).toEqual({
      code: 0,
      out: '2 documents judged: 2 accepted, 0 refused, 1 not judged (Secret 1)\n',
      err: '',
    });
  });

  test('a refused document is named with file, line, kind and name, above its problems, and gives 1', async () => {
    write({
      'pods.yaml': `# first\n---\n${good}---\n\n${bad.replace('name: web\n', 'name: web\n  namespace: shop\n')}`,
    });
    const { code, out } = await validate(folder);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'pods.yaml:11  Pod shop/web',
      expect.stringMatching(
        /^ {2}spec\.containers\[0\]\.ports\[0\]\.containerPort: Invalid value: 99999: .+ \[port-range\]$/,
      ),
      '2 documents judged: 1 accepted, 1 refused, 0 not judged',
      '',
    ]);
  });

  test('a problem of our own is told apart from the server’s', async () => {
    write({ 'a.yaml': good.replace('image:', 'resources: {limits: {memory: 400m}}, image:') });
    const { code, out } = await validate(folder);
    expect(code).toBe(1);
    expect(out).toContain('[quantity-suffix]  (our own rule: the API server takes it)\n');
  });

  test('the target decides', async () => {
    write({ 'a.yaml': good.replace('spec:', 'spec:\n  hostnameOverride: web') });
    expect((await validate('--target', '1.28', folder)).code).toBe(1);
    expect((await validate('--target', '1.35', folder)).code).toBe(0);
    expect((await validate('--target', '1.27', folder)).code).toBe(2);
  });

  test('warnings are printed on demand and change no exit code', async () => {
    write({ 'a.yaml': good.replace('image:', 'env: [{name: A, value: a}, {name: A, value: b}], image:') });
    expect((await validate(folder)).out).not.toContain('warning');
    const { code, out } = await validate('--warnings', folder);
    expect(code).toBe(0);
    expect(out).toContain('  warning: spec.containers[0].env[1]: ');
  });

  test('entries of a List are judged each, on its own line', async () => {
    const entry = (text: string) => `  - ${text.trimEnd().replaceAll('\n', '\n    ')}\n`;
    write({ 'a.yaml': `apiVersion: v1\nkind: List\nitems:\n${entry(good)}${entry(bad)}` });
    const outcome = await validate(folder);
    expect(outcome.out).toContain('a.yaml:10  Pod web\n');
    expect(summaryOf(outcome)).toBe('2 documents judged: 1 accepted, 1 refused, 0 not judged');
  });
});

describe('one JSON object a document', () => {
  test('with its place, identity, verdict and problems', async () => {
    write({ 'a.yaml': `${bad}---\n${configMap}---\na: {{ .b }}\n`, 'b.yaml': good });
    const { code, out, err } = await validate('--json', folder);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const pod = { apiVersion: 'v1', kind: 'Pod', name: 'web', warnings: [] };
    expect({ code, err, lines }).toEqual({
      code: 1,
      err: '',
      lines: [
        {
          ...{ file: 'a.yaml', line: 1, ...pod, verdict: 'refused' },
          problems: [expect.objectContaining({ code: 'port-range', path: portPath, type: 'Invalid', value: 99999 })],
        },
        expect.objectContaining({ file: 'a.yaml', line: 8, kind: 'ConfigMap', verdict: 'not-judged' }),
        expect.objectContaining({ file: 'a.yaml', line: 12, verdict: 'unreadable', problems: [] }),
        { file: 'b.yaml', line: 1, ...pod, verdict: 'accepted', problems: [] },
      ],
    });
  });

  test('and --quiet prints nothing', async () => {
    write({ 'a.yaml': bad });
    expect(await validate('--quiet', folder)).toEqual({ code: 1, out: '', err: '' });
    expect((await validate('--quiet', '--json', folder)).code).toBe(2);
  });
});

describe('what cannot be done', () => {
  test('a path that is not there is named, the rest is judged, and the exit code is 2', async () => {
    write({ 'a.yaml': good });
    const outcome = await validate(join(folder, 'gone.yaml'), folder);
    expect(outcome).toMatchObject({ code: 2, err: 'podwright: gone.yaml: no such file or folder\n' });
    expect(summaryOf(outcome)).toContain('1 accepted');
  });

  test.each([
    ['an empty folder', {}, 'there is no document to read'],
    ['a folder of other kinds', { 'a.yaml': configMap }, 'the kinds that are judged are'],
    ['a folder of templates', { 'a.yaml': 'a: {{ .Values.a }}\n' }, 'nothing was judged'],
  ])('nothing is judged in %s', async (_what, files, reason) => {
    write(files);
    expect(await validate(folder)).toMatchObject({ code: 2, err: expect.stringContaining(reason) as string });
  });

  test('links that lead in a circle end, and each file is judged once', async () => {
    write({ 'a/pod.yaml': good });
    symlinkSync(folder, join(folder, 'a/up'));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    symlinkSync('itself.yaml', join(folder, 'a/itself.yaml'));
    const outcome = await validate(folder);
    expect(outcome).toMatchObject({ code: 2, err: 'podwright: a/itself.yaml: its symbolic links lead in a circle\n' });
    expect(summaryOf(outcome)).toContain('1 document judged');
  });
});

describe('files that are no manifests', () => {
  test.each<[string, string | Buffer, string]>([
    ['a template', 'apiVersion: v1\nname: {{ .Values.name }}\n', ':2  cannot be read: a template'],
    ['an archive', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), ':1  cannot be read: not a text file'],
    ['Latin-1', Buffer.from('a: b\nc: caf\xe9\n', 'latin1'), ':2  cannot be read: not UTF-8'],
    ['UTF-16', Buffer.from('\ufeffa: b\n', 'utf16le'), ':1  cannot be read: UTF-16'],
    ['a key twice', 'kind: Pod\nkind: Pod\n', ':2  cannot be read: the key kind stands twice'],
    ['half a file', 'kind: Pod\nspec: {containers: [\n', 'cut off'],
  ])('%s is one line, and the rest is judged', async (_what, text, said) => {
    write({ 'a.yaml': text, 'b.yaml': good });
    const outcome = await validate(folder);
    expect(outcome.code).toBe(1);
    expect(outcome.out.trimEnd().split('\n')).toEqual([
      expect.stringContaining(said),
      '1 document judged: 1 accepted, 0 refused, 0 not judged, 1 unreadable',
    ]);
  });

  test('YAML and JSON of other tools is passed over in a folder, and refused where it is named', async () => {
    write({ 'a.yaml': good, 'values.yaml': 'replicas: 3\n', 'package.json': '{"name": "shop"}' });
    const outcome = await validate(folder);
    expect(outcome.code).toBe(0);
    expect(summaryOf(outcome)).toContain('2 not judged (no Kubernetes object 2)');
    expect((await validate(join(folder, 'values.yaml'))).code).toBe(1);
  });

  test('a byte order mark and CRLF are no matter', async () => {
    write({ 'a.yaml': `\ufeff${good.replaceAll('\n', '\r\n')}---\r\n${bad.replaceAll('\n', '\r\n')}` });
    expect((await validate(folder)).out).toContain('a.yaml:8  Pod web\n');
  });

  test('what a name holds reaches the terminal as text', async () => {
    write({ 'a.json': JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: '\u001b[2J\n' }, spec: {} }) });
    expect((await validate(folder)).out).toContain('Pod \\u001b[2J\\u000a\n');
  });
});

describe('as a program', () => {
  // `npm test` has built it.
  beforeAll(() => {
    if (!existsSync(join(ROOT, 'build/cli/main.js'))) spawnSync('npm', ['run', 'build'], { cwd: ROOT });
  });

  test('standard input is judged without a path, and an empty one is a failure', () => {
    const judged = spawnSync('node', MAIN, { input: bad, encoding: 'utf8' });
    expect(judged).toMatchObject({ status: 1, stdout: expect.stringContaining('stdin:1  Pod web\n') as string });
    const empty = spawnSync('node', [...MAIN, '-'], { input: '', encoding: 'utf8' });
    expect(empty).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing was judged') as string });
  });

  test('a reader that goes away ends it without a word', async () => {
    write({ 'a.yaml': Array(20_000).fill(bad).join('---\n') });
    const child = spawn('node', [...MAIN, folder]);
    let complaint = '';
    child.stderr.on('data', (text) => (complaint += String(text)));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, complaint }).toEqual({ code: 141, complaint: '' });
  });

  test('an interrupt ends it without a word', async () => {
    write({ 'a.yaml': Array(20_000).fill(bad).join('---\n') });
    const child = spawn('node', [...MAIN, folder]);
    let complaint = '';
    child.stderr.on('data', (text) => (complaint += String(text)));
    child.stdout.once('data', () => child.kill('SIGINT'));
    child.stdout.resume();
    const end = await new Promise((done) =>
      child.on('close', (code, signal) => {
        done({ code, signal });
      }),
    );
    expect({ end, complaint }).toEqual({ end: { code: null, signal: 'SIGINT' }, complaint: '' });
  });
});
