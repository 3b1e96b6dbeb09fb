import type { PodSecurityCheck } from '../check';
import { containerPlace, named, namesOf } from '../phrases';

/** Privileged containers switch most of the isolation off. */
export const privileged: PodSecurityCheck = {
  id: 'privileged',
  level: 'baseline',
  judge: ({ containers }) => {
    const bad = containers.filter(({ container }) => container.securityContext?.privileged === true);
    if (bad.length === 0) return undefined;
    return {
      reason: 'privileged',
      detail: `${named('container', namesOf(bad))} must not set securityContext.privileged=true`,
      places: bad.map((each) => containerPlace(each, 'privileged')),
    };
  },
};
