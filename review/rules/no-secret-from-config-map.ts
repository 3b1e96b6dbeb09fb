import { isSecretName } from '../../lib/kube/secrets/names';
import { secretInVariable } from '../../lib/kube/secrets/literals';
import { isMap } from '../../lib/kube/schema/walk';
import { textOf } from '../entity';
import type { Landscape } from '../landscape';
import { code, list } from '../report/words';
import type { ContainerRule } from '../rule';
import type { Workload } from '../workload';

/** What a ConfigMap holds is for everybody to read. */
export const noSecretFromConfigMap: ContainerRule = {
  id: 'no-secret-from-config-map',
  about: 'container',
  severity: 'error',
  title: 'Passwords and tokens do not come from a ConfigMap',
  consequence:
    'Whoever may look at the namespace may read it: ConfigMaps are neither encrypted nor guarded, and stand in Git as they are.',
  fix: 'Replace the value, keep the new one in a Secret that is not in Git, and refer to that with `secretKeyRef` or a mounted file.',
  see: 'https://kubernetes.io/docs/concepts/configuration/secret/#alternatives-to-secrets',
  *check({ container: { env = [], envFrom = [] }, path }, workload, landscape) {
    for (const [position, { name, valueFrom }] of env.entries()) {
      const { key = '', name: map = '' } = valueFrom?.configMapKeyRef ?? {};
      if (key === '' || !(isSecretName(name) || isSecretName(key))) continue;
      const value = dataOf(map, workload, landscape)?.[key];
      // A value that is known may be a path or a switch after all.
      if (value !== undefined && secretInVariable(isSecretName(name) ? name : key, textOf(value)) === undefined)
        continue;
      yield {
        path: path.child('env').index(position).child('valueFrom').child('configMapKeyRef'),
        found: `\`${name}\` comes from key \`${key}\` of ConfigMap \`${map}\`.`,
      };
    }
    for (const [position, { configMapRef }] of envFrom.entries()) {
      const { name: map = '' } = configMapRef ?? {};
      const secrets = Object.entries(dataOf(map, workload, landscape) ?? {})
        .filter(([key, value]) => secretInVariable(key, textOf(value)) !== undefined)
        .map(([key]) => key);
      if (secrets.length === 0) continue;
      yield {
        path: path.child('envFrom').index(position).child('configMapRef'),
        found: `ConfigMap \`${map}\` brings ${list(secrets.map(code))} among its variables.`,
      };
    }
  },
};

function dataOf(name: string, { entity }: Workload, landscape: Landscape) {
  const data = landscape.find('ConfigMap', name, entity)?.read('data');
  return isMap(data) ? data : undefined;
}
