import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, Project } from '../support/cli';

/** Apps of one program by their names, each with the ConfigMaps that it makes. */
const PROGRAM = `
const { App, Chart } = require('podwright');
const { ApiObject } = require('cdk8s');
for (const [name, settings] of Object.entries(JSON.parse(process.env.APPS))) {
  const app = new App({ name });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  for (const [id, value] of Object.entries(settings)) {
    new ApiObject(shop, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data: { value } });
  }
  app.synth();
}
`;

let project: Project;
const at = (path: string) => join(project.folder, path);
const synth = (apps: Readonly<Record<string, Readonly<Record<string, string>>>>, ...flags: readonly string[]) =>
  project.run(['synth', ...flags], { APPS: JSON.stringify(apps) });

beforeAll(ensureBuilt);

beforeEach(() => {
  project = new Project({ 'app.cjs': PROGRAM, 'cdk8s.yaml': 'app: node app.cjs\n' });
});

afterEach(() => {
  project.remove();
});

describe('Apps of one program with names of their own', () => {
  test('write nothing where what one of them makes is in the way of a file that is not ours', async () => {
    project.write('dist/shop/configmap-b.yaml', 'a: 1\n');
    const { code, stderr } = await synth({ first: { a: '1' }, second: { b: '1' } });
    expect([code, stderr]).toEqual([2, expect.stringContaining('nothing was written')]);
    expect(existsSync(at('dist/shop/configmap-a.yaml'))).toBe(false);
    expect(existsSync(at('dist/.podwright-first.sha256'))).toBe(false);
  });

  test('may hand an object from one to the other, changed or not', async () => {
    const apps = { first: { a: '1', b: '1' }, second: { c: '1' } };
    await synth(apps);
    const handed = { first: { a: '1' }, second: { b: '2', c: '1' } };
    expect(await synth(handed)).toMatchObject({ code: 0, stderr: '3 manifests in dist: 1 written\n' });
    expect(await synth(handed, '--check')).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(at('dist/.podwright-first.sha256'), 'utf8')).not.toContain('configmap-b');
    expect(await synth(apps)).toMatchObject({ code: 0, stderr: '3 manifests in dist: 1 written\n' });
  });
});

test('what is asked to end comes to its end first', () => {
  const signals = JSON.stringify(join(__dirname, '../../build/cli/signals.js'));
  const program = `
    const { toTheEnd } = require(${signals});
    const act = () => {
      process.kill(process.pid, 'SIGTERM');
      for (const start = Date.now(); Date.now() - start < 50; );
      console.log('done');
    };
    toTheEnd(act).then(() => console.log('went on'), ({ name, signal }) => console.log(name, signal));
  `;
  expect(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })).toBe('done\nInterrupted SIGTERM\n');
});
