import type { Container } from '../api/container';
import type { PodSpec } from '../api/pod';
import type { Quantity } from '../api/scalars';
import { tryQuantity } from '../quantity/parse';
import { QuantityValue } from '../quantity/quantity';

type Amounts = ReadonlyMap<string, QuantityValue>;
type Written = Readonly<Record<string, Quantity>>;

/**
 * Resources of the whole Pod, where some are written: limits of huge pages come from the containers, and requests from
 * the containers' requests or, where there are none, from the Pod's limits.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification
 */
export function podLevelDefaults(spec: PodSpec): PodSpec {
  const { limits = {}, requests = {} } = spec.resources ?? {};
  if (Object.keys(limits).length === 0 && Object.keys(requests).length === 0) return spec;
  const filledLimits = withHugePages(limits, requests, aggregate(spec, 'limits'));
  const hasLimits = Object.keys(filledLimits).length > 0;
  const filledRequests = hasLimits ? withRequests(requests, filledLimits, aggregate(spec, 'requests')) : requests;
  return {
    ...spec,
    resources: {
      ...spec.resources,
      ...(hasLimits && { limits: filledLimits }),
      ...(Object.keys(filledRequests).length > 0 && { requests: filledRequests }),
    },
  };
}

function withHugePages(limits: Written, requests: Written, fromContainers: Amounts): Written {
  const more = [...fromContainers].filter(([name]) => isHugePages(name) && !Object.hasOwn(requests, name));
  return { ...printed(more), ...limits };
}

function withRequests(requests: Written, limits: Written, fromContainers: Amounts): Written {
  const summed = [...fromContainers].filter(([name]) => name === 'cpu' || name === 'memory');
  const limited = Object.entries(limits).filter(([name]) => name === 'cpu' || name === 'memory' || isHugePages(name));
  return { ...Object.fromEntries(limited), ...printed(summed), ...requests };
}

function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

function printed(amounts: readonly (readonly [string, QuantityValue])[]): Record<string, string> {
  return Object.fromEntries(amounts.map(([name, amount]) => [name, amount.toString()]));
}

/** What the containers need together: all that run at once, or the greediest moment of the start, whichever is more. */
function aggregate(spec: PodSpec, list: 'requests' | 'limits'): Amounts {
  let running = sumOf(spec.containers.map((container) => amountsOf(container, list)));
  let sidecars: Amounts = new Map();
  let starting: Amounts = new Map();
  for (const container of spec.initContainers ?? []) {
    const own = amountsOf(container, list);
    if (container.restartPolicy === 'Always') {
      running = sumOf([running, own]);
      sidecars = sumOf([sidecars, own]);
      starting = greater(starting, sidecars);
    } else {
      starting = greater(starting, sumOf([sidecars, own]));
    }
  }
  return greater(running, starting);
}

function amountsOf({ resources }: Container, list: 'requests' | 'limits'): Amounts {
  const entries = Object.entries(resources?.[list] ?? {});
  return new Map(entries.map(([name, amount]) => [name, tryQuantity(amount) ?? QuantityValue.zero]));
}

function sumOf(lists: readonly Amounts[]): Amounts {
  const total = new Map<string, QuantityValue>();
  for (const list of lists) {
    for (const [name, amount] of list) total.set(name, total.get(name)?.plus(amount) ?? amount);
  }
  return total;
}

function greater(one: Amounts, other: Amounts): Amounts {
  const most = new Map(one);
  for (const [name, amount] of other) {
    const known = most.get(name);
    if (known === undefined || known.compare(amount) < 0) most.set(name, amount);
  }
  return most;
}
