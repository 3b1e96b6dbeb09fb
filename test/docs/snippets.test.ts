import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { App, Chart, Deployment, Pod } from 'podwright';
import ts from 'typescript';
import { diagnose } from '../types/compile';

const ROOT = resolve(__dirname, '../..');
const FOLDERS = ['docs', 'docs/catalogue'];
const PAGES = [
  'README.md',
  ...FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)).filter((page) =>
    page.endsWith('.md'),
  ),
];

/** A fenced block of a page: `lang` with its words, the text, and the TypeScript block before it. */
interface Block {
  readonly title: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly program: string;
}

const blocks = PAGES.flatMap(blocksOf);
const programs = blocks.filter(({ words }) => words[0] === 'ts');
const working = programs.filter(({ words }) => !words.includes('does-not-compile'));
const broken = programs.filter(({ words }) => words.includes('does-not-compile'));
const manifests = blocks.filter(({ words }) => words[0] === 'yaml');

describe('what the pages show is true', () => {
  const said = diagnose(programs.map(({ text }) => text));
  const saidOf = (block: Block) => said[programs.indexOf(block)]!.join('\n');

  test('there is something to check', () => {
    expect(working.length).toBeGreaterThan(5);
    expect([broken.length, manifests.length]).toEqual([expect.any(Number), expect.any(Number)]);
  });

  test.each(working.map((block) => [block.title, block] as const))('%s compiles and runs', (_, block) => {
    expect(saidOf(block)).toBe('');
    expect(() => run(block.text)).not.toThrow();
  });

  test.each(broken.map((block) => [block.title, block] as const))('%s is refused as it says', (_, block) => {
    const promised = /^ *\/\/ (.*)$/m.exec(block.text)?.[1];
    expect(promised).toBeDefined();
    expect(saidOf(block)).toContain(promised);
  });

  test.each(manifests.map((block) => [block.title, block] as const))(
    '%s is what the program before it writes',
    (_, block) => {
      const written = run(block.program);
      for (const part of block.text.split(/^\.\.\.\n/m)) expect(written).toContain(part);
    },
  );
});

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  let program = '';
  return [...text.matchAll(/^```(\S.*)\n([^]*?)^```$/gm)].map(([, info = '', body = ''], position) => {
    const words = info.split(' ');
    const before = program;
    if (info === 'ts') program = body;
    return { title: `${page}, block ${position + 1}`, words, text: body, program: before };
  });
}

/** Runs a program in a folder of its own and returns what it writes; a Pod that it exports goes into a Deployment. */
function run(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'podwright-docs-'));
  const before = process.env['CDK8S_OUTDIR'];
  try {
    process.env['CDK8S_OUTDIR'] = folder;
    const pods = Object.values(evaluate(program)).filter((value) => value instanceof Pod);
    const app = new App();
    const chart = new Chart(app, 'docs', { namespace: 'docs' });
    for (const [position, pod] of pods.entries()) new Deployment(chart, `d${position}`, { replicas: 1, pod });
    app.synth();
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('---\n');
  } finally {
    if (before === undefined) delete process.env['CDK8S_OUTDIR'];
    else process.env['CDK8S_OUTDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

function evaluate(program: string): Readonly<Record<string, unknown>> {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(program, { compilerOptions });
  const exports: Record<string, unknown> = {};
  const compiled = compileFunction(outputText, ['require', 'exports', 'console']) as (
    ...given: readonly unknown[]
  ) => void;
  compiled(require, exports, { log: () => undefined });
  return exports;
}
