import { count } from '../support/arguments';
import { objectsOf } from '../support/objects';

/** The component that the peer of kosko finds in this folder. */
const workloads = Array.from({ length: count }, (_, position) => Object.values(objectsOf(position))).flat();

export = workloads;
