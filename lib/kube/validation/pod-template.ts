import type { PodTemplate, PodTemplateSpec } from '../api/pod-template';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { validateObjectMeta, validateTemplateMeta } from './metadata';
import { validatePodSpec } from './pod-spec';

/**
 * Judges a PodTemplate, the object that holds nothing but a template.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-template-v1/
 */
export function validatePodTemplate(problems: ProblemList, object: PodTemplate, version: KubernetesVersion): void {
  validateObjectMeta(problems, object.metadata, FieldPath.of('metadata'), { kind: 'PodTemplate', version });
  validatePodTemplateSpec(problems, object.template, FieldPath.of('template'), version);
}

/** Judges the template inside an owner. */
export function validatePodTemplateSpec(
  problems: ProblemList,
  template: PodTemplateSpec | undefined,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const { metadata, spec } = template ?? {};
  validateTemplateMeta(problems, metadata, path);
  validatePodSpec(spec ?? { containers: [] }, path.child('spec'), { version, holder: 'template', metadata }, problems);
}
