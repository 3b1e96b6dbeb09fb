import type { PlacedContainer } from '../../containers';
import type { AdmittedPod, PodSecurityCheck, Violated, ViolationPlace } from '../check';
import { containerPlace, isForWindows, named, namesOf, quoted, sorted } from '../phrases';

/** Only capabilities that container runtimes give anyway may be added. */
export const capabilities: PodSecurityCheck = {
  id: 'capabilities_baseline',
  level: 'baseline',
  judge: ({ containers }) => {
    const adding = containers.filter((placed) => addedBeyond(placed, USUAL).length > 0);
    if (adding.length === 0) return undefined;
    return {
      reason: 'non-default capabilities',
      detail: mustNotInclude(adding, USUAL),
      places: adding.map(addPlace),
    };
  },
};

/** Every container drops all capabilities and adds at most NET_BIND_SERVICE; Windows Pods are exempt from 1.25 on. */
export const capabilitiesRestricted: PodSecurityCheck = {
  id: 'capabilities_restricted',
  level: 'restricted',
  replaces: capabilities.id,
  judge: (pod) => (pod.minor >= 25 && isForWindows(pod.spec) ? undefined : undropped(pod)),
};

const USUAL = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];
const HARMLESS = ['NET_BIND_SERVICE'];

function undropped({ containers }: AdmittedPod): Violated | undefined {
  const keeping = containers.filter(
    ({ container }) => container.securityContext?.capabilities?.drop?.includes('ALL') !== true,
  );
  const adding = containers.filter((placed) => addedBeyond(placed, HARMLESS).length > 0);
  if (keeping.length + adding.length === 0) return undefined;
  const details = [
    keeping.length === 0
      ? ''
      : `${named('container', namesOf(keeping))} must set securityContext.capabilities.drop=["ALL"]`,
    adding.length === 0 ? '' : mustNotInclude(adding, HARMLESS),
  ];
  return {
    reason: 'unrestricted capabilities',
    detail: details.filter((detail) => detail !== '').join('; '),
    places: [...keeping.map((placed) => containerPlace(placed, 'capabilities', 'drop')), ...adding.map(addPlace)],
  };
}

function addedBeyond({ container }: PlacedContainer, allowed: readonly string[]): string[] {
  return container.securityContext?.capabilities?.add?.filter((capability) => !allowed.includes(capability)) ?? [];
}

function mustNotInclude(adding: readonly PlacedContainer[], allowed: readonly string[]): string {
  const added = sorted(adding.flatMap((placed) => addedBeyond(placed, allowed)));
  return `${named('container', namesOf(adding))} must not include ${quoted(added)} in securityContext.capabilities.add`;
}

function addPlace(placed: PlacedContainer): ViolationPlace {
  return containerPlace(placed, 'capabilities', 'add');
}
