import { commandLineOf } from '../../lib/kube/command-line';
import type { FieldPath } from '../../lib/kube/field-path';
import { holdsPrivateKey } from '../../lib/kube/secrets/shapes';
import { commandPath } from '../knowledge/script';
import type { ContainerRule } from '../rule';

/** There is no reason for which a private key is in Git. */
export const noPrivateKey: ContainerRule = {
  id: 'no-private-key',
  about: 'container',
  severity: 'error',
  binding: true,
  title: 'No private key stands in a manifest',
  consequence: 'Whoever reads the repository can speak and sign as the owner of the key.',
  fix: 'Replace the key, since it is known by now, and mount the new one from a Secret that is not in Git.',
  see: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  *check(reviewed) {
    const { container, path } = reviewed;
    const texts: (readonly [FieldPath, string, string])[] = (container.env ?? []).map(
      ({ name, value = '' }, position) =>
        [path.child('env').index(position).child('value'), `\`${name}\``, value] as const,
    );
    texts.push([commandPath(reviewed), 'The command line', commandLineOf(container).join('\n')]);
    for (const [at, holder, text] of texts) {
      if (holdsPrivateKey(text)) yield { path: at, found: `${holder} holds a private key.` };
    }
  },
};
