import { ensureBuilt, Project } from '../support/cli';

const MAIN = `
const { App, Chart, Deployment, environments, pod } = require('podwright');
const app = new App({ kustomize: true });
const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } };
environments(app, { dev: { replicas: 1 }, prod: { replicas: 3 } }, (environment, { replicas }) => {
  const shop = new Chart(environment, 'shop', { namespace: 'shop' });
  new Deployment(shop, 'checkout', { replicas, pod: pod('api', { image: 'registry.example.com/app:v1', resources }) });
});
app.synth();
`;

let project: Project;

beforeAll(ensureBuilt);

beforeEach(() => {
  project = new Project({ 'cdk8s.yaml': 'app: node main.js\noutput: dist\n', 'main.js': MAIN });
});

afterEach(() => {
  project.remove();
});

describe('podwright environments', () => {
  test('says what differs from the files alone', async () => {
    await project.run(['synth']);
    const { code, stdout } = await project.run(['environments']);
    expect(code).toBe(0);
    expect(stdout).toContain('## Deployment shop/checkout');
    expect(stdout).toContain('| `spec.replicas` | `1` | `3` |');
    expect(stdout.match(/^\| `/gm)).toHaveLength(1);
  });

  test('prints data on request', async () => {
    await project.run(['synth']);
    const { stdout } = await project.run(['environments', './dist/', '--json']);
    expect(JSON.parse(stdout)).toEqual([
      {
        object: 'Deployment shop/checkout',
        path: 'spec.replicas',
        values: { dev: [{ value: 1, count: 1 }], prod: [{ value: 3, count: 1 }] },
      },
    ]);
  });

  test('fails where there are none', async () => {
    project.write('other/a.yaml', 'kind: ConfigMap\napiVersion: v1\nmetadata: { name: a }\n');
    const { code, stderr } = await project.run(['environments', 'other']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('other has no environments')]);
  });
});

describe('podwright record', () => {
  test('sums up the same bytes to the same sum, and changes none of them', async () => {
    await project.run(['synth']);
    const first = await project.run(['record']);
    const record = JSON.parse(first.stdout) as { readonly sha256: string };
    expect(record).toMatchObject({ folder: 'dist', manifests: 4 });
    expect(record.sha256).toMatch(/^[0-9a-f]{64}$/);
    await project.run(['synth', '--output', 'again']);
    const again = await project.run(['record', 'again']);
    expect(JSON.parse(again.stdout)).toMatchObject({ sha256: record.sha256 });
    expect((await project.run(['synth', '--check'])).code).toBe(0);
  });

  test('fails where nothing was written', async () => {
    const { code, stderr } = await project.run(['record', 'nowhere']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('nowhere')]);
  });
});
