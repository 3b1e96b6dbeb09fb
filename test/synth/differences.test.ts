import { ApiObject } from 'cdk8s';
import { App, Chart, clusters, Deployment, environments, pod, printDifferences } from 'podwright';
import { base } from '../support/shop';

function shop(): App {
  const app = new App();
  const matrix = {
    dev: { replicas: 1, level: 'debug', debug: true },
    prod: { replicas: 3, level: 'info', debug: false },
  } as const;
  environments(app, matrix, (environment, { replicas, level, debug }) => {
    const chart = new Chart(environment, 'shop', { namespace: 'shop' });
    const proxy = { ...base, because: 'it is an example' };
    const logged = pod('api', { ...base, env: { LOG_LEVEL: level, TZ: 'Etc/UTC' } });
    new Deployment(chart, 'checkout', { replicas, pod: debug ? logged.container('debug', proxy) : logged });
    if (debug) new ApiObject(chart, 'tools', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'tools' } });
  });
  return app;
}

const at = (path: string, dev: unknown, prod: unknown) => ({
  object: 'Deployment shop/checkout',
  path,
  values: { dev: [{ value: dev, count: 1 }], prod: [{ value: prod, count: 1 }] },
});

describe('the differences between environments', () => {
  test('are named by field, entries of lists by their names, and say who lacks what', () => {
    const differences = shop().differences();
    expect(differences).toEqual(
      expect.arrayContaining([
        at('spec.replicas', 1, 3),
        at('spec.template.spec.containers[api].env[LOG_LEVEL].value', 'debug', 'info'),
        at('spec.template.spec.containers[debug].image', 'registry.example.com/app:v1', undefined),
        {
          object: 'ConfigMap shop/tools',
          path: '',
          values: { dev: [{ value: true, count: 1 }], prod: [{ value: undefined, count: 1 }] },
        },
      ]),
    );
  });

  test('are not those of the label that says the environment, nor fields that are equal', () => {
    const paths = shop()
      .differences()
      .map(({ path }) => path);
    expect(paths.filter((path) => /environment|TZ|\[api\]\.image/.test(path))).toEqual([]);
  });

  test('are none where everything is the same, or nothing belongs to an environment', () => {
    const app = new App();
    new Deployment(new Chart(app, 'a', { namespace: 'a' }), 'a', { replicas: 1, pod: pod('a', base) });
    expect(app.differences()).toEqual([]);
    environments(app, { dev: {}, prod: {} }, (environment) => {
      new Deployment(new Chart(environment, 'a', { namespace: 'a' }), 'a', { replicas: 1, pod: pod('a', base) });
    });
    expect(app.differences()).toEqual([]);
    expect(printDifferences([])).toBe('# What differs between the environments\n\nNothing.\n');
  });

  test('count clusters, where those of one environment differ', () => {
    const app = new App();
    const zones = (name: string, list: readonly string[]) =>
      Object.fromEntries(list.map((zone, position) => [`${name}-${position}`, { zone }]));
    const matrix = { dev: { ones: zones('dev', ['a']) }, prod: { ones: zones('prod', ['a', 'a', 'b']) } };
    environments(app, matrix, (environment, { ones }) => {
      clusters(environment, ones, (cluster, { zone }) => {
        const chart = new Chart(cluster, 'shop', { namespace: 'shop' });
        new ApiObject(chart, 'c', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { zone } });
      });
    });
    expect(app.differences()).toEqual([
      {
        object: 'ConfigMap shop/c',
        path: 'data.zone',
        values: {
          dev: [{ value: 'a', count: 1 }],
          prod: [
            { value: 'a', count: 2 },
            { value: 'b', count: 1 },
          ],
        },
      },
    ]);
    expect(printDifferences(app.differences())).toContain('| `data.zone` | `a` | `a` × 2, `b` × 1 |');
  });

  test('are those of fields where each environment has a namespace of its own', () => {
    const app = new App();
    environments(app, { dev: { replicas: 1 }, prod: { replicas: 3 } }, (environment, { replicas }, name) => {
      const chart = new Chart(environment, 'shop', { namespace: `shop-${name}` });
      new Deployment(chart, 'checkout', { replicas, pod: pod('api', base) });
    });
    const object = 'Deployment checkout';
    expect(app.differences()).toEqual([
      { ...at('metadata.namespace', 'shop-dev', 'shop-prod'), object },
      { ...at('spec.replicas', 1, 3), object },
    ]);
  });

  test('are those of each namespace where an environment has several objects of one name', () => {
    const app = new App();
    environments(app, { dev: { spaces: ['a', 'b'] }, prod: { spaces: ['b'] } }, (environment, { spaces }) => {
      for (const namespace of spaces) {
        const chart = new Chart(environment, namespace, { namespace });
        new Deployment(chart, 'checkout', { replicas: 1, pod: pod('api', base) });
      }
    });
    expect(app.differences()).toEqual([{ ...at('', true, undefined), object: 'Deployment a/checkout' }]);
  });

  test('are told apart for objects of one kind and name in two API groups', () => {
    const app = new App();
    environments(app, { dev: { n: 1 }, prod: { n: 2 } }, (environment, { n }) => {
      const chart = new Chart(environment, 'shop', { namespace: 'shop' });
      for (const group of ['example.com', 'example.org']) {
        new ApiObject(chart, group, {
          apiVersion: `${group}/v1`,
          kind: 'Widget',
          metadata: { name: 'w' },
          spec: { n },
        });
      }
    });
    expect(app.differences()).toEqual([
      { ...at('spec.n', 1, 2), object: 'Widget shop/w (example.com)' },
      { ...at('spec.n', 1, 2), object: 'Widget shop/w (example.org)' },
    ]);
  });

  test('tell in which order init containers run', () => {
    const app = new App();
    const step = { ...base, because: 'it is an example' };
    environments(app, { dev: { turned: false }, prod: { turned: true } }, (environment, { turned }) => {
      const chart = new Chart(environment, 'shop', { namespace: 'shop' });
      const api = pod('api', base);
      const both = turned
        ? api.initContainer('second', step).initContainer('first', step)
        : api.initContainer('first', step).initContainer('second', step);
      new Deployment(chart, 'checkout', { replicas: 1, pod: both });
    });
    expect(app.differences()).toEqual([at('spec.template.spec.initContainers', 'first, second', 'second, first')]);
  });

  test('print as a page of Markdown that keeps its tables whole', () => {
    const printed = printDifferences([
      at('spec.replicas', 1, 3),
      at('data[a|b]', 'one\ntwo `three`', undefined),
      {
        object: 'ConfigMap a/b',
        path: '',
        values: { dev: [{ value: true, count: 1 }], prod: [{ value: undefined, count: 1 }] },
      },
    ]);
    expect(printed).toBe(`# What differs between the environments

## Deployment shop/checkout

| field | dev | prod |
| --- | --- | --- |
| \`spec.replicas\` | \`1\` | \`3\` |
| \`data[a\\|b]\` | \`\` one two \`three\` \`\` | not set |

## ConfigMap a/b

| field | dev | prod |
| --- | --- | --- |
| the object | there | not there |
`);
  });
});
