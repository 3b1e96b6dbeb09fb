import { isSecretName } from '../../lib/kube/secrets/names';
import type { ContainerRule } from '../rule';

/** Variables travel further than files. */
export const noSecretInEnv: ContainerRule = {
  id: 'no-secret-in-env',
  about: 'container',
  severity: 'warning',
  title: 'Secrets come as files',
  consequence:
    'Every child process, crash report and debug page of the program shows the variable, and a rotated secret reaches it only with a restart.',
  fix: 'Mount the Secret as a volume with `readOnly: true` and let the program read the file; where it reads variables only, write that beside it.',
  see: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#restrict-secret-access-to-specific-containers',
  *check({ container: { env = [] }, path }, { entity }) {
    for (const [position, { name, valueFrom }] of env.entries()) {
      const secret = valueFrom?.secretKeyRef;
      const at = path.child('env').index(position);
      if (secret === undefined || entity.remarksWithin(at.toString()).some(({ kind }) => kind === 'reason')) continue;
      const isHarmless = HARMLESS.test(secret.key) && !isSecretName(name) && !isSecretName(secret.key);
      yield {
        path: at,
        ...(isHarmless && { severity: 'info' }),
        found: `\`${name}\` is \`${secret.key}\` of Secret \`${secret.name ?? ''}\`.`,
      };
    }
  },
};

/** What is often kept beside a secret and is none. */
const HARMLESS = /(user(name)?|host(name)?|port|database|dbname|region|bucket|connection_?name|build_?id)$/i;
