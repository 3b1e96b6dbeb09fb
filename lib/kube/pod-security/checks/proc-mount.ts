import type { AdmittedPod, PodSecurityCheck, Violated } from '../check';
import { containerPlace, hasOwnUsers, named, namesOf, quoted, sorted } from '../phrases';

/** The masks over `/proc` must stay, unless the Pod has its own users (from policy version 1.35 on). */
export const procMount: PodSecurityCheck = {
  id: 'procMount',
  level: 'baseline',
  judge: (pod) => (hasOwnUsers(pod) ? undefined : unmasked(pod)),
};

/** Restricted keeps the masks over `/proc` even where baseline lets them go. */
export const procMountRestricted: PodSecurityCheck = {
  id: 'procMount_restricted',
  level: 'restricted',
  since: 35,
  replaces: procMount.id,
  judge: unmasked,
};

function unmasked({ containers }: AdmittedPod): Violated | undefined {
  const bad = containers.filter(({ container }) => {
    const { procMount: mount } = container.securityContext ?? {};
    return mount !== undefined && mount !== 'Default';
  });
  if (bad.length === 0) return undefined;
  const values = sorted(bad.map(({ container }) => container.securityContext?.procMount ?? ''));
  return {
    reason: 'procMount',
    detail: `${named('container', namesOf(bad))} must not set securityContext.procMount to ${quoted(values)}`,
    places: bad.map((each) => containerPlace(each, 'procMount')),
  };
}
