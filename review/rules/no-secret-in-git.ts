import { FieldPath } from '../../lib/kube/field-path';
import { holdsPrivateKey, isReference, secretShapeIn } from '../../lib/kube/secrets/shapes';
import { isMap } from '../../lib/kube/schema/walk';
import { textOf } from '../entity';
import type { ObjectRule } from '../rule';

/** Base64 hides nothing, and Git forgets nothing. */
export const noSecretInGit: ObjectRule = {
  id: 'no-secret-in-git',
  about: 'object',
  kinds: ['Secret'],
  severity: 'error',
  title: 'Values of Secrets are not in Git',
  consequence: 'Whoever can read the repository, now or later, has the password, token or key.',
  fix: 'Replace the value, and write a SealedSecret or an ExternalSecret instead, or let somebody else make the Secret.',
  see: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#avoid-sharing-secret-manifests',
  *check(secret) {
    // What SOPS has encrypted is no secret any more.
    if (secret.read('sops') !== undefined) return;
    for (const field of ['data', 'stringData']) {
      const entries = secret.read(field);
      for (const [key, value] of isMap(entries) ? Object.entries(entries) : []) {
        const text = field === 'data' ? decoded(textOf(value)) : textOf(value);
        if (isPublic(key, text) || (isReference(text) && secretShapeIn(text) === undefined)) continue;
        yield { path: FieldPath.of(field).key(key), found: `\`${key}\` has its value here.` };
      }
    }
  },
};

/** Certificates are for everybody. */
function isPublic(key: string, text: string): boolean {
  return (
    /\.(crt|pem|cer)$|^(namespace|username|user|host|port|url|type|name|project|server)$/i.test(key) &&
    !holdsPrivateKey(text)
  );
}

function decoded(text: string): string {
  try {
    return atob(text.trim());
  } catch {
    return text;
  }
}
