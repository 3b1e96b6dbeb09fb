import type { ContainerModel, PodModel } from './model';
import { isRecord } from './plain';

/** What a Service must know of a Pod. */
export interface Traffic {
  /** The names of the ports of all containers that run as long as the Pod does. */
  readonly ports: readonly string[];
  /** Whether some container says when the Pod may get traffic, or an exception says why none does. */
  readonly saysWhenReady: boolean;
}

/** Reads from a Pod what a Service must know of it. */
export function trafficOf({ containers }: PodModel): Traffic {
  const running = containers.filter(({ role }) => role !== 'init');
  return {
    ports: running.flatMap(servedPorts),
    saysWhenReady: running.some(({ container }) => container['readinessProbe'] !== undefined),
  };
}

/** The names of a container's ports, but for those that are for the Pod alone. */
function servedPorts({ container: { ports }, helper }: ContainerModel): string[] {
  if (!Array.isArray(ports)) return [];
  const names = ports.flatMap((port: unknown) =>
    isRecord(port) && typeof port['name'] === 'string' ? [port['name']] : [],
  );
  return names.filter((name) => helper?.internalPorts?.includes(name) !== true);
}
