import type { PodSpec } from '../api/pod';
import { containersOf, type PlacedContainer } from '../containers';
import type { FieldPath } from '../field-path';
import { amountsOf, mostOf, sumOf, type Amounts, type ResourceList } from './amounts';

/** What the containers of a Pod need together over its life. */
export interface Peak {
  /** The most of each resource that is needed at once. */
  readonly amounts: Amounts;
  /** Where the most of each resource is needed: the containers that run together, or one init container's moment. */
  readonly decidedBy: ReadonlyMap<string, string>;
}

/** One moment in a Pod's start: what is needed while its container is the last one started. */
interface Moment {
  readonly path: string;
  readonly amounts: Amounts;
}

/**
 * What the containers of a Pod need together: the regular ones and all sidecars at once, or the greediest moment of the
 * start, in which an init container runs beside the sidecars that started before it; for each resource whichever is more.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function peakOf(spec: PodSpec, list: ResourceList, path: FieldPath): Peak {
  const placed = containersOf(spec, path);
  const running = placed.filter(({ role }) => role === 'app' || role === 'sidecar').map(amountsIn(list));
  const together: Moment = { path: path.child('containers').toString(), amounts: running.reduce(sumOf, new Map()) };
  return greatest([together, ...startMoments(placed, list)]);
}

function startMoments(placed: readonly PlacedContainer[], list: ResourceList): Moment[] {
  let sidecars: Amounts = new Map();
  const moments: Moment[] = [];
  for (const one of placed) {
    if (one.role === 'sidecar') sidecars = sumOf(sidecars, amountsIn(list)(one));
    if (one.role === 'init') {
      moments.push({ path: one.path.toString(), amounts: sumOf(sidecars, amountsIn(list)(one)) });
    }
  }
  return moments;
}

function greatest(moments: readonly Moment[]): Peak {
  let amounts: Amounts = new Map();
  const decidedBy = new Map<string, string>();
  for (const moment of moments) {
    for (const [resource, amount] of moment.amounts) {
      const most = amounts.get(resource);
      if (most === undefined || most.compare(amount) < 0) decidedBy.set(resource, moment.path);
    }
    amounts = mostOf(amounts, moment.amounts);
  }
  return { amounts, decidedBy };
}

function amountsIn(list: ResourceList): (placed: PlacedContainer) => Amounts {
  return ({ container }) => amountsOf(container.resources, list);
}
