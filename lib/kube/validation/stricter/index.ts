import type { PodSpec } from '../../api/pod';
import { containersOf } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import type { KubernetesVersion } from '../../version';
import { validateEndless } from './endless';
import { validatePortsBound } from './ports-bound';
import { validateWholeBytes } from './whole-bytes';

/**
 * What the API server accepts though it can never work. Every problem is marked as ours.
 *
 * @param spec - The spec, with or without defaults.
 * @param path - Where the spec stands in its object.
 * @param holder - Whether it is a Pod's own, or a template from which an owner makes Pods.
 */
export function validateStricterPodRules(
  problems: ProblemList,
  spec: PodSpec,
  path: FieldPath,
  version: KubernetesVersion,
  holder: 'pod' | 'template' = 'pod',
): void {
  const containers = containersOf(spec, path);
  validatePortsBound(problems, containers, version);
  validateWholeBytes(problems, spec, containers, path);
  validateEndless(problems, containers, holder === 'template' && endsByItself(spec));
}

/** Whether the Pods of a template are those of a Job: all others run for ever. */
function endsByItself({ restartPolicy }: PodSpec): boolean {
  return restartPolicy === 'Never' || restartPolicy === 'OnFailure';
}
