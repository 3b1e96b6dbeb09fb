import type { PodSpec } from '../api/pod';
import { bareSpecDefaults } from '../defaults/pod';
import type { FieldPath } from '../field-path';
import type { QuantityValue } from '../quantity';
import type { KubernetesVersion } from '../version';
import {
  amountsOf,
  hasSome,
  inOrder,
  readAmounts,
  type Amounts,
  type ResourceAmount,
  type ResourceList,
} from './amounts';
import { peakOf, type Peak } from './peak';

/** What a whole Pod takes of one resource, and why so much. */
export interface EffectiveAmount extends ResourceAmount {
  /**
   * The field that decides: the containers that run together, the init container whose moment is the greediest, the
   * Pod's own request or limit, or its overhead where nothing else asks for the resource.
   */
  readonly decidedBy: string;
  /** How much of the amount is the Pod's overhead, where it has one. */
  readonly overhead?: QuantityValue;
}

/** What the Pod takes of every resource in a list, of a spec that nothing was filled into yet. */
export function podAmounts(
  written: PodSpec,
  list: ResourceList,
  target: KubernetesVersion,
  path: FieldPath,
): EffectiveAmount[] {
  const held = bareSpecDefaults(written, target);
  const peak = peakOf(held, list, path);
  const own = amountsOf(held.resources, list);
  const needed: Amounts = new Map([...peak.amounts, ...[...own].filter(([name]) => isPodLevel(name))]);
  const overhead = readAmounts(held.overhead);
  const names = list === 'requests' ? [...needed.keys(), ...overhead.keys()] : needed.keys();
  return inOrder(new Set(names)).flatMap((resource) => {
    const amount = needed.get(resource);
    // A limit of zero is no limit, and the overhead does not make it one.
    const extra = list === 'requests' || hasSome(needed, resource) ? overhead.get(resource) : undefined;
    const sum = amount === undefined ? extra : extra === undefined ? amount : amount.plus(extra);
    if (sum === undefined) return [];
    const decidedBy = fieldThatDecides({ written, list, path, peak }, resource, amount !== undefined);
    return [{ resource, amount: sum, decidedBy, ...(extra === undefined ? {} : { overhead: extra }) }];
  });
}

/** Whether a resource can be asked for by a Pod as a whole; everything else is the containers' alone. */
export function isPodLevel(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || resource.startsWith('hugepages-');
}

interface Situation {
  readonly written: PodSpec;
  readonly list: ResourceList;
  readonly path: FieldPath;
  readonly peak: Peak;
}

/** An amount that the server filled in for the Pod comes from its containers, or else from the Pod's limit. */
function fieldThatDecides({ list, path, peak, written }: Situation, resource: string, isNeeded: boolean): string {
  const own = path.child('resources');
  if (!isNeeded) return path.child('overhead').key(resource).toString();
  if (isPodLevel(resource) && amountsOf(written.resources, list).has(resource)) {
    return own.child(list).key(resource).toString();
  }
  return peak.decidedBy.get(resource) ?? own.child('limits').key(resource).toString();
}
