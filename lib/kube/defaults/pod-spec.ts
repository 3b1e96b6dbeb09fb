import type { PodSpec } from '../api/pod';
import type { PodTemplateSpec } from '../api/pod-template';
import { containerDefaults, resourceDefaults, rounded } from './container';
import { volumeDefaults } from './volume';

/** A Pod spec with the fields that the API server fills in, be it of a Pod or of an owner's template. */
export function podSpecDefaults(spec: PodSpec): PodSpec {
  const { containers, ephemeralContainers, initContainers, overhead, resources, volumes } = spec as Partial<PodSpec>;
  return {
    ...spec,
    dnsPolicy: spec.dnsPolicy || 'ClusterFirst',
    restartPolicy: spec.restartPolicy || 'Always',
    securityContext: spec.securityContext ?? {},
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
    schedulerName: spec.schedulerName || 'default-scheduler',
    ...accountDefaults(spec),
    containers: (containers ?? []).map(containerDefaults),
    ...(initContainers && { initContainers: initContainers.map(containerDefaults) }),
    ...(ephemeralContainers && { ephemeralContainers: ephemeralContainers.map(containerDefaults) }),
    ...(volumes && { volumes: volumes.map(volumeDefaults) }),
    ...(overhead && { overhead: rounded(overhead) }),
    ...(resources && { resources: resourceDefaults(resources) }),
  };
}

/** The server reads the account from the field's old name where the new one is not there. */
function accountDefaults(spec: PodSpec): Pick<PodSpec, 'serviceAccountName'> {
  const account = spec.serviceAccountName || spec[OLD_NAME];
  return typeof account === 'string' && account !== '' ? { serviceAccountName: account } : {};
}

const OLD_NAME: keyof PodSpec = 'serviceAccount';

/** A template with the fields that the API server fills in; less than in a Pod: requests stay as they were written. */
export function templateDefaults(template: PodTemplateSpec = {}): PodTemplateSpec {
  return { ...template, spec: podSpecDefaults(template.spec ?? { containers: [] }) };
}
