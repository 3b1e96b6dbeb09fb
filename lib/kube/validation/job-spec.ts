import type { JobSpec } from '../api/job';
import type { FieldPath } from '../field-path';
import { dnsSubdomainComplaints } from '../names';
import type { ProblemList } from '../problem-list';
import { atLeast, type KubernetesVersion } from '../version';
import { validatePodFailurePolicy } from './pod-failure-policy';
import { validatePodTemplateSpec } from './pod-template';
import { validateSuccessPolicy } from './success-policy';
import { checkNotNegative, checkOptionalWord } from './value-checks';
import type { Written } from './written';

const MOST_INDEXES = 100_000;
const MOST_WHEN_MANY = 10_000;
const LONGEST_MANAGER = 63;
const REPLACEMENT: readonly string[] = ['Failed', 'TerminatingOrFailed'];

/** A Job's spec without the fields that the server of a version drops because their gates are off. */
export function judgedJobSpec(spec: Partial<JobSpec>, version: KubernetesVersion): Partial<JobSpec> {
  const judged: { -readonly [Name in keyof Partial<JobSpec>]: Partial<JobSpec>[Name] } = { ...spec };
  for (const [since, fields] of ON_SINCE) {
    if (atLeast(version, since)) continue;
    for (const field of fields) Reflect.deleteProperty(judged, field);
  }
  return judged;
}

const ON_SINCE: readonly (readonly [KubernetesVersion, readonly (keyof JobSpec)[]])[] = [
  ['1.29', ['backoffLimitPerIndex', 'maxFailedIndexes', 'podReplacementPolicy']],
  ['1.31', ['successPolicy']],
  ['1.32', ['managedBy']],
];

/** Judges what a Job and the Job template of a CronJob have in common. */
export function validateJobSpec(
  problems: ProblemList,
  spec: Partial<JobSpec>,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  for (const field of COUNTS) checkNotNegative(problems, spec[field], path.child(field));
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
    const detail = 'must be set where maxFailedIndexes is';
    problems.required('backoff-per-index', path.child('backoffLimitPerIndex'), detail);
  }
  if (spec.managedBy !== undefined) validateManager(problems, spec.managedBy, path.child('managedBy'));
  validateCompletionMode(problems, spec, path);
  if (spec.podFailurePolicy !== undefined) {
    validatePodFailurePolicy(problems, spec, path.child('podFailurePolicy'));
  }
  if (spec.successPolicy !== undefined) validateSuccessPolicy(problems, spec, path.child('successPolicy'));
  const replacement = spec.podFailurePolicy === undefined ? REPLACEMENT : ['Failed'];
  const place = path.child('podReplacementPolicy');
  checkOptionalWord(problems, 'pod-replacement-policy', spec.podReplacementPolicy, replacement, place);
  validatePodTemplateSpec(problems, spec.template, path.child('template'), version);
  validateRestartPolicy(problems, spec, path.child('template').child('spec').child('restartPolicy'));
}

const COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;

function validateManager(problems: ProblemList, manager: string, path: FieldPath): void {
  const slash = manager.indexOf('/');
  const [domain, name] = [manager.slice(0, Math.max(slash, 0)), manager.slice(slash + 1)];
  if (manager === '') {
    problems.required('job-manager', path, 'a manager is written as example.com/name');
  } else if (dnsSubdomainComplaints(domain).length > 0 || !/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(name)) {
    problems.invalid('job-manager', path, manager, 'a manager is written as example.com/name');
  }
  if (manager.length > LONGEST_MANAGER) problems.tooLong('job-manager', path, manager, LONGEST_MANAGER);
}

function validateCompletionMode(problems: ProblemList, spec: Partial<JobSpec>, path: FieldPath): void {
  const { completionMode = 'NonIndexed', backoffLimitPerIndex, maxFailedIndexes }: Written<JobSpec> = spec;
  if (completionMode === 'Indexed') {
    validateIndexes(problems, spec, path);
  } else if (completionMode === 'NonIndexed') {
    for (const [field, value] of Object.entries({ backoffLimitPerIndex, maxFailedIndexes })) {
      if (value === undefined) continue;
      problems.invalid('indexed-only', path.child(field), value, 'needs completionMode: Indexed');
    }
  } else {
    const place = path.child('completionMode');
    problems.notSupported('completion-mode', place, completionMode, ['NonIndexed', 'Indexed']);
  }
}

/** The server keeps a list of indexes in the Job's status, whose length it bounds. */
function validateIndexes(problems: ProblemList, spec: Partial<JobSpec>, path: FieldPath): void {
  const { backoffLimitPerIndex, completions, maxFailedIndexes, parallelism = 0 } = spec;
  const atMost = (field: 'parallelism' | 'maxFailedIndexes', limit: number, why: string) => {
    const value = spec[field] ?? 0;
    if (value > limit) problems.invalid('job-limits', path.child(field), value, `must be at most ${limit}${why}`);
  };
  if (completions === undefined) {
    problems.required('completions', path.child('completions'), 'must be set where completionMode is "Indexed"');
  }
  if (parallelism > MOST_INDEXES) atMost('parallelism', MOST_INDEXES, ' where completionMode is "Indexed"');
  if (completions !== undefined) atMost('maxFailedIndexes', completions, ', which is completions');
  atMost('maxFailedIndexes', MOST_INDEXES, '');
  if (completions === undefined || completions <= MOST_INDEXES || backoffLimitPerIndex === undefined) return;
  const why = ` where completions is above ${MOST_INDEXES} and backoffLimitPerIndex is set`;
  if (maxFailedIndexes === undefined) {
    problems.required('job-limits', path.child('maxFailedIndexes'), `must be set${why}`);
  }
  atMost('parallelism', MOST_WHEN_MANY, why);
  atMost('maxFailedIndexes', MOST_WHEN_MANY, why);
}

/** A Pod's own default, `Always`, is no policy for a Job: the server treats it as if nothing had been written. */
function validateRestartPolicy(problems: ProblemList, spec: Partial<JobSpec>, path: FieldPath): void {
  const policy: string = spec.template?.spec?.restartPolicy ?? '';
  if (policy === '' || policy === 'Always') {
    problems.required('owner-restart-policy', path, 'a Job needs "OnFailure" or "Never"');
  } else if (policy !== 'OnFailure' && policy !== 'Never') {
    problems.notSupported('owner-restart-policy', path, policy, ['OnFailure', 'Never']);
  } else if (spec.podFailurePolicy !== undefined && policy !== 'Never') {
    problems.invalid('owner-restart-policy', path, policy, 'must be "Never" where podFailurePolicy is set');
  }
}
