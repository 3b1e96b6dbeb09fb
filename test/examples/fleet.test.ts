import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printDifferences } from 'podwright';
import { fleetApp } from '../../examples/fleet/app';

const GOLDEN = join(__dirname, '../../examples/fleet/golden');
/** Set to write the golden files anew; look at the difference before you commit it. */
const REGENERATE = process.env['UPDATE_GOLDEN'] === '1';

const app = fleetApp();
const files = app.files();

/** One cluster of each environment stands for the others, whose number and names are asked of separately. */
const SHOWN = /^(?:argocd|dev\/dev-01|stage\/stage-01|prod\/prod-40)\//;

function compare(path: string, text: string): void {
  const golden = join(GOLDEN, path);
  if (REGENERATE) {
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, text);
  }
  expect(existsSync(golden)).toBe(true);
  expect(text).toBe(readFileSync(golden, 'utf8'));
}

describe('a fleet of three environments with forty clusters each', () => {
  test('has a folder for each cluster, all with the same files', () => {
    const folders = new Map<string, string[]>();
    for (const { path } of files.filter(({ path }) => !/^(?:argocd\/|kustomization)/.test(path))) {
      const [environment = '', cluster = '', ...rest] = path.split('/');
      const folder = `${environment}/${cluster}`;
      folders.set(folder, [...(folders.get(folder) ?? []), rest.join('/')]);
    }
    expect(folders.size).toBe(120);
    for (const [folder, paths] of folders) {
      expect([folder, paths.sort()]).toEqual([
        folder,
        [
          'kustomization.yaml',
          'shop/configmap-settings.yaml',
          'shop/deployment-checkout.yaml',
          'shop/externalsecret-db-credentials.yaml',
          'shop/service-checkout.yaml',
        ],
      ]);
    }
  });

  test.each(files.filter(({ path }) => SHOWN.test(path)).map(({ path, text }) => [path, text]))(
    '%s is, byte for byte, what its golden file says',
    (path, text) => {
      compare(path, text);
    },
  );

  test('differs in what the page says, and in nothing else', () => {
    compare('ENVIRONMENTS.md', printDifferences(app.differences()));
  });

  test('is made in the same bytes when it is made again', () => {
    expect(fleetApp().files()).toEqual(files);
  });

  test('lists every folder once in the ApplicationSets', () => {
    const listed = files
      .filter(({ path }) => path.startsWith('argocd/'))
      .flatMap(({ text }) => [...text.matchAll(/folder: (\S+)/g)].map(([, folder]) => folder));
    expect(new Set(listed).size).toBe(120);
    expect(listed).toHaveLength(120);
  });
});
