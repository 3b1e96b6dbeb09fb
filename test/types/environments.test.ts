import { diagnoseCases } from './compile';
import type { TypeCase } from './compile';

const CASES: readonly TypeCase[] = [
  {
    title: 'all environments have the same settings',
    good: `p.environments(new p.App(), { dev: { replicas: 1, host: 'a' }, prod: { replicas: 3, host: 'b' } }, () => {});`,
    bad: `p.environments(new p.App(), { dev: { replicas: 1 }, prod: { replicas: 3, host: 'b' } }, () => {});`,
    says: `Property 'host' is missing in type '{ replicas: 1; }' but required`,
  },
  {
    title: 'a setting keeps its type: a quantity with a unit is one',
    good: `p.environments(new p.App(), { dev: { memory: '64Mi' }, prod: { memory: '1Gi' } }, (_, { memory }) => {
      pod('a', { ...base, resources: { requests: { cpu: '1', memory }, limits: { memory } } });
    });`,
    bad: `p.environments(new p.App(), { dev: { memory: '64Mi' }, prod: { memory: '1024' } }, (_, { memory }) => {
      pod('a', { ...base, resources: { requests: { cpu: '1', memory }, limits: { memory } } });
    });`,
    says: `'"64Mi" | "1024"' is not assignable to type`,
  },
  {
    title: 'a setting that no environment has cannot be read',
    good: `p.environments(new p.App(), { dev: { replicas: 1 }, prod: { replicas: 2 } }, (e, s) => { s.replicas; });`,
    bad: `p.environments(new p.App(), { dev: { replicas: 1 }, prod: { replicas: 2 } }, (e, s) => { s.replica; });`,
    says: `Property 'replica' does not exist`,
  },
  {
    title: 'the name of an environment is one of the matrix',
    good: `p.environments(new p.App(), { dev: {}, prod: {} }, (e, s, name) => name === 'prod');`,
    bad: `p.environments(new p.App(), { dev: {}, prod: {} }, (e, s, name) => name === 'test');`,
    says: `'"dev" | "prod"' and '"test"' have no overlap`,
  },
  {
    title: 'clusters of all environments have the same settings',
    good: `p.environments(new p.App(), { a: { c: { x: { zone: 1 } } }, b: { c: { y: { zone: 2 } } } }, (e, { c }) => {
      p.clusters(e, c, (_, { zone }) => zone);
    });`,
    bad: `p.environments(new p.App(), { a: { c: { x: { zone: 1 } } }, b: { c: { y: { region: 2 } } } }, (e, { c }) => {
      p.clusters(e, c, (_, { zone }) => zone);
    });`,
    says: `is not assignable to parameter of type`,
  },
  {
    title: 'a matrix that is computed has the settings of its type',
    good: `const rows: Record<string, { readonly zone: string }> = {};
    p.clusters(new p.App(), rows, (_, { zone }) => zone.length);`,
    bad: `const rows: Record<string, { readonly zone: string }> = {};
    p.clusters(new p.App(), rows, (_, { region }) => region);`,
    says: `Property 'region' does not exist`,
  },
];

describe('what the compiler knows of environments', () => {
  const good = diagnoseCases(CASES.map((one) => one.good));
  const bad = diagnoseCases(CASES.map((one) => one.bad));

  test.each(CASES.map(({ title, says }, position) => [title, says, position] as const))('%s', (_, says, position) => {
    expect(good[position]).toEqual([]);
    expect(bad[position]!.join('\n')).toContain(says);
  });
});
