import type { PodTemplate, PodTemplateSpec } from '../api/pod-template';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { validateObjectMeta, validateTemplateMeta } from './metadata';
import { validatePodAnnotations } from './pod-annotations';
import { validatePodSpec } from './pod-spec';
import { validateProfileAnnotations, validateSeccompMatch } from './profile-annotations';

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
  const { metadata, spec = { containers: [] } } = template ?? {};
  const place = path.child('spec');
  validateTemplateAnnotations(problems, template, path);
  validatePodSpec(problems, spec, place, { version, holder: 'template', metadata });
  validateSeccompMatch(problems, metadata, spec, place);
}

/** Judges labels and annotations of a template, which is all that older servers look at in a StatefulSet's. */
export function validateTemplateAnnotations(
  problems: ProblemList,
  template: PodTemplateSpec | undefined,
  path: FieldPath,
): void {
  const { metadata, spec = {} } = template ?? {};
  const annotations = metadata?.annotations ?? {};
  validateTemplateMeta(problems, metadata, path);
  validatePodAnnotations(problems, annotations, spec, path.child('annotations'));
  validateProfileAnnotations(problems, annotations, spec, path.child('annotations'));
}
