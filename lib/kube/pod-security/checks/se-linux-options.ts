import type { SELinuxOptions } from '../../api/security';
import type { PlacedContainer } from '../../containers';
import type { AdmittedPod, PodSecurityCheck, ViolationPlace } from '../check';
import { containerPlace, named, podPlace, setters, sorted } from '../phrases';

/** Only the usual SELinux types for containers, and no user and role of one's own. */
export const seLinuxOptions: PodSecurityCheck = {
  id: 'seLinuxOptions',
  level: 'baseline',
  judge: (pod) => {
    const ofPod = pod.spec.securityContext?.seLinuxOptions;
    const podFields = badFields(ofPod, pod.minor);
    const bad = pod.containers.filter((placed) => badFields(optionsOf(placed), pod.minor).length > 0);
    if (podFields.length === 0 && bad.length === 0) return undefined;
    return {
      reason: 'seLinuxOptions',
      detail: `${setters(podFields.length > 0, bad)} set forbidden securityContext.seLinuxOptions: ${complaint([ofPod, ...bad.map(optionsOf)], pod.minor)}`,
      places: [...podFields.map((field) => podPlace(pod, 'seLinuxOptions', field)), ...bad.flatMap(placesOf(pod))],
    };
  },
};

type Field = 'type' | 'user' | 'role';

const TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const TYPES_SINCE_31 = [...TYPES, 'container_engine_t'];

function optionsOf({ container }: PlacedContainer): SELinuxOptions | undefined {
  return container.securityContext?.seLinuxOptions;
}

function placesOf({ minor }: AdmittedPod): (placed: PlacedContainer) => ViolationPlace[] {
  return (placed) =>
    badFields(optionsOf(placed), minor).map((field) => containerPlace(placed, 'seLinuxOptions', field));
}

function badFields(options: SELinuxOptions | undefined, minor: number): Field[] {
  if (options === undefined) return [];
  const { type = '', user = '', role = '' } = options;
  const types = minor >= 31 ? TYPES_SINCE_31 : TYPES;
  const fields: Field[] = [];
  if (!types.includes(type)) fields.push('type');
  if (user !== '') fields.push('user');
  if (role !== '') fields.push('role');
  return fields;
}

function complaint(all: readonly (SELinuxOptions | undefined)[], minor: number): string {
  const has = (field: Field) => all.filter((options) => badFields(options, minor).includes(field));
  const types = sorted(has('type').map((options) => options?.type ?? ''));
  return [
    types.length > 0 ? named('type', types) : '',
    has('user').length > 0 ? 'user may not be set' : '',
    has('role').length > 0 ? 'role may not be set' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
