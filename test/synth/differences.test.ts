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
