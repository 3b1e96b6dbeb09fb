import type { ContainerRule } from '../rule';

/** The last one wins, and nobody reads that far. */
export const uniqueEnvNames: ContainerRule = {
  id: 'unique-env-names',
  about: 'container',
  severity: 'warning',
  title: 'Every variable is set once',
  consequence: 'The last one wins, and an update of the object may drop or reorder them without a word.',
  fix: 'Keep the one that is meant.',
  see: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
  *check({ container: { env = [] }, path }) {
    const seen = new Map<string, string | undefined>();
    for (const [position, { name, value }] of env.entries()) {
      const extendsEarlier = value !== `$(${name})` && value?.includes(`$(${name})`) === true;
      if (seen.has(name) && !extendsEarlier) {
        yield { path: path.child('env').index(position), found: `\`${name}\` is set a second time.` };
      }
      seen.set(name, value);
    }
  },
};
