import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { review, RULES } from '../../review';
import { service } from './kinds';
import { deployment, sources } from './objects';
import { binding, budget, cronJob, ingress, namespace, neighbour, policy, role } from './surroundings';

const folder = join(__dirname, '../../review/rules');

describe('the rules', () => {
  test('a sound Deployment has no findings', () => {
    expect(review(sources(deployment())).findings).toEqual([]);
  });

  test('nor has it with everything that belongs around it', () => {
    const around = [
      namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' }),
      service(),
      ingress(),
      budget({ maxUnavailable: 1 }),
      policy({ ingress: [{ from: [{ podSelector: {} }] }] }),
      neighbour('v1', 'ServiceAccount'),
      role({ resources: ['configmaps'], verbs: ['get'] }),
      binding(),
    ];
    const draining = deployment({ lifecycle: { preStop: { sleep: { seconds: 5 } } } });
    expect(review(sources(draining, ...around)).findings).toEqual([]);
  });

  test('a sound CronJob has no findings', () => {
    expect(review(sources(cronJob())).findings).toEqual([]);
  });

  test('every id is given once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('every file of the folder holds one rule of the list, and is called after it', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
    expect(files.sort()).toEqual(RULES.map(({ id }) => `${id}.ts`).sort());
  });

  test.each(RULES.map(({ id }) => id))('%s has a test of its own', (id) => {
    expect(existsSync(join(__dirname, 'rules', `${id}.test.ts`))).toBe(true);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s says everything in whole sentences', (id, rule) => {
    expect(id).toMatch(/^(?:require|no|unique|valid)-[a-z0-9-]+$/);
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    for (const sentence of [rule.consequence, rule.fix]) expect(sentence).toMatch(/^[A-Z`].*\.$/);
    expect(rule.see).toMatch(/^https:\/\/\S+$/);
  });
});
