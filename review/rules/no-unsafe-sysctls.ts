import { isSafeSysctl } from '../../lib/kube/pod-security/checks/sysctls';
import { minorOf } from '../../lib/kube/version';
import type { WorkloadRule } from '../rule';

/** A node refuses settings of the kernel that it was not told to allow. */
export const noUnsafeSysctls: WorkloadRule = {
  id: 'no-unsafe-sysctls',
  about: 'workload',
  severity: 'warning',
  title: 'Pods set only safe sysctls',
  consequence:
    'A node whose kubelet does not allow the setting refuses the Pod with `SysctlForbidden`, again and again; one that does lets it disturb its neighbours.',
  fix: 'Remove it, or run on nodes that allow it with `--allowed-unsafe-sysctls` and are reserved by a taint.',
  see: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls',
  *check({ spec, specPath, target }) {
    for (const [position, { name }] of (spec.securityContext?.sysctls ?? []).entries()) {
      if (isSafeSysctl(name.replaceAll('/', '.'), minorOf(target))) continue;
      const path = specPath.child('securityContext').child('sysctls').index(position).child('name');
      yield { path, found: `\`${name}\` is not among the safe sysctls of Kubernetes ${target}.` };
    }
  },
};
