import type { Container, ContainerPort } from '../api/container';
import type { PodSpec } from '../api/pod';
import type { Quantity } from '../api/scalars';
import { atLeast, type KubernetesVersion } from '../version';
import { podLevelDefaults } from './pod-level-resources';
import { podSpecDefaults } from './pod-spec';

/** The spec of a bare Pod with the fields that the API server fills in: more than in a template. */
export function bareSpecDefaults(written: Partial<PodSpec>, version: KubernetesVersion): PodSpec {
  const spec = podSpecDefaults({ containers: [], ...written });
  const hostNetwork = spec.hostNetwork === true;
  const fill = (container: Container) => withHostPorts(withRequests(container), hostNetwork);
  const filled: PodSpec = {
    ...spec,
    enableServiceLinks: spec.enableServiceLinks ?? true,
    containers: spec.containers.map(fill),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(fill) }),
  };
  return atLeast(version, '1.34') ? podLevelDefaults(filled) : filled;
}

/** Where a limit is set and no request, the request is the limit. */
function withRequests(container: Container): Container {
  const { resources } = container;
  if (resources?.limits === undefined) return container;
  const requests: Record<string, Quantity> = { ...resources.limits, ...resources.requests };
  return { ...container, resources: { ...resources, requests } };
}

/** On the host's network every container port is the host's. */
function withHostPorts(container: Container, hostNetwork: boolean): Container {
  if (!hostNetwork || container.ports === undefined) return container;
  const fill = (port: ContainerPort) => ({ ...port, hostPort: port.hostPort || port.containerPort });
  return { ...container, ports: container.ports.map(fill) };
}
