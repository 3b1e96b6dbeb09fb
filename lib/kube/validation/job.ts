import type { Job, JobSpec } from '../api/job';
import { FieldPath } from '../field-path';
import { dnsLabelComplaints } from '../names';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { withGeneratedSelector, validateGeneratedSelector } from './job-selector';
import { judgedJobSpec, validateJobSpec } from './job-spec';
import { selects, validateLabelSelector } from './label-selector';
import { validateObjectMeta } from './metadata';
import { generatedName } from './object-name';
import { validateSelected } from './owned-template';

/**
 * Judges a Job, defaults filled in, with the selector and the labels that the server adds.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export function validateJob(problems: ProblemList, job: Job, version: KubernetesVersion): void {
  validateObjectMeta(problems, job.metadata, FieldPath.of('metadata'), { kind: 'Job', version });
  const path = FieldPath.of('spec');
  const name = generatedName(job.metadata ?? {});
  const written = judgedJobSpec(job.spec ?? {}, version);
  const spec = written.manualSelector === true ? written : withGeneratedSelector(written, name);
  if (written.manualSelector !== true) validateGeneratedSelector(problems, spec, name, path);
  validateJobSpec(problems, spec, path, version);
  validateSelector(problems, spec, path);
  validateHostname(problems, spec, name);
}

function validateSelector(problems: ProblemList, { selector, template }: Partial<JobSpec>, path: FieldPath): void {
  if (selector === undefined) {
    const detail = 'a Job with a manualSelector names its Pods itself';
    problems.required('owner-selector', path.child('selector'), detail);
  }
  validateLabelSelector(problems, selector, path.child('selector'));
  if (selects(selector) !== undefined) validateSelected(problems, selector, template, path.child('template'));
}

/** The Pods of an Indexed Job are called after it with their index at the end, and that is their host name. */
function validateHostname(problems: ProblemList, spec: Partial<JobSpec>, name: string): void {
  const { completionMode, completions = 0 } = spec;
  if (completionMode !== 'Indexed' || completions <= 0) return;
  const hostname = `${name}-${completions - 1}`;
  const complaints = dnsLabelComplaints(hostname);
  if (complaints.length === 0) return;
  const detail = `the last Pod would be called "${hostname}", which ${complaints.join('; ')}`;
  problems.invalid('indexed-job-name', FieldPath.of('metadata').child('name'), name, detail);
}
