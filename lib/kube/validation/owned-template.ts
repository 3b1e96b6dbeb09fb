import type { LabelSelector } from '../api/meta';
import type { PodTemplateSpec } from '../api/pod-template';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { isEmptySelector, selects, validateLabelSelector } from './label-selector';

const SEE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors';

/** Judges the selector of an owner that must select its own Pods and not everything. */
export function validateRequiredSelector(
  problems: ProblemList,
  selector: LabelSelector | undefined,
  path: FieldPath,
): void {
  if (selector === undefined) {
    problems.required('owner-selector', path, "an owner selects its Pods by the template's labels", { see: SEE });
    return;
  }
  validateLabelSelector(problems, selector, path);
  if (isEmptySelector(selector)) {
    problems.invalid('empty-selector', path, selector, 'an empty selector would select every Pod of the namespace');
  }
}

/** Judges that an owner selects the Pods that it makes; a broken selector is judged elsewhere. */
export function validateSelected(
  problems: ProblemList,
  selector: LabelSelector | undefined,
  template: PodTemplateSpec | undefined,
  path: FieldPath,
): void {
  const labels = template?.metadata?.labels;
  if (selects(selector, labels) !== false) return;
  const detail = "the selector does not select the template's labels";
  problems.invalid('selector-mismatch', path.child('metadata').child('labels'), labels ?? null, detail, { see: SEE });
}

/** Judges what an owner whose Pods run for ever forbids: any other restart policy, and a deadline. */
export function validateLongRunning(
  problems: ProblemList,
  template: PodTemplateSpec | undefined,
  path: FieldPath,
  kind: string,
): void {
  const { restartPolicy = '', activeDeadlineSeconds } = template?.spec ?? {};
  const spec = path.child('spec');
  if (restartPolicy !== 'Always') {
    problems.notSupported('owner-restart-policy', spec.child('restartPolicy'), restartPolicy, ['Always']);
  }
  if (activeDeadlineSeconds !== undefined) {
    const detail = `the Pods of a ${kind} run for ever; a deadline belongs to a Job`;
    problems.forbidden('owner-deadline', spec.child('activeDeadlineSeconds'), detail);
  }
}
