import type { ContainerRule } from '../rule';

/** A whole Secret is more than a program needs, and more tomorrow. */
export const noEnvFromSecret: ContainerRule = {
  id: 'no-env-from-secret',
  about: 'container',
  severity: 'warning',
  title: 'No whole Secret becomes variables',
  consequence:
    'Every key that anybody adds to the Secret is in the environment of this program, and may replace what another part of it reads.',
  fix: 'Mount the keys that are needed as files, or name them one by one under `env`.',
  see: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#restrict-secret-access-to-specific-containers',
  *check({ container: { envFrom = [] }, path }, { entity }) {
    for (const [position, { secretRef }] of envFrom.entries()) {
      const at = path.child('envFrom').index(position);
      if (secretRef === undefined || entity.remarksWithin(at.toString()).some(({ kind }) => kind === 'reason'))
        continue;
      yield { path: at.child('secretRef'), found: `All keys of Secret \`${secretRef.name ?? ''}\` become variables.` };
    }
  },
};
