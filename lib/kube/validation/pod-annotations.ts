import type { PodSpec } from '../api/pod';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { isMap } from '../schema/walk';
import { validateTolerations } from './toleration';

type Annotations = Readonly<Record<string, string>>;

const MIRROR = 'kubernetes.io/config.mirror';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const LARGEST = 2n ** 31n;

/** Judges the annotations that mean something to the API server itself, on a Pod or in a template. */
export function validatePodAnnotations(
  problems: ProblemList,
  annotations: Annotations,
  spec: Partial<PodSpec>,
  path: FieldPath,
): void {
  const mirror = annotations[MIRROR];
  if (mirror !== undefined && (spec.nodeName ?? '') === '') {
    problems.invalid('mirror-pod', path.key(MIRROR), mirror, 'a mirror Pod has a nodeName');
  }
  const cost = annotations[DELETION_COST];
  if (cost !== undefined && !isDeletionCost(cost)) {
    problems.invalid('deletion-cost', path.key(DELETION_COST), cost, 'must be a whole number of 32 bits');
  }
  validateWrittenTolerations(problems, annotations[TOLERATIONS] ?? '', path);
}

function isDeletionCost(text: string): boolean {
  if (!/^(0|-\d+|[1-9]\d*)$/.test(text)) return false;
  const cost = BigInt(text);
  return cost >= -LARGEST && cost < LARGEST;
}

/** Tolerations were once written as JSON into an annotation; the server still reads them. */
function validateWrittenTolerations(problems: ProblemList, text: string, path: FieldPath): void {
  if (text === '') return;
  const tolerations = parseList(text);
  if (tolerations === undefined) {
    problems.invalid('tolerations-annotation', path, TOLERATIONS, 'must be a list of tolerations in JSON');
  } else {
    validateTolerations(problems, tolerations, path.child(TOLERATIONS));
  }
}

function parseList(text: string): readonly Readonly<Record<string, never>>[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    const entries: readonly unknown[] = value;
    return entries.every(isToleration) ? entries : undefined;
  } catch {
    return undefined;
  }
}

function isToleration(entry: unknown): entry is Readonly<Record<string, never>> {
  return isMap(entry) && Object.values(entry).every((value) => ['string', 'number'].includes(typeof value));
}
