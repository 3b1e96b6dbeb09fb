import type { Namespace } from '../api/namespace';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { checkFinalizerName, checkFinalizerOwner, validateObjectMeta } from './metadata';

/**
 * Judges a Namespace, the label with its own name filled in.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
 */
export function validateNamespace(problems: ProblemList, namespace: Namespace, version: KubernetesVersion): void {
  validateObjectMeta(problems, namespace.metadata, FieldPath.of('metadata'), { kind: 'Namespace', version });
  const path = FieldPath.of('spec').child('finalizers');
  for (const finalizer of namespace.spec?.finalizers ?? []) {
    checkFinalizerName(problems, finalizer, path);
    checkFinalizerOwner(problems, finalizer, path);
  }
}
