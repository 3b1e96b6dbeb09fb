import type { ObjectMeta, OwnerReference } from '../api/meta';
import type { FieldPath } from '../field-path';
import { annotationKeyComplaints, dnsLabelComplaints, utf8Length } from '../names';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { isLabelKey, validateLabels } from './label';
import { generatedName, nameComplaints, prefixOf } from './object-name';

const ANNOTATIONS_LIMIT = 256 * 1024;
const STANDARD_FINALIZERS: readonly string[] = ['kubernetes', 'orphan', 'foregroundDeletion'];
const NOTES = { see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/' };
const SEE_OWNERS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/';

/** What the judgement of an object's metadata depends on. */
export interface ObjectContext {
  readonly kind: string;
  /** The version whose API server is asked. */
  readonly version: KubernetesVersion;
  /** Whether the server holds only the rules of all APIs against it, and not those of Kubernetes' own. */
  readonly isCommon?: boolean;
}

/**
 * Judges the metadata of an object that is to be created. Fields that the server fills or clears itself are not looked
 * at: `uid`, timestamps, `resourceVersion`, `managedFields`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
 */
export function validateObjectMeta(
  problems: ProblemList,
  metadata: ObjectMeta | undefined,
  path: FieldPath,
  context: ObjectContext,
): void {
  const { namespace, labels, annotations, ownerReferences, finalizers } = metadata ?? {};
  validateName(problems, metadata ?? {}, path, context);
  if (namespace && context.kind !== 'Namespace') validateNamespace(problems, namespace, path.child('namespace'));
  if (labels !== undefined) validateLabels(problems, labels, path.child('labels'));
  if (annotations !== undefined) validateAnnotations(problems, annotations, path.child('annotations'));
  if (ownerReferences !== undefined) validateOwnerReferences(problems, ownerReferences, path.child('ownerReferences'));
  if (finalizers !== undefined) validateFinalizers(problems, finalizers, path.child('finalizers'), context);
}

/**
 * Judges the metadata of a Pod template, of which the server looks at labels and annotations only, and reports them as
 * if they stood in the template itself: `spec.template.labels`.
 *
 * @param path - The template's path.
 */
export function validateTemplateMeta(problems: ProblemList, metadata: ObjectMeta | undefined, path: FieldPath): void {
  validateLabels(problems, metadata?.labels, path.child('labels'));
  validateAnnotations(problems, metadata?.annotations, path.child('annotations'));
}

/** Judges annotations: their keys, and that keys and values together stay under 256 KiB. */
export function validateAnnotations(
  problems: ProblemList,
  annotations: Readonly<Record<string, string>> | undefined,
  path: FieldPath,
): void {
  let letters = 0;
  for (const [key, value] of Object.entries(annotations ?? {})) {
    const complaints = annotationKeyComplaints(key);
    if (complaints.length > 0) problems.invalid('annotation-key', path, key, complaints.join('; '));
    letters += key.length + value.length;
  }
  // A letter takes three bytes at most: hardly ever is there anything to count.
  if (letters * 3 > ANNOTATIONS_LIMIT && sizeOf(annotations ?? {}) > ANNOTATIONS_LIMIT) {
    problems.tooLong('annotations-size', path, undefined, ANNOTATIONS_LIMIT);
  }
}

/** Judges how a finalizer is written, which every API asks of it. */
export function checkFinalizerName(problems: ProblemList, finalizer: string, path: FieldPath): void {
  if (isLabelKey(finalizer)) return;
  problems.invalid('finalizer-name', path, finalizer, 'a finalizer is written as example.com/name');
}

/** Judges that a finalizer is one of the three of Kubernetes, or has a domain. */
export function checkFinalizerOwner(problems: ProblemList, finalizer: string, path: FieldPath): void {
  if (finalizer.includes('/') || STANDARD_FINALIZERS.includes(finalizer)) return;
  const detail = 'a finalizer that is not of Kubernetes itself is written as example.com/name';
  problems.invalid('finalizer-name', path, finalizer, detail);
}

function sizeOf(annotations: Readonly<Record<string, string>>): number {
  return Object.entries(annotations).reduce((sum, [key, value]) => sum + utf8Length(key) + utf8Length(value), 0);
}

/** A name that the server makes up from `generateName` must fit as well as one that is written out. */
function validateName(
  problems: ProblemList,
  metadata: ObjectMeta,
  path: FieldPath,
  { kind, version }: ObjectContext,
): void {
  const { generateName = '' } = metadata;
  const name = generatedName(metadata);
  const check = (field: string, value: string, judged: string) => {
    const complaints = nameComplaints(judged, kind, version);
    if (complaints.length > 0) problems.invalid('object-name', path.child(field), value, complaints.join('; '), NOTES);
  };
  if (generateName !== '') check('generateName', generateName, prefixOf(generateName));
  if (name === '') problems.required('object-name', path.child('name'), 'name or generateName must be given');
  else check('name', name, name);
}

/**
 * The server looks for the namespace before it judges the object, and would not find one of such a name. A namespace
 * stands in none: what is written there is dropped.
 */
function validateNamespace(problems: ProblemList, namespace: string, path: FieldPath): void {
  const complaints = dnsLabelComplaints(namespace);
  if (complaints.length > 0) problems.invalid('namespace-name', path, namespace, complaints.join('; '), { ours: true });
}

/** The server reports owners without their position in the list. */
function validateOwnerReferences(
  problems: ProblemList,
  references: readonly Partial<OwnerReference>[],
  path: FieldPath,
): void {
  for (const { apiVersion = '', kind = '', name = '', uid = '' } of references) {
    if (!/^([^/]*\/)?[^/]+$/.test(apiVersion)) {
      problems.invalid('owner-reference', path.child('apiVersion'), apiVersion, 'must name a version');
    }
    for (const [field, value] of Object.entries({ kind, name, uid })) {
      if (value === '') problems.invalid('owner-reference', path.child(field), value, 'must not be empty');
    }
    if (apiVersion === 'v1' && kind === 'Event') {
      problems.invalid('owner-reference', path, { apiVersion, kind, name }, 'an Event cannot own an object');
    }
  }
  const controllers = references.filter(({ controller }) => controller === true);
  for (const { kind, name } of controllers.slice(1)) {
    const detail = 'only one owner can be the controller';
    problems.invalid('owner-controller', path, { kind, name }, detail, { see: SEE_OWNERS });
  }
}

/** The two deletion orders exclude each other. */
function validateFinalizers(
  problems: ProblemList,
  finalizers: readonly string[],
  path: FieldPath,
  { isCommon = false }: ObjectContext,
): void {
  finalizers.forEach((finalizer, position) => {
    checkFinalizerName(problems, finalizer, path);
    if (!isCommon) checkFinalizerOwner(problems, finalizer, path.index(position));
  });
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    problems.invalid('finalizers-conflict', path, finalizers, '"orphan" and "foregroundDeletion" exclude each other');
  }
}
