import { commandLineOf } from '../../lib/kube/command-line';
import { canBeSecret, holdsPrivateKey, isNameOfSecret, isSecretText } from '../knowledge/secret-text';
import { commandPath } from '../knowledge/script';
import type { ContainerRule } from '../rule';

/** What stands in a manifest stands in Git, and stays there. */
export const noLiteralSecret: ContainerRule = {
  id: 'no-literal-secret',
  about: 'container',
  severity: 'error',
  title: 'No secret stands in a manifest',
  consequence:
    'Everybody who may read the repository, its copies or the object has the secret, for as long as it is not replaced.',
  fix: 'Keep it in a Secret that is not in Git and refer to it; replace the one that was written here, since it is known by now.',
  see: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  *check(reviewed) {
    const { container, path } = reviewed;
    for (const [position, { name, value = '' }] of (container.env ?? []).entries()) {
      if (holdsPrivateKey(value)) continue;
      const isNamed = isNameOfSecret(name) && canBeSecret(value);
      if (!isNamed && !isSecretText(value)) continue;
      yield {
        path: path.child('env').index(position).child('value'),
        found: `The value of \`${name}\` is written out, and ${isNamed ? 'by its name it is a secret' : 'has the shape of a secret'}.`,
      };
    }
    for (const word of commandLineOf(container)) {
      const option = optionWithSecret(word);
      if (option !== undefined)
        yield { path: commandPath(reviewed), found: `The option \`${option}\` has its value written out.` };
    }
  },
};

function optionWithSecret(word: string): string | undefined {
  const [, option = '', value = ''] = /^(--?[A-Za-z][\w.-]*)=(.+)$/.exec(word) ?? [];
  if (option === '') return undefined;
  return (isNameOfSecret(option.replace(/^-+/, '')) && canBeSecret(value)) || isSecretText(value) ? option : undefined;
}
