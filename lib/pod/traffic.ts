import type { ContainerModel, PodModel } from './model';
import { isRecord } from '../kube/is-record';

/** What a Service must know of a Pod. */
export interface Traffic {
  /** The names of the ports of all containers that run as long as the Pod does, but for those of the Pod alone. */
  readonly ports: readonly string[];
  /** Whether some container says when the Pod may get traffic, or an exception says why none does. */
  readonly saysWhenReady: boolean;
}

/** Reads from a Pod what a Service must know of it. */
export function trafficOf({ containers }: PodModel): Traffic {
  const names: string[] = [];
  const internal: string[] = [];
  let saysWhenReady = false;
  for (const { role, container, helper } of containers) {
    if (role === 'init') continue;
    addPortNames(container, names);
    internal.push(...(helper?.internalPorts ?? []));
    saysWhenReady ||= container['readinessProbe'] !== undefined;
  }
  return { ports: internal.length === 0 ? names : names.filter((name) => !internal.includes(name)), saysWhenReady };
}

/** The names of a container's ports, which are unique in a Pod. */
function addPortNames({ ports }: ContainerModel['container'], names: string[]): void {
  if (!Array.isArray(ports)) return;
  for (const port of ports as readonly unknown[]) {
    if (isRecord(port) && typeof port['name'] === 'string') names.push(port['name']);
  }
}
