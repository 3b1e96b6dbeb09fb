import { alterFields, type Unfinished, unfinished, withFields } from '../alter';
import type { Container, ContainerPort } from '../api/container';
import type { EnvVar } from '../api/env';
import type { Lifecycle, Probe } from '../api/probe';
import type { ResourceRequirements } from '../api/resources';
import type { Quantity } from '../api/scalars';
import { tryQuantity } from '../quantity/parse';
import { defaultPullPolicy } from '../image';
import { remembered } from '../remembered';

/** A container with the fields that the API server fills in, wherever the container stands. */
export function containerDefaults<Type extends Container>(container: Type): Type {
  const { env, image = '', lifecycle, livenessProbe, ports, readinessProbe, resources, startupProbe } = container;
  const filled: Unfinished<Container> = unfinished(container);
  filled.imagePullPolicy = container.imagePullPolicy || defaultPullPolicy(image);
  filled.terminationMessagePath = container.terminationMessagePath || '/dev/termination-log';
  filled.terminationMessagePolicy = container.terminationMessagePolicy || 'File';
  if (ports) filled.ports = ports.map(portDefaults);
  if (env) filled.env = env.map(envDefaults);
  if (resources) filled.resources = resourceDefaults(resources);
  if (livenessProbe) filled.livenessProbe = probeDefaults(livenessProbe);
  if (readinessProbe) filled.readinessProbe = probeDefaults(readinessProbe);
  if (startupProbe) filled.startupProbe = probeDefaults(startupProbe);
  if (lifecycle) filled.lifecycle = lifecycleDefaults(lifecycle);
  return filled as Type;
}

/** Amounts as the server keeps them: nothing finer than a thousandth, rounded up. */
export function resourceDefaults(resources: ResourceRequirements): ResourceRequirements {
  const { limits, requests } = resources;
  const filled = unfinished(resources);
  if (limits) filled.limits = rounded(limits);
  if (requests) filled.requests = rounded(requests);
  return filled;
}

/** A resource list whose amounts are no finer than a thousandth. */
export function rounded(list: Readonly<Record<string, Quantity>>): Readonly<Record<string, Quantity>> {
  // What is a quantity remains one.
  return alterFields(list, (amount) => roundedUp(amount as Quantity)) as Readonly<Record<string, Quantity>>;
}

function roundedUp(amount: Quantity): Quantity {
  return inThousandths(String(amount)) ?? amount;
}

const inThousandths = remembered((amount): string | null => {
  const quantity = tryQuantity(amount);
  if (quantity === undefined || quantity.times(1000).isWhole()) return null;
  return `${quantity.milliValue().toString()}m`;
});

function portDefaults(port: ContainerPort): ContainerPort {
  return withFields(port, { protocol: port.protocol || 'TCP' });
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
  const filled = unfinished(httpDefaults(probe));
  if (probe.grpc) filled.grpc = withFields(probe.grpc, { service: probe.grpc.service ?? '' });
  filled.timeoutSeconds = probe.timeoutSeconds || 1;
  filled.periodSeconds = probe.periodSeconds || 10;
  filled.successThreshold = probe.successThreshold || 1;
  filled.failureThreshold = probe.failureThreshold || 3;
  return filled;
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
  const { path, scheme } = httpGet;
  return withFields(handler, { httpGet: withFields(httpGet, { path: path || '/', scheme: scheme || 'HTTP' }) });
}
