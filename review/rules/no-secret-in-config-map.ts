import { FieldPath } from '../../lib/kube/field-path';
import { secretInText, secretInVariable } from '../../lib/kube/secrets/literals';
import { secretShapeIn } from '../../lib/kube/secrets/shapes';
import { isMap } from '../../lib/kube/schema/walk';
import { textOf } from '../entity';
import type { ObjectRule } from '../rule';

/** Whoever may read the namespace may read its ConfigMaps. */
export const noSecretInConfigMap: ObjectRule = {
  id: 'no-secret-in-config-map',
  about: 'object',
  kinds: ['ConfigMap'],
  severity: 'error',
  title: 'ConfigMaps hold no passwords, tokens or keys',
  consequence: 'Whoever can read the repository or the namespace has it: ConfigMaps are neither encrypted nor guarded.',
  fix: 'Replace the value, keep the new one in a Secret that is not in Git, and name that in the configuration.',
  see: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  *check(map) {
    const entries = map.read('data');
    for (const [key, value] of isMap(entries) ? Object.entries(entries) : []) {
      const text = textOf(value);
      const path = FieldPath.of('data').key(key);
      const shape = secretShapeIn(text);
      const why = namedIn(key, text);
      if (shape !== undefined) yield { path, found: `\`${key}\` holds ${shape}.` };
      else if (why !== undefined) yield { path, severity: 'warning', found: `\`${key}\` is written out: ${why}.` };
    }
  },
};

/** A file is not all secret, whatever it is called. */
function namedIn(key: string, text: string): string | undefined {
  return text.includes('\n') ? secretInText(text) : secretInVariable(key, text);
}
