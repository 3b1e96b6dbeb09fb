import { FieldPath } from '../../lib/kube/field-path';
import { isMap } from '../../lib/kube/schema/walk';
import { textOf } from '../entity';
import { canBeSecret, holdsPrivateKey, isNameOfSecret, isSecretText } from '../knowledge/secret-text';
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
      const text = textOf(value).replace(COMMENTS, '');
      const path = FieldPath.of('data').key(key);
      const secret = secretIn(text);
      const named = secret === undefined ? namedIn(key, text) : undefined;
      if (secret !== undefined) yield { path, found: `\`${key}\` holds ${secret}.` };
      else if (named !== undefined) {
        yield { path, severity: 'warning', found: `\`${key}\` holds a value for \`${named}\`.` };
      }
    }
  },
};

function secretIn(text: string): string | undefined {
  if (holdsPrivateKey(text)) return 'a private key';
  return isSecretText(text) ? 'what looks like a token, a key or a password in a URL' : undefined;
}

/** The name of a setting that holds a secret by its name. */
function namedIn(key: string, text: string): string | undefined {
  if (!text.includes('\n') && isNameOfSecret(key) && canBeSecret(text)) return key;
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = ASSIGNMENT.exec(line) ?? [];
    if (isNameOfSecret(name) && !NAMES_OTHERS.test(name) && canBeSecret(value) && !/\.\w{2,4}$/.test(value))
      return name;
  }
  return undefined;
}

/** One setting of a file: `name: value`, `name = "value"`; a value of several words is a sentence or a command. */
const ASSIGNMENT = /^\s*"?([A-Za-z][\w.-]*)"?\s*[:=]\s*["']?([^\s"'#;,]{4,})["']?\s*[,;]?\s*$/;

/** In a file these name a Secret as often as they hold one. */
const NAMES_OTHERS = /^(secret|credentials?)$/i;

const COMMENTS = /^\s*(#|;|\/\/).*$/gm;
