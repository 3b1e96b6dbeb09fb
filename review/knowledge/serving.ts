import type { ContainerPort } from '../../lib/kube/api/container';
import type { ReviewedContainer } from '../workload';

/** The ports on which a container serves others, those for metrics, health and debugging aside. */
export function servingPorts({ container }: ReviewedContainer): readonly ContainerPort[] {
  return (container.ports ?? []).filter(({ name = '' }) => !AUXILIARY.test(name));
}

/** Whether a port speaks HTTP, judged by its name and else by its number. */
export function speaksHttp({ name = '', containerPort }: ContainerPort): boolean {
  return name === '' ? HTTP_PORTS.has(containerPort) : /^(https?|web|www|rest|ui)(-|$)|-https?$/.test(name);
}

/** A port as a person says it: by its name and number. */
export function titleOfPort({ name, containerPort }: ContainerPort): string {
  return name === undefined ? String(containerPort) : `${name} (${containerPort})`;
}

const AUXILIARY =
  /metric|prom|probe|health|liveness|readiness|debug|admin|pprof|monitor|jmx|telemetry|tracing|webhook|status|mgmt|management/;
const HTTP_PORTS: ReadonlySet<number> = new Set([80, 443, 3000, 4200, 5000, 8000, 8080, 8081, 8088, 8443, 8888]);
