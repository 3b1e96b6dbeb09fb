import type { PodSpec } from '../api/pod';
import type { Volume } from '../api/volume';
import { containersOf } from '../containers';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { validateAppArmorMatch } from './apparmor-match';
import { validateContainers } from './containers';
import { validateDns } from './dns';
import { withoutDroppedFields } from './dropped-fields';
import { validateEphemeralContainers } from './ephemeral-containers';
import { validateHostNames } from './host-names';
import { validateHostProcess } from './host-process';
import { validateHostUsers } from './host-users';
import { validateInitContainers } from './init-containers';
import { validateOs } from './os';
import { validatePodFields } from './pod-fields';
import { validatePodResources } from './pod-resources';
import { gateIsOn, type PodContext, type PodScope } from './pod-scope';
import { validatePodSecurityContext } from './pod-security-context';
import { validateHostNetworkPorts } from './ports';
import { validatePodResourceClaims } from './resource-claims';
import { validateScheduling } from './scheduling';
import type { SchedulingContext } from './scheduling-context';
import { validateTokenVolumes } from './token-volumes';
import { validateVolumes } from './volumes';

/**
 * Judges the spec of a Pod, or of an owner's Pod template, as the target's API server would: the same fields, the same
 * classes, the same paths.
 *
 * @param spec - The spec as the server sees it: decoded, and with its defaults filled in.
 * @param path - Where the spec stands in its object.
 * @param context - The target version, what holds the spec, and the metadata beside it.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
 */
export function validatePodSpec(
  problems: ProblemList,
  spec: PodSpec | undefined,
  path: FieldPath,
  context: PodContext,
): void {
  const scope = openScope(problems, spec ?? {}, path, context);
  validateContainers(scope, path.child('containers'));
  validateInitContainers(scope, path.child('initContainers'));
  validateEphemeralContainers(scope, path.child('ephemeralContainers'));
  if (scope.spec.resources != null && gateIsOn(scope, 'podLevelResources')) {
    validatePodResources(scope, scope.spec.resources, path.child('resources'));
  }
  validateHostNetworkPorts(scope, path);
  validatePodFields(scope, path);
  validateDns(scope, path);
  validatePodSecurityContext(scope, path.child('securityContext'));
  validateHostProcess(scope, path);
  validateHostUsers(scope, path);
  validateHostNames(scope, path);
  validateOs(scope, path);
  validateTokenVolumes(scope, path);
  validateAppArmorMatch(scope);
  validateScheduling(problems, scope.spec, path, schedulingContextOf(context));
}

function openScope(problems: ProblemList, written: Partial<PodSpec>, path: FieldPath, context: PodContext): PodScope {
  const { version, holder, metadata } = context;
  const spec = withoutDroppedFields(written, version);
  const claims = spec.resourceClaims ?? [];
  const claimNames = new Set(claims.map(({ name }) => name).filter((name) => name));
  if (gateIsOn(context, 'resourceClaims')) validatePodResourceClaims(problems, claims, path.child('resourceClaims'));
  const volumes = new Map<string, Volume>();
  const placed = containersOf(spec, path);
  const scope: PodScope = { version, holder, metadata, problems, spec, placed, volumes, claimNames };
  validateVolumes(scope, volumes, path.child('volumes'));
  return scope;
}

function schedulingContextOf({ version, holder, metadata }: PodContext): SchedulingContext {
  return { version, podLabels: holder === 'pod' ? (metadata?.labels ?? {}) : undefined };
}
