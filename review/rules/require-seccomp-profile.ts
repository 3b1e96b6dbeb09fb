import { names } from '../report/words';
import { isWindows } from '../knowledge/role';
import type { WorkloadRule } from '../rule';

const OPEN = 'Every system call of the kernel is open to the process, also those that holes are found in';
const REFUSED = `${OPEN}; Pod Security baseline and restricted refuse the Pod.`;

/** Most programs need half of the kernel's calls. */
export const requireSeccompProfile: WorkloadRule = {
  id: 'require-seccomp-profile',
  about: 'workload',
  severity: 'warning',
  title: 'Containers have a seccomp profile',
  consequence: `${OPEN}; Pod Security restricted refuses the Pod.`,
  fix: 'Write `securityContext.seccompProfile.type: RuntimeDefault` for the Pod.',
  see: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
  *check(workload) {
    if (isWindows(workload)) return;
    const { containers, metadata, spec, specPath } = workload;
    const ofPod = spec.securityContext?.seccompProfile?.type;
    const at = (path: typeof specPath) => path.child('securityContext').child('seccompProfile');
    if (ofPod === 'Unconfined')
      yield { path: at(specPath).child('type'), found: 'The Pod is `Unconfined`.', consequence: REFUSED };
    const bare = containers.filter(({ container, role }) => {
      const { privileged, seccompProfile } = container.securityContext ?? {};
      return role !== 'ephemeral' && privileged !== true && seccompProfile === undefined;
    });
    for (const { container, path } of containers) {
      if (container.securityContext?.seccompProfile?.type !== 'Unconfined') continue;
      yield { path: at(path).child('type'), found: `\`${container.name}\` is \`Unconfined\`.`, consequence: REFUSED };
    }
    const isAnnotated = Object.keys(metadata.annotations ?? {}).some((key) => key.startsWith('seccomp.security.alpha'));
    if (ofPod !== undefined || isAnnotated || bare.length === 0) return;
    const who = names(bare.map(({ container }) => container.name));
    yield { path: at(specPath), found: `No seccomp profile is set for ${who}.` };
  },
};
