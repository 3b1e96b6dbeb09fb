import { App, Chart, PodError } from 'podwright';
import type { AppProps, ManifestFile } from 'podwright';

/** Resources that every container of a test has, unless it tests resources. */
export const sized = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } } as const;

/** The least that a container needs. */
export const base = { image: 'registry.example.com/app:v1', resources: sized } as const;

/** The files of an App with one chart, whose objects `make` adds. */
export function filesOf(make: (shop: Chart) => void, props: AppProps = {}): readonly ManifestFile[] {
  const app = new App(props);
  make(new Chart(app, 'shop', { namespace: 'shop' }));
  return app.files();
}

/** The text of the only file of such an App. */
export function textOf(make: (shop: Chart) => void, props: AppProps = {}): string {
  const [file, ...others] = filesOf(make, props);
  expect(others).toEqual([]);
  return file?.text ?? '';
}

/** Every problem with its place, as `path [code]`, or nothing where the App is accepted. */
export function refusalsOf(make: (shop: Chart) => void, props: AppProps = {}): readonly string[] {
  try {
    filesOf(make, props);
    return [];
  } catch (error) {
    if (!(error instanceof PodError)) throw error;
    return error.problems.map(({ path, code }) => `${path} [${code}]`);
  }
}
