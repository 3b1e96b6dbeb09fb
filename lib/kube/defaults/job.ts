import type { JobSpec, PodFailurePolicy } from '../api/job';
import type { CronJobSpec } from '../api/cron-job';
import { atLeast, type KubernetesVersion } from '../version';
import { templateDefaults } from './pod-spec';

const RETRIES = 6;
const ENDLESS_RETRIES = 2 ** 31 - 1;

/**
 * A Job's spec with the fields that the API server fills in. The selector and the labels that belong to it depend on
 * the identity that only the server gives: they are not filled in here.
 */
export function jobSpecDefaults(spec: Partial<JobSpec>, version: KubernetesVersion): Partial<JobSpec> {
  const { backoffLimitPerIndex, completions, parallelism, podFailurePolicy } = spec;
  const isSingle = completions === undefined && parallelism === undefined;
  const replacement = podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed';
  return {
    ...templateOnly(spec),
    ...(isSingle && { completions: 1 }),
    parallelism: parallelism ?? 1,
    backoffLimit: spec.backoffLimit ?? (backoffLimitPerIndex === undefined ? RETRIES : ENDLESS_RETRIES),
    completionMode: spec.completionMode ?? 'NonIndexed',
    suspend: spec.suspend ?? false,
    manualSelector: spec.manualSelector ?? false,
    ...(atLeast(version, '1.29') && { podReplacementPolicy: spec.podReplacementPolicy ?? replacement }),
  };
}

/** A CronJob's spec with the fields that the API server fills in; in its Job template that is the Pod template only. */
export function cronJobSpecDefaults(spec: Partial<CronJobSpec>): Partial<CronJobSpec> {
  const template = spec.jobTemplate ?? {};
  return {
    ...spec,
    concurrencyPolicy: spec.concurrencyPolicy || 'Allow',
    suspend: spec.suspend ?? false,
    successfulJobsHistoryLimit: spec.successfulJobsHistoryLimit ?? 3,
    failedJobsHistoryLimit: spec.failedJobsHistoryLimit ?? 1,
    jobTemplate: { ...template, spec: templateOnly({ template: {}, ...template.spec }) },
  };
}

function templateOnly<Spec extends Partial<JobSpec>>(spec: Spec): Spec & Pick<JobSpec, 'template'> {
  const { podFailurePolicy, template } = spec;
  return {
    ...spec,
    template: templateDefaults(template),
    ...(podFailurePolicy && { podFailurePolicy: failurePolicyDefaults(podFailurePolicy) }),
  };
}

function failurePolicyDefaults(policy: PodFailurePolicy): PodFailurePolicy {
  const { rules } = policy as Partial<PodFailurePolicy>;
  return {
    ...policy,
    rules: (rules ?? []).map((rule) => {
      const { onPodConditions } = rule;
      if (onPodConditions === undefined) return rule;
      const conditions = onPodConditions.map((pattern) => ({
        ...pattern,
        status: pattern.status || ('True' as const),
      }));
      return { ...rule, onPodConditions: conditions };
    }),
  };
}
