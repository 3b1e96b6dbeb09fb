import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** A label that tells another environment than its namespace was copied. */
export const validEnvironmentLabel: WorkloadRule = {
  id: 'valid-environment-label',
  about: 'workload',
  severity: 'warning',
  title: 'The label of the environment agrees with the namespace',
  consequence: 'Dashboards, alarms and policies that go by the label take these Pods for those of another environment.',
  fix: 'Write the environment that the namespace belongs to.',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#motivation',
  *check({ entity, path, podLabels }) {
    const { namespace = '' } = entity.identity;
    // At the start of a name, `dev` and `test` may mean something else.
    const real = ENVIRONMENTS.get(namespace.replace(/^.*-/, ''));
    if (real === undefined) return;
    const own = FieldPath.of('metadata').child('labels');
    const places = [[own, entity.labels] as const, [path.child('metadata').child('labels'), podLabels] as const];
    const seen = new Set<string>();
    for (const [at, labels] of places) {
      for (const key of KEYS) {
        const said = ENVIRONMENTS.get((labels[key] ?? '').toLowerCase());
        const field = at.key(key);
        if (said === undefined || said === real || seen.has(field.toString())) continue;
        seen.add(field.toString());
        yield { path: field, found: `The label says \`${labels[key] ?? ''}\`, and the namespace is \`${namespace}\`.` };
      }
    }
  },
};

const KEYS = ['environment', 'env', 'app.kubernetes.io/environment'];

const ENVIRONMENTS: ReadonlyMap<string, string> = new Map([
  ['production', 'production'],
  ['prod', 'production'],
  ['staging', 'staging'],
  ['stage', 'staging'],
  ['stg', 'staging'],
  ['development', 'development'],
  ['dev', 'development'],
  ['test', 'test'],
  ['testing', 'test'],
  ['qa', 'qa'],
]);
