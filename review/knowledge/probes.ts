import type { Lifecycle, LifecycleHandler, Probe } from '../../lib/kube/api/probe';
import type { FieldPath } from '../../lib/kube/field-path';
import type { ReviewedContainer } from '../workload';
import { isRunning } from './role';

/** A probe with its name and its place. */
export interface PlacedProbe {
  readonly name: 'startupProbe' | 'readinessProbe' | 'livenessProbe';
  readonly probe: Probe;
  readonly path: FieldPath;
}

/** A hook with its name and its place. */
export interface PlacedHook {
  readonly name: 'postStart' | 'preStop';
  readonly hook: LifecycleHandler;
  readonly path: FieldPath;
}

/** The probes of a container that may have some: what runs to its end before the Pod starts may not. */
export function probesOf(reviewed: ReviewedContainer): readonly PlacedProbe[] {
  const { container, path } = reviewed;
  if (!isRunning(reviewed)) return [];
  const names = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
  return names.flatMap((name) => {
    const probe = container[name];
    return probe === undefined ? [] : [{ name, probe, path: path.child(name) }];
  });
}

/** The hooks of a container. */
export function hooksOf({ container, path }: ReviewedContainer): readonly PlacedHook[] {
  const lifecycle: Lifecycle = container.lifecycle ?? {};
  return (['postStart', 'preStop'] as const).flatMap((name) => {
    const hook = lifecycle[name];
    return hook === undefined ? [] : [{ name, hook, path: path.child('lifecycle').child(name) }];
  });
}

/** Whether two probes ask the same question: the same handler with the same fields. */
export function asksTheSame(one: Probe, other: Probe): boolean {
  return questionOf(one) === questionOf(other);
}

function questionOf({ exec, grpc, httpGet, tcpSocket }: Probe): string {
  return JSON.stringify([
    exec?.command,
    grpc && [grpc.port, grpc.service],
    httpGet && [httpGet.path, httpGet.port, httpGet.scheme, httpGet.host, httpGet.httpHeaders],
    tcpSocket && [tcpSocket.port, tcpSocket.host],
  ]);
}
