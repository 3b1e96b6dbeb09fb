import type { Container, ContainerPort } from '../api/container';
import type { EnvVar } from '../api/env';
import type { Lifecycle, Probe } from '../api/probe';
import type { ResourceRequirements } from '../api/resources';
import type { Quantity } from '../api/scalars';
import { tryQuantity } from '../quantity/parse';
import { defaultPullPolicy } from '../image';

/** A container with the fields that the API server fills in, wherever the container stands. */
export function containerDefaults<Type extends Container>(container: Type): Type {
  const { env, image = '', lifecycle, livenessProbe, ports, readinessProbe, resources, startupProbe } = container;
  return {
    ...container,
    imagePullPolicy: container.imagePullPolicy || defaultPullPolicy(image),
    terminationMessagePath: container.terminationMessagePath || '/dev/termination-log',
    terminationMessagePolicy: container.terminationMessagePolicy || 'File',
    ...(ports && { ports: ports.map(portDefaults) }),
    ...(env && { env: env.map(envDefaults) }),
    ...(resources && { resources: resourceDefaults(resources) }),
    ...(livenessProbe && { livenessProbe: probeDefaults(livenessProbe) }),
    ...(readinessProbe && { readinessProbe: probeDefaults(readinessProbe) }),
    ...(startupProbe && { startupProbe: probeDefaults(startupProbe) }),
    ...(lifecycle && { lifecycle: lifecycleDefaults(lifecycle) }),
  };
}

/** Amounts as the server keeps them: nothing finer than a thousandth, rounded up. */
export function resourceDefaults(resources: ResourceRequirements): ResourceRequirements {
  const { limits, requests } = resources;
  return {
    ...resources,
    ...(limits && { limits: rounded(limits) }),
    ...(requests && { requests: rounded(requests) }),
  };
}

/** A resource list whose amounts are no finer than a thousandth. */
export function rounded(list: Readonly<Record<string, Quantity>>): Record<string, Quantity> {
  return Object.fromEntries(Object.entries(list).map(([name, amount]) => [name, roundedUp(amount)]));
}

function roundedUp(amount: Quantity): Quantity {
  const quantity = tryQuantity(amount);
  if (quantity === undefined || quantity.times(1000).isWhole()) return amount;
  return `${quantity.milliValue().toString()}m`;
}

function portDefaults(port: ContainerPort): ContainerPort {
  return { ...port, protocol: port.protocol || 'TCP' };
}

function envDefaults(variable: EnvVar): EnvVar {
  const fieldRef = variable.valueFrom?.fieldRef;
  if (fieldRef === undefined) return variable;
  return {
    ...variable,
    valueFrom: { ...variable.valueFrom, fieldRef: { ...fieldRef, apiVersion: fieldRef.apiVersion || 'v1' } },
  };
}

function probeDefaults(probe: Probe): Probe {
  return {
    ...httpDefaults(probe),
    ...(probe.grpc && { grpc: { ...probe.grpc, service: probe.grpc.service ?? '' } }),
    timeoutSeconds: probe.timeoutSeconds || 1,
    periodSeconds: probe.periodSeconds || 10,
    successThreshold: probe.successThreshold || 1,
    failureThreshold: probe.failureThreshold || 3,
  };
}

function lifecycleDefaults(lifecycle: Lifecycle): Lifecycle {
  const { postStart, preStop } = lifecycle;
  return {
    ...lifecycle,
    ...(postStart && { postStart: httpDefaults(postStart) }),
    ...(preStop && { preStop: httpDefaults(preStop) }),
  };
}

function httpDefaults<Type extends Pick<Probe, 'httpGet'>>(handler: Type): Type {
  const { httpGet } = handler;
  if (httpGet === undefined) return handler;
  return { ...handler, httpGet: { ...httpGet, path: httpGet.path || '/', scheme: httpGet.scheme || 'HTTP' } };
}
