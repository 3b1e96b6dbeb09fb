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
  const running = containers.filter(({ role }) => role !== 'init');
  const internal = new Set(running.flatMap(({ helper }) => helper?.internalPorts ?? []));
  return {
    ports: running.flatMap(portNames).filter((name) => !internal.has(name)),
    saysWhenReady: running.some(({ container }) => container['readinessProbe'] !== undefined),
  };
}

/** The names of a container's ports, which are unique in a Pod. */
function portNames({ container: { ports } }: ContainerModel): string[] {
  if (!Array.isArray(ports)) return [];
  return ports.flatMap((port: unknown) => (isRecord(port) && typeof port['name'] === 'string' ? [port['name']] : []));
}
