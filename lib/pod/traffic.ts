import type { PodModel } from './model';
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
  const running = containers.filter(({ role }) => role !== 'init').map(({ container }) => container);
  const ports = running.flatMap(({ ports: list }) => (Array.isArray(list) ? (list as readonly unknown[]) : []));
  return {
    ports: ports.flatMap((port) => (isRecord(port) && typeof port['name'] === 'string' ? [port['name']] : [])),
    saysWhenReady: running.some(({ readinessProbe }) => readinessProbe !== undefined),
  };
}
