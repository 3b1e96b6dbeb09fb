import type { Consequence } from '../consequence';
import type { Change, WorkloadChange } from '../change';
import { configurationConsequences } from './configuration';
import { containerConsequences } from './containers';
import { environmentConsequences } from './environment';
import { exceptionConsequences } from './exceptions';
import { immutableConsequences } from './immutable';
import { placementConsequences } from './placement';
import { presenceConsequences } from './presence';
import { refusalConsequences } from './refusal';
import { resourceConsequences } from './resources';
import { rolloutConsequences } from './rollout';
import { routingConsequences } from './routing';
import { scaleConsequences } from './scale';
import { securityConsequences } from './security';
import { storageConsequences } from './storage';
import { trafficConsequences } from './traffic';

/** What follows from a change of any object. */
export const OF_OBJECTS: readonly ((change: Change) => Iterable<Consequence>)[] = [
  presenceConsequences,
  refusalConsequences,
  immutableConsequences,
  routingConsequences,
  scaleConsequences,
  configurationConsequences,
  exceptionConsequences,
];

/** What follows from a change of something that runs Pods, besides. */
export const OF_WORKLOADS: readonly ((change: WorkloadChange) => Iterable<Consequence>)[] = [
  containerConsequences,
  environmentConsequences,
  trafficConsequences,
  resourceConsequences,
  securityConsequences,
  storageConsequences,
  placementConsequences,
  rolloutConsequences,
];
