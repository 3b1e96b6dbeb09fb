import { withFields, unfinished } from '../alter';
import type { PodSpec } from '../api/pod';
import type { PodTemplateSpec } from '../api/pod-template';
import { containerDefaults, resourceDefaults, rounded } from './container';
import { volumeDefaults } from './volume';

/** A Pod spec with the fields that the API server fills in, be it of a Pod or of an owner's template. */
export function podSpecDefaults(spec: PodSpec): PodSpec {
  const { containers, ephemeralContainers, initContainers, overhead, resources, volumes } = spec as Partial<PodSpec>;
  const filled = unfinished(spec);
  filled.dnsPolicy = spec.dnsPolicy || 'ClusterFirst';
  filled.restartPolicy = spec.restartPolicy || 'Always';
  filled.securityContext = spec.securityContext ?? {};
  filled.terminationGracePeriodSeconds = spec.terminationGracePeriodSeconds ?? 30;
  filled.schedulerName = spec.schedulerName || 'default-scheduler';
  const account = accountOf(spec);
  if (account !== undefined) filled.serviceAccountName = account;
  filled.containers = (containers ?? []).map(containerDefaults);
  if (initContainers) filled.initContainers = initContainers.map(containerDefaults);
  if (ephemeralContainers) filled.ephemeralContainers = ephemeralContainers.map(containerDefaults);
  if (volumes) filled.volumes = volumes.map(volumeDefaults);
  if (overhead) filled.overhead = rounded(overhead);
  if (resources) filled.resources = resourceDefaults(resources);
  return filled;
}

/** The server reads the account from the field's old name where the new one is not there. */
function accountOf(spec: PodSpec): string | undefined {
  const account = spec.serviceAccountName || spec[OLD_NAME];
  return typeof account === 'string' && account !== '' ? account : undefined;
}

const OLD_NAME: keyof PodSpec = 'serviceAccount';

/** A template with the fields that the API server fills in; less than in a Pod: requests stay as they were written. */
export function templateDefaults(template: PodTemplateSpec = {}): PodTemplateSpec {
  return withFields(template, { spec: podSpecDefaults(template.spec ?? { containers: [] }) });
}
