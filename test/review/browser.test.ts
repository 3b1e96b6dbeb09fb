import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';

const BUILD = resolve(__dirname, '../../build');

/** Loads modules as a bundler would put them into a page: nothing of Node is there, only the language. */
class Bundle {
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly page = createContext({ structuredClone });

  load(path: string): unknown {
    const file = path.endsWith('.js') ? path : `${path}.js`;
    const loaded = this.modules.get(file);
    if (loaded !== undefined) return loaded.exports;
    const wrapped = `(function (module, exports, require) {${readFileSync(file, 'utf8')}\n})`;
    const module = { exports: {} };
    this.modules.set(file, module);
    const run = runInContext(wrapped, this.page, { filename: file }) as (...given: readonly unknown[]) => void;
    run(module, module.exports, (name: string) => this.required(name, file));
    return module.exports;
  }

  private required(name: string, from: string): unknown {
    if (!name.startsWith('.')) throw new Error(`${from} asks for ${name}, which no browser has`);
    const path = resolve(dirname(from), name);
    try {
      return this.load(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return this.load(join(path, 'index'));
    }
  }
}

const deployment = `{
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api', namespace: 'shop' },
  spec: { selector: { matchLabels: { app: 'api' } }, template: { metadata: { labels: { app: 'api' } },
    spec: { containers: [{ name: 'api', image: 'nginx', resources: { limits: { memory: '64Mi' } } }] } } },
}`;

test('the whole review runs in a page without anything of Node', () => {
  const bundle = new Bundle();
  const api = bundle.load(join(BUILD, 'review/index')) as Record<string, (...given: readonly unknown[]) => unknown>;
  const object = runInContext(`(${deployment})`, createContext()) as object;
  const reviewed = api['review']!([{ object }]) as { readonly findings: readonly unknown[] };
  expect(reviewed.findings.length).toBeGreaterThan(0);
  const report = api['reportOf']!(reviewed) as { readonly workloads: readonly unknown[] };
  for (const print of ['printHtml', 'printMarkdown', 'printText'])
    expect(api[print]!(report)).toContain('Deployment shop/api');
  expect(api['printRunbookText']!(api['runbookOf']!(reviewed))).toContain('kubectl describe pod -n shop POD');
  expect(api['drawAnatomy']!(report.workloads[0])).toContain('<svg');
  expect(api['diff']!([{ object }], [])).toMatchObject({ objects: [{ change: 'removed' }] });
  expect(api['verify']!([{ object }], [{ object }])).toMatchObject({
    objects: [{ mismatches: [{ topic: 'status' }] }],
  });
});

test('so does the judge', () => {
  const api = new Bundle().load(join(BUILD, 'lib/kube/index')) as Record<
    string,
    (...given: readonly unknown[]) => unknown
  >;
  expect(api['judge']!({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} })).toMatchObject({
    judged: true,
  });
});
