import type { PodTemplateSpec } from '../../kube/api/pod-template';
import { evaluatePodSecurity } from '../../kube/pod-security';
import { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';
import type { KubernetesVersion } from '../../kube/version';
import type { Said } from './said';

/**
 * Pod Security *restricted* holds for every container, but for what an exception says. One for the host's network covers
 * the host ports that the API server makes of its containers' ports.
 */
export function requireRestricted(
  { metadata, spec }: PodTemplateSpec,
  target: KubernetesVersion,
  said: Said,
  list: ProblemList,
): void {
  if (spec === undefined) return;
  for (const { reason, places } of evaluatePodSecurity(metadata, spec, 'restricted', target)) {
    for (const { path } of places) {
      if (said.excuses(path) || (path.endsWith('.hostPort') && said.excuses('spec.hostNetwork'))) continue;
      const detail = `Pod Security restricted refuses this (${reason}); if it must be, wrap the value in except(value, why)`;
      list.forbidden('pod-security', FieldPath.of(path), detail, { ours: true, see: STANDARDS });
    }
  }
}

const STANDARDS = 'https://kubernetes.io/docs/concepts/security/pod-security-standards/';
