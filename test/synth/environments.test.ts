import { ApiObject } from 'cdk8s';
import { App, Chart, clusters, Deployment, environments, pod, PodError } from 'podwright';
import type { AppProps, LaidOut } from 'podwright';
import { parse } from 'yaml';
import { base } from '../support/shop';

const api = pod('api', base);
const matrix = { dev: { replicas: 1 }, prod: { replicas: 3 } } as const;

/** An App with the same Deployment in two environments. */
function shopIn(props: AppProps = {}, labels: Readonly<Record<string, string>> = {}): App {
  const app = new App(props);
  environments(app, matrix, (environment, { replicas }) => {
    const shop = new Chart(environment, 'shop', { namespace: 'shop', labels });
    new Deployment(shop, 'checkout', { replicas, pod: api });
  });
  return app;
}

const pathsOf = (app: App) => app.files().map(({ path }) => path);
const textAt = (app: App, path: string) => app.files().find((file) => file.path === path)!.text;

function refusalsOf(make: () => unknown): readonly string[] {
  try {
    make();
    return [];
  } catch (error) {
    if (!(error instanceof PodError)) throw error;
    return error.problems.map(({ path, code }) => `${path} [${code}]`);
  }
}

describe('environments', () => {
  test('have a folder each, with the same objects of the same names', () => {
    expect(pathsOf(shopIn())).toEqual(['dev/shop/deployment-checkout.yaml', 'prod/shop/deployment-checkout.yaml']);
  });

  test('are a label of every object and of its Pods, and no part of any selector', () => {
    const manifest = parse(textAt(shopIn(), 'prod/shop/deployment-checkout.yaml')) as {
      readonly spec: { readonly selector: unknown };
    };
    expect(manifest).toMatchObject({
      metadata: { labels: { environment: 'prod', 'app.kubernetes.io/name': 'checkout' } },
      spec: {
        replicas: 3,
        selector: { matchLabels: { 'app.kubernetes.io/name': 'checkout' } },
        template: { metadata: { labels: { environment: 'prod' } } },
      },
    });
    expect(manifest.spec.selector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'checkout' } });
  });

  test('cannot be contradicted by a label, of objects or of Pods, ours or not', () => {
    expect(refusalsOf(() => shopIn({}, { environment: 'prod' }).files())).toEqual([
      'metadata.labels[environment] [environment-label]',
    ]);
    const app = new App();
    environments(app, { dev: {} }, (environment) => {
      const chart = new Chart(environment, 'shop', { namespace: 'shop' });
      new Deployment(chart, 'a', { replicas: 1, pod: api.metadata({ labels: { environment: 'prod' } }) });
      const metadata = { name: 'b', labels: { environment: 'test' } };
      new ApiObject(chart, 'b', { apiVersion: 'v1', kind: 'ConfigMap', metadata });
    });
    expect(refusalsOf(() => app.files())).toEqual([
      'spec.template.metadata.labels[environment] [environment-label]',
      'metadata.labels[environment] [environment-label]',
    ]);
  });

  test('are told to a layout, which may put their files elsewhere', () => {
    const layout = ({ environment = 'all', kind, name }: LaidOut) => `${kind}/${name}.${environment}.yaml`;
    expect(pathsOf(shopIn({ layout }))).toEqual(['Deployment/checkout.dev.yaml', 'Deployment/checkout.prod.yaml']);
    expect(refusalsOf(() => shopIn({ layout: ({ kind, name }) => `${kind}/${name}.yaml` }).files())).toEqual([
      'metadata.name [duplicate-path]',
    ]);
  });

  test('still share nothing inside: two objects of one identity in one of them are refused', () => {
    const app = new App();
    environments(app, { dev: {}, prod: {} }, (environment, _, name) => {
      for (const id of name === 'prod' ? ['one', 'two'] : ['one']) {
        const chart = new Chart(environment, id, { namespace: 'shop' });
        new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } });
      }
    });
    expect(refusalsOf(() => app.files())).toEqual(['metadata.name [duplicate-object]']);
  });

  test('may run other versions of Kubernetes', () => {
    const app = new App();
    const tailed = api.sidecar('tail', { ...base, because: 'it is an example' });
    environments(app, { old: { version: '1.28' }, young: { version: '1.34' } }, (environment, { version }) => {
      environment.target(version);
      const chart = new Chart(environment, 'shop', { namespace: 'shop' });
      new Deployment(chart, 'a', { replicas: 1, pod: tailed });
      expect(() => environment.target('1.30')).toThrow('before you make charts');
    });
    expect(textAt(app, 'old/shop/deployment-a.yaml')).not.toContain('initContainers');
    expect(textAt(app, 'young/shop/deployment-a.yaml')).toContain('initContainers');
  });

  test('run the version that the command line asks for, whatever they say themselves', () => {
    process.env['PODWRIGHT_TARGET'] = '1.28';
    try {
      const app = new App();
      environments(app, { young: {} }, (environment) => {
        environment.target('1.34');
        const chart = new Chart(environment, 'shop', { namespace: 'shop' });
        new Deployment(chart, 'a', { replicas: 1, pod: api.sidecar('tail', { ...base, because: 'it is an example' }) });
      });
      expect(textAt(app, 'young/shop/deployment-a.yaml')).not.toContain('initContainers');
    } finally {
      delete process.env['PODWRIGHT_TARGET'];
    }
  });

  test.each([
    ['have the same settings', { dev: { replicas: 1 }, prod: { replicas: 1, host: 'a' } }, '"dev" has no "host"'],
    ['have names that can be folders and labels', { 'Dev/1': {} }, 'environment "Dev/1"'],
    ['have settings', { dev: 'small' }, 'environment "dev" needs an object'],
  ])('%s, in plain JavaScript too', (_, rows, message) => {
    const loose = environments as (scope: App, rows: unknown, define: () => void) => void;
    expect(() => {
      loose(new App(), rows, () => undefined);
    }).toThrow(message);
  });

  test('are not none, which would remove what all of them had', () => {
    expect(() => environments(new App(), {}, () => undefined)).toThrow('the matrix of environments is empty');
    expect(clusters(new App(), {}, () => undefined)).toEqual([]);
  });

  test('do not stand inside each other', () => {
    const nest = (scope: App) =>
      environments(scope, { dev: {} }, (dev) => environments(dev, { prod: {} }, () => undefined));
    expect(() => nest(new App())).toThrow('environment "prod" cannot stand inside "dev"');
  });
});

describe('clusters', () => {
  test('have a folder each below that of their environment', () => {
    const app = new App();
    const fleet = {
      dev: { ones: { 'dev-1': { zone: 'a' } } },
      prod: { ones: { 'eu-1': { zone: 'b' }, 'us-1': { zone: 'c' } } },
    };
    environments(app, fleet, (environment, { ones }) => {
      clusters(environment, ones, (cluster, { zone }, name) => {
        const chart = new Chart(cluster, 'shop', { namespace: 'shop' });
        const metadata = { name: zone, annotations: { cluster: name, folder: cluster.folder } };
        new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata });
      });
    });
    expect(pathsOf(app)).toEqual([
      'dev/dev-1/shop/configmap-a.yaml',
      'prod/eu-1/shop/configmap-b.yaml',
      'prod/us-1/shop/configmap-c.yaml',
    ]);
    expect(textAt(app, 'prod/us-1/shop/configmap-c.yaml')).toContain('folder: prod/us-1');
  });

  test('stand inside no other cluster, and may stand without an environment', () => {
    const app = new App();
    clusters(app, { one: {} }, (one) => {
      new ApiObject(new Chart(one, 'a', { namespace: 'a' }), 'a', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'a' },
      });
      expect(() => clusters(one, { two: {} }, () => undefined)).toThrow('cannot stand inside cluster "one"');
    });
    expect(pathsOf(app)).toEqual(['one/a/configmap-a.yaml']);
    expect(app.files()[0]!.text).not.toContain('labels:');
  });
});

describe('kustomization.yaml', () => {
  const plain = (scope: Chart, kind: string, name: string, apiVersion = 'v1') =>
    new ApiObject(scope, `${kind}-${name}`, { apiVersion, kind, metadata: { name } });

  test('stands in every folder that is applied as a whole', () => {
    expect(pathsOf(shopIn({ kustomize: true })).slice(2)).toEqual([
      'dev/kustomization.yaml',
      'prod/kustomization.yaml',
    ]);
    expect(textAt(shopIn({ kustomize: true }), 'prod/kustomization.yaml'))
      .toBe(`# Written by Podwright from construct prod: edit that, not this file.
# Lists its files in the order in which they are applied.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
sortOptions:
  order: fifo
resources:
  - shop/deployment-checkout.yaml
`);
  });

  test('lists what others need by their kind first, whatever came first in the code', () => {
    const app = new App({ kustomize: true });
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    new Deployment(shop, 'a', { replicas: 1, pod: api });
    plain(shop, 'Widget', 'w', 'example.com/v1');
    plain(shop, 'ConfigMap', 'settings');
    plain(shop, 'ServiceAccount', 'robot');
    plain(shop, 'CustomResourceDefinition', 'widgets.example.com', 'apiextensions.k8s.io/v1');
    new ApiObject(new Chart(app, 'base', { namespace: 'x' }), 'n', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop' },
    });
    const { resources } = parse(textAt(app, 'kustomization.yaml')) as { resources: string[] };
    expect(resources.map((path) => path.split('/').at(-1))).toEqual([
      'namespace-shop.yaml',
      'customresourcedefinition-widgets.example.com.yaml',
      'serviceaccount-robot.yaml',
      'configmap-settings.yaml',
      'widget-w.yaml',
      'deployment-a.yaml',
    ]);
  });

  test('lists nothing before what it depends on', () => {
    const app = new App({ kustomize: true });
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    const account = plain(shop, 'ServiceAccount', 'late');
    const deployment = new Deployment(shop, 'early', { replicas: 1, pod: api });
    account.addDependency(deployment);
    plain(shop, 'ConfigMap', 'settings');
    const { resources } = parse(textAt(app, 'kustomization.yaml')) as { resources: string[] };
    expect(resources).toEqual([
      'shop/configmap-settings.yaml',
      'shop/deployment-early.yaml',
      'shop/serviceaccount-late.yaml',
    ]);
  });

  test('is not part of the App as one text', () => {
    expect(shopIn({ kustomize: true }).synthYaml()).toBe(shopIn().synthYaml());
  });

  test('cannot list what a layout puts outside of its folder, or into its own file', () => {
    const out = ({ kind, name, environment = '' }: LaidOut) => `${kind}/${environment}-${name}.yaml`;
    expect(refusalsOf(() => shopIn({ kustomize: true, layout: out }).files())).toEqual([
      'metadata.name [kustomization-path]',
      'metadata.name [kustomization-path]',
    ]);
    const into = ({ environment = '' }: LaidOut) => `${environment}/kustomization.yaml`;
    expect(refusalsOf(() => shopIn({ kustomize: true, layout: into }).files())).toHaveLength(2);
  });
});
