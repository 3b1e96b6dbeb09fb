import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('a project of one’s own, with the package as it is published', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'podwright-newcomer-'));
    // Built without the `prepare` script, which would build again; whoever runs the tests has built.
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
    const tarball = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
    const modules = join(folder, 'node_modules');
    mkdirSync(join(modules, 'podwright'), { recursive: true });
    execFileSync('tar', ['xzf', join(folder, tarball), '-C', join(modules, 'podwright'), '--strip-components=1']);
    for (const name of ['cdk8s', 'constructs', 'commander', 'yaml', 'typescript', 'ts-node', '@types']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    writeFileSync(join(folder, 'main.ts'), blockAfter('```ts'));
    writeFileSync(join(folder, 'tsconfig.json'), blockAfter('```json'));
    writeFileSync(
      join(folder, 'cdk8s.yaml'),
      'language: typescript\napp: node node_modules/ts-node/dist/bin.js main.ts\n',
    );
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('the README’s program is compiled, run and written, and the check agrees', () => {
    const written = podwright('synth');
    expect([written.stderr, written.status]).toEqual(['2 manifests in dist: 2 written\n', 0]);
    const yaml = readFileSync(join(folder, 'dist/shop/deployment-checkout.yaml'), 'utf8');
    expect(yaml).toContain('- name: log-tailer');
    expect(podwright('synth', '--check')).toMatchObject({ stdout: '', status: 0 });
  });

  test('a typing error is told in the compiler’s words, and nothing is written', () => {
    const program = join(folder, 'main.ts');
    writeFileSync(
      program,
      readFileSync(program, 'utf8').replace("'/healthz/ready', 'http'", "'/healthz/ready', 'htpp'"),
    );
    const before = readFileSync(join(folder, 'dist/shop/deployment-checkout.yaml'), 'utf8');
    const { stderr, status } = podwright('synth');
    expect(stderr).toContain(`Type '"htpp"' is not assignable to type '"http" | 8080'`);
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'dist/shop/deployment-checkout.yaml'), 'utf8')).toBe(before);
  });

  function podwright(...args: readonly string[]) {
    const command = join(folder, 'node_modules/podwright/build/cli/main.js');
    return spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  }
});

/** The first block of the README that opens with these words. */
function blockAfter(fence: string): string {
  const start = README.indexOf(`${fence}\n`) + fence.length + 1;
  return README.slice(start, README.indexOf('```', start));
}
