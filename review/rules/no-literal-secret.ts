import { commandLineOf } from '../../lib/kube/command-line';
import { secretsInHandlers } from '../../lib/kube/secrets/handlers';
import { secretInVariable, secretsInArguments } from '../../lib/kube/secrets/literals';
import { holdsPrivateKey } from '../../lib/kube/secrets/shapes';
import { commandPath } from '../knowledge/script';
import type { ContainerRule } from '../rule';

/** What stands in a manifest stands in Git, and stays there; private keys have a rule of their own. */
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
      const why = holdsPrivateKey(value) ? undefined : secretInVariable(name, value);
      if (why === undefined) continue;
      yield {
        path: path.child('env').index(position).child('value'),
        found: `The value of \`${name}\` is written out: ${why}.`,
      };
    }
    for (const [field, why] of secretsInHandlers(container, path)) {
      yield { path: field, found: `A probe or a hook has a secret written out: ${why}.` };
    }
    const words = commandLineOf(container);
    for (const [position, why] of secretsInArguments(words)) {
      if (holdsPrivateKey(words[position] ?? '')) continue;
      yield { path: commandPath(reviewed), found: `The command line has a secret written out: ${why}.` };
    }
  },
};
