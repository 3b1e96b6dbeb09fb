import type { JobSpec } from '../api/job';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { selects } from './label-selector';

/** Stands for the identity that the server gives to the Job; nobody can have written the real one. */
const UID = '00000000-0000-0000-0000-000000000000';
const UID_LABEL = 'batch.kubernetes.io/controller-uid';
const SEE = 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector';

/** A Job's spec with the selector and the template labels that the server adds where nobody wrote others. */
export function withGeneratedSelector(spec: Partial<JobSpec>, name: string): Partial<JobSpec> {
  const { selector = {}, template = {} } = spec;
  return {
    ...spec,
    selector: { ...selector, matchLabels: { [UID_LABEL]: UID, ...selector.matchLabels } },
    template: {
      ...template,
      metadata: { ...template.metadata, labels: { ...generatedLabels(name), ...template.metadata?.labels } },
    },
  };
}

/** Judges that nobody wrote other values than the server would: left-overs of an exported Job, mostly. */
export function validateGeneratedSelector(
  problems: ProblemList,
  { selector, template }: Partial<JobSpec>,
  name: string,
  path: FieldPath,
): void {
  const expected = generatedLabels(name);
  const labels = template?.metadata?.labels ?? {};
  for (const [key, value] of Object.entries(expected)) {
    if (labels[key] === value) continue;
    const place = path.child('template').child('metadata').child('labels').key(key);
    const detail = 'the server sets this label itself; leave it out, or set manualSelector: true';
    problems.invalid('generated-label', place, labels[key], detail, { see: SEE });
  }
  if (selects(selector, expected) === false) {
    const detail = 'the server makes the selector itself; leave it out, or set manualSelector: true';
    problems.invalid('generated-selector', path.child('selector'), selector, detail, { see: SEE });
  }
}

function generatedLabels(name: string): Record<string, string> {
  return {
    'controller-uid': UID,
    'job-name': name,
    [UID_LABEL]: UID,
    'batch.kubernetes.io/job-name': name,
  };
}
