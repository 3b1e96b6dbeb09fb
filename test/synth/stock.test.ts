import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as plus from 'cdk8s-plus-28';
import { App, Chart, Deployment, httpGet, pod, PodError } from 'podwright';
import { readManifests } from '../../synth/read-yaml';
import { base } from '../support/shop';

const served = pod('x', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/', 'http') });
const owner = (shop: Chart) => new Deployment(shop, 'a', { replicas: 1, pod: served });
const shopOf = (app: cdk8s.App) => new Chart(app, 'shop', { namespace: 'shop' });
const objectsOf = (yaml: string) => readManifests(yaml).documents.map(({ value }) => value);

describe('our owners under a stock cdk8s.App', () => {
  test('are the same objects, from synth() and from Testing.synth()', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'stock-'));
    try {
      const [ours, stock] = [new App(), new cdk8s.App({ outdir })];
      owner(shopOf(ours)).service({ ports: { http: 80 } });
      const chart = shopOf(stock);
      owner(chart).service({ ports: { http: 80 } });
      stock.synth();
      const expected = objectsOf(ours.synthYaml());
      expect(objectsOf(readFileSync(join(outdir, 'shop.k8s.yaml'), 'utf8'))).toEqual(expected);
      expect(cdk8s.Testing.synth(chart)).toEqual(expected);
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  });

  test('are refused by its own validation', () => {
    const stock = new cdk8s.App();
    new Deployment(shopOf(stock), 'a', { replicas: -1, pod: served });
    expect(() => stock.synthYaml()).toThrow('spec.replicas: Invalid value: -1');
  });

  test('may be changed after Testing.synth() without a change to what comes next', () => {
    const chart = shopOf(new App());
    owner(chart);
    const [first] = cdk8s.Testing.synth(chart) as [{ spec: { replicas: number } }];
    first.spec.replicas = 9;
    expect(cdk8s.Testing.synth(chart)).toEqual([
      expect.objectContaining({ spec: expect.objectContaining({ replicas: 1 }) as unknown }),
    ]);
  });
});

describe('stock objects in our App', () => {
  test('are printed beside ours, those of cdk8s-plus-28 among them', () => {
    const app = new App();
    const shop = shopOf(app);
    const plain = new plus.Deployment(shop, 'plus', {
      metadata: { name: 'plus' },
      containers: [{ name: 'x', image: 'nginx:1.27', portNumber: 80 }],
    });
    owner(shop).addDependency(plain.node.defaultChild as cdk8s.ApiObject);
    const names = app.files().map(({ path }) => path);
    expect(names).toEqual(['shop/deployment-plus.yaml', 'shop/deployment-a.yaml']);
  });

  test.each<readonly [string, (shop: Chart) => unknown, string]>([
    [
      'are judged like ours',
      (shop) =>
        new cdk8s.ApiObject(shop, 'x', {
          apiVersion: 'v1',
          kind: 'Service',
          spec: { ports: [{ port: 99999, targetPort: 80 }] },
        }),
      'spec.ports[0].port',
    ],
    [
      'have a name',
      (shop) => {
        const map = new cdk8s.ApiObject(shop, 'x', { apiVersion: 'v1', kind: 'ConfigMap' });
        map.addJsonPatch(cdk8s.JsonPatch.remove('/metadata'));
      },
      'metadata.name',
    ],
    [
      'are known by the name that patches give them',
      (shop) => {
        for (const id of ['x', 'y']) {
          const map = new cdk8s.ApiObject(shop, id, { apiVersion: 'v1', kind: 'ConfigMap' });
          map.addJsonPatch(cdk8s.JsonPatch.replace('/metadata/name', 'same'));
        }
      },
      'metadata.name',
    ],
  ])('%s', (_, make, path) => {
    const app = new App();
    make(shopOf(app));
    const refused = refusalOf(app);
    expect([...new Set(refused.problems.map((problem) => problem.path))]).toEqual([path]);
  });

  test('and validations of an App are heard, without a construct to name', () => {
    const app = new App();
    app.node.addValidation({ validate: () => ['this App is closed'] });
    expect(refusalOf(app).message).toBe('1 problem in App\n  this App is closed');
  });
});

function refusalOf(app: App): PodError {
  try {
    app.files();
  } catch (error) {
    if (error instanceof PodError) return error;
    throw error;
  }
  throw new Error('the App was accepted');
}
