import type { Container, ContainerPort } from '../api/container';
import type { PodSpec } from '../api/pod';
import { withDefaultedResources } from '../resources';
import type { KubernetesVersion } from '../version';
import { podSpecDefaults } from './pod-spec';

/**
 * The spec of a bare Pod with the fields that the API server fills in: more than in a template, where requests and host
 * ports stay as they were written.
 */
export function bareSpecDefaults(written: Partial<PodSpec>, version: KubernetesVersion): PodSpec {
  const spec = withDefaultedResources(podSpecDefaults({ containers: [], ...written }), version);
  return withHostPorts({ ...spec, enableServiceLinks: spec.enableServiceLinks ?? true });
}

/** On the host's network every container port is the host's; any other Pod comes back as it is. */
export function withHostPorts(spec: PodSpec): PodSpec {
  const { containers, hostNetwork, initContainers } = spec;
  if (hostNetwork !== true) return spec;
  return {
    ...spec,
    containers: containers.map(withHostPort),
    ...(initContainers && { initContainers: initContainers.map(withHostPort) }),
  };
}

function withHostPort(container: Container): Container {
  if (container.ports === undefined) return container;
  const fill = (port: ContainerPort) => ({ ...port, hostPort: port.hostPort || port.containerPort });
  return { ...container, ports: container.ports.map(fill) };
}
