import type { PodTemplateSpec } from '../api/pod-template';
import type { StatefulSet, StatefulSetSpec, StatefulSetUpdateStrategy } from '../api/stateful-set';
import type { Volume } from '../api/volume';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { atLeast, type KubernetesVersion } from '../version';
import { selects } from './label-selector';
import { validateObjectMeta } from './metadata';
import { checkDnsLabel } from './name-checks';
import { validateLongRunning, validateRequiredSelector, validateSelected } from './owned-template';
import { validateClaimSpec } from './persistent-volume-claim';
import { validatePodTemplateSpec, validateTemplateAnnotations } from './pod-template';
import { checkNotNegative, checkOptionalWord } from './value-checks';
import type { Written } from './written';

/**
 * Judges a StatefulSet, defaults filled in. Servers before 1.34 look neither at the Pod spec of the template nor at the
 * claim templates.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export function validateStatefulSet(problems: ProblemList, statefulSet: StatefulSet, version: KubernetesVersion): void {
  validateObjectMeta(problems, statefulSet.metadata, FieldPath.of('metadata'), { kind: 'StatefulSet', version });
  const path = FieldPath.of('spec');
  const spec: Partial<StatefulSetSpec> = statefulSet.spec ?? {};
  validatePolicies(problems, spec, path);
  validateNumbers(problems, spec, path, version);
  if (atLeast(version, '1.34')) {
    spec.volumeClaimTemplates?.forEach((claim, position) => {
      const place = path.child('volumeClaimTemplates').index(position).child('spec');
      validateClaimSpec(problems, claim.spec, place, version);
    });
  }
  if (spec.serviceName && atLeast(version, '1.33')) {
    checkDnsLabel(problems, spec.serviceName, path.child('serviceName'));
  }
  validateTemplate(problems, spec, path, version);
}

function validatePolicies(problems: ProblemList, spec: Partial<StatefulSetSpec>, path: FieldPath): void {
  const { podManagementPolicy = '', updateStrategy = {}, persistentVolumeClaimRetentionPolicy: retention } = spec;
  if (podManagementPolicy !== 'OrderedReady' && podManagementPolicy !== 'Parallel') {
    const detail = 'must be "OrderedReady" or "Parallel"';
    problems.invalid('pod-management-policy', path.child('podManagementPolicy'), podManagementPolicy, detail);
  }
  validateUpdateStrategy(problems, updateStrategy, path.child('updateStrategy'));
  const place = path.child('persistentVolumeClaimRetentionPolicy');
  for (const moment of ['whenDeleted', 'whenScaled'] as const) {
    checkOptionalWord(problems, 'claim-retention', retention?.[moment], ['Retain', 'Delete'], place.child(moment));
  }
}

/** `maxUnavailable` is behind a gate that is off by default: the server drops it without a look. */
function validateUpdateStrategy(
  problems: ProblemList,
  { type = '', rollingUpdate }: Written<StatefulSetUpdateStrategy>,
  path: FieldPath,
): void {
  const place = path.child('rollingUpdate');
  if (type === 'OnDelete') {
    if (rollingUpdate !== undefined) {
      const detail = 'may only be set where type is "RollingUpdate"';
      problems.invalid('strategy-rolling-update', place, rollingUpdate, detail);
    }
  } else if (type === 'RollingUpdate') {
    checkNotNegative(problems, rollingUpdate?.partition, place.child('partition'));
  } else {
    problems.invalid('strategy-type', path, { type }, 'type must be "RollingUpdate" or "OnDelete"');
  }
}

function validateNumbers(
  problems: ProblemList,
  spec: Partial<StatefulSetSpec>,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  checkNotNegative(problems, spec.replicas, path.child('replicas'));
  checkNotNegative(problems, spec.minReadySeconds, path.child('minReadySeconds'));
  checkNotNegative(problems, spec.ordinals?.start, path.child('ordinals').child('start'));
  if (atLeast(version, '1.33')) {
    checkNotNegative(problems, spec.revisionHistoryLimit, path.child('revisionHistoryLimit'));
  }
}

function validateTemplate(
  problems: ProblemList,
  spec: Partial<StatefulSetSpec>,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const { selector, template } = spec;
  const place = path.child('template');
  validateRequiredSelector(problems, selector, path.child('selector'));
  if (selects(selector) === undefined) {
    problems.invalid('broken-selector', path.child('selector'), selector, 'the selector cannot be used as it stands');
  } else {
    validateSelected(problems, selector, template, place);
    if (atLeast(version, '1.34')) {
      validatePodTemplateSpec(problems, withClaims(spec), place, version);
    } else {
      validateTemplateAnnotations(problems, template, place);
    }
  }
  validateLongRunning(problems, template, place, 'StatefulSet');
}

/**
 * The template as the server judges it: the claims come first, and volumes of their names are gone. So a volume that
 * stays is reported at a later position than the one at which it was written.
 */
function withClaims({ template = {}, volumeClaimTemplates = [] }: Partial<StatefulSetSpec>): PodTemplateSpec {
  const names = new Set(volumeClaimTemplates.map(({ metadata }) => metadata?.name ?? ''));
  if (names.size === 0 || template.spec === undefined) return template;
  const others = (template.spec.volumes ?? []).filter(({ name }) => !names.has(name));
  return { ...template, spec: { ...template.spec, volumes: [...[...names].map(claimVolume), ...others] } };
}

function claimVolume(name: string): Volume {
  return { name, persistentVolumeClaim: { claimName: name } };
}
