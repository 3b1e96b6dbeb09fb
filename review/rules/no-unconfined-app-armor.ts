import type { WorkloadRule } from '../rule';
import type { FieldPath } from '../../lib/kube/field-path';

/** The profile of the runtime is there for nothing: it is taken away by hand only. */
export const noUnconfinedAppArmor: WorkloadRule = {
  id: 'no-unconfined-app-armor',
  about: 'workload',
  severity: 'warning',
  title: 'AppArmor is not switched off',
  consequence:
    'Nothing but the user and the capabilities stands between the process and the files of the node that it can reach.',
  fix: 'Write `appArmorProfile.type: RuntimeDefault`, or a `Localhost` profile that allows what is needed.',
  see: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
  *check({ containers, spec, specPath }) {
    const at = (path: FieldPath) => path.child('securityContext').child('appArmorProfile').child('type');
    if (spec.securityContext?.appArmorProfile?.type === 'Unconfined')
      yield { path: at(specPath), found: 'The Pod is `Unconfined`.' };
    for (const { container, path } of containers) {
      if (container.securityContext?.appArmorProfile?.type !== 'Unconfined') continue;
      yield { path: at(path), found: `\`${container.name}\` is \`Unconfined\`.` };
    }
  },
};
