import { evaluatePodSecurity, podSecurityMessage } from '../../lib/kube/pod-security';
import { enforcedBy } from '../knowledge/admission';
import type { WorkloadRule } from '../rule';

/** Admission refuses Pods, and not the owners that make them. */
export const validPodSecurityLevel: WorkloadRule = {
  id: 'valid-pod-security-level',
  about: 'workload',
  severity: 'error',
  title: 'The namespace of a workload takes its Pods',
  consequence: 'The owner is accepted and no Pod of it is ever made; only its events tell why.',
  fix: 'Change what the message names, or run it in a namespace of a lower level.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  *check(workload, landscape) {
    const { namespace = '' } = workload.entity.identity;
    const owner = landscape.clusterWide('Namespace', namespace, workload.entity);
    const enforced = owner && enforcedBy(owner);
    if (enforced === undefined || workload.kind === 'PodTemplate') return;
    const { level, version } = enforced;
    const violations = evaluatePodSecurity(workload.metadata, workload.written, level, version, workload.path);
    if (violations.length === 0) return;
    yield {
      path: workload.specPath,
      found: `Namespace \`${namespace}\` enforces "${level}", and refuses the Pods: ${podSecurityMessage(violations)}.`,
    };
  },
};
