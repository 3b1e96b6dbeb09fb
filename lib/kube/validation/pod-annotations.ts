import type { PodSpec } from '../api/pod';
import type { Toleration } from '../api/scheduling';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { APPARMOR_OF_CONTAINER, SECCOMP_OF_CONTAINER, SECCOMP_OF_POD } from './annotation-profiles';
import { checkLocalPath } from './path-checks';
import { placedContainers } from './pod-scope';
import { validateTolerations } from './toleration';

const MIRROR = 'kubernetes.io/config.mirror';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const LARGEST_INT32 = 2 ** 31 - 1;

type Annotations = Readonly<Record<string, string>>;

/**
 * The annotations that mean something to the API server, on a Pod or a Pod template: leftovers of fields that came
 * later, the cost of deletion, the mark of a static Pod's mirror.
 *
 * @param path - The path of the annotations themselves: `metadata.annotations`, or `spec.template.annotations`, which
 * is how the server spells those of a template.
 */
export function validatePodAnnotations(
  problems: ProblemList,
  annotations: Annotations | undefined,
  spec: PodSpec | undefined,
  path: FieldPath,
): void {
  if (annotations == null) return;
  const mirror = annotations[MIRROR];
  if (mirror !== undefined && !spec?.nodeName) {
    problems.invalid('mirror-pod', path.key(MIRROR), mirror, 'a mirror of a static Pod needs a nodeName');
  }
  validateDeletionCost(problems, annotations[DELETION_COST], path.key(DELETION_COST));
  validateOldTolerations(problems, annotations[TOLERATIONS], path);
  for (const [key, value] of Object.entries(annotations)) {
    if (key === SECCOMP_OF_POD || key.startsWith(SECCOMP_OF_CONTAINER)) {
      validateOldSeccomp(problems, value, path.child(key));
    } else if (key.startsWith(APPARMOR_OF_CONTAINER)) {
      validateOldAppArmor(problems, key, value, spec ?? { containers: [] }, path.key(key));
    }
  }
}

function validateDeletionCost(problems: ProblemList, cost: string | undefined, path: FieldPath): void {
  if (cost === undefined) return;
  const number = /^(0|-?[0-9]+)$/.test(cost) && !/^0./.test(cost) ? Number(cost) : NaN;
  if (number >= -LARGEST_INT32 - 1 && number <= LARGEST_INT32) return;
  problems.invalid('pod-deletion-cost', path, cost, 'must be a whole number of 32 bits, without "+" or leading zeros');
}

function validateOldTolerations(problems: ProblemList, text: string | undefined, path: FieldPath): void {
  if (!text) return;
  const tolerations = readList(text);
  if (tolerations === undefined) {
    problems.invalid('tolerations-annotation', path, TOLERATIONS, 'must be a JSON list of tolerations');
  } else {
    validateTolerations(problems, tolerations, path.child(TOLERATIONS));
  }
}

function validateOldSeccomp(problems: ProblemList, profile: string, path: FieldPath): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return;
  const file = /^localhost\/(.*)$/s.exec(profile)?.[1];
  if (file !== undefined) {
    checkLocalPath(problems, file, path);
    return;
  }
  problems.invalid('seccomp-annotation', path, profile, 'must be runtime/default, unconfined or localhost/<file>');
}

function validateOldAppArmor(
  problems: ProblemList,
  key: string,
  profile: string,
  spec: PodSpec,
  path: FieldPath,
): void {
  const name = key.slice(APPARMOR_OF_CONTAINER.length);
  if (!placedContainers({ spec }, path).some(({ container }) => container.name === name)) {
    problems.invalid('apparmor-annotation', path, name, 'must end in the name of a container of this Pod');
  }
  if (['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith('localhost/')) return;
  const detail = 'must be runtime/default, unconfined or localhost/<profile>';
  problems.invalid('apparmor-annotation', path, profile, detail);
}

function readList(text: string): Toleration[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry !== null) : undefined;
  } catch {
    return undefined;
  }
}
