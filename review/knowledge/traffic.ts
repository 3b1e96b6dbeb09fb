import type { Entity } from '../entity';
import type { Landscape } from '../landscape';
import type { ReviewedContainer, Workload } from '../workload';
import { runningContainers } from './role';
import { portsOf } from './service-port';

/** The Services that send clients to a workload's Pods as soon as they are ready, and not before. */
export function clientServicesOf(workload: Workload, landscape: Landscape): readonly Entity[] {
  return landscape.servicesOf(workload).filter((service) => service.read('spec', 'publishNotReadyAddresses') !== true);
}

/** The containers that a Service's ports lead to, as far as they declare these ports; else every running container. */
export function targetsOf(service: Entity, workload: Workload): readonly ReviewedContainer[] {
  const wanted = portsOf(service).flatMap((port) => (port === undefined ? [] : [port.target]));
  const running = runningContainers(workload);
  const declaring = running.filter(({ container }) =>
    (container.ports ?? []).some(
      ({ name, containerPort }) => (name !== undefined && wanted.includes(name)) || wanted.includes(containerPort),
    ),
  );
  return declaring.length > 0 ? declaring : running;
}

/** Whether a Service hands out the addresses of Pods, without one of its own. */
export function isHeadless(service: Entity): boolean {
  return service.read('spec', 'clusterIP') === 'None';
}
