import { withFields } from '../alter';
import type { Container } from '../api/container';
import type { PodSpec } from '../api/pod';
import type { ResourceRequirements } from '../api/resources';
import type { Quantity } from '../api/scalars';
import { isHugePages, isPodLevelResource } from '../validation/resource-names';
import { atLeast, type KubernetesVersion } from '../version';
import { aggregate } from './aggregate';

/**
 * The Pod with the requests and limits that the API server fills in: a container's request from its limit, and the
 * Pod's own requests (and huge page limits) from its containers and limits. Before 1.34 the Pod's own resources are
 * dropped, as the server drops them.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification
 */
export function withDefaultedResources(written: PodSpec, version: KubernetesVersion): PodSpec {
  const { resources, ...rest } = written;
  const spec: PodSpec = {
    ...rest,
    ...(rest.initContainers === undefined ? {} : { initContainers: rest.initContainers.map(withRequests) }),
    containers: rest.containers.map(withRequests),
  };
  if (resources === undefined || !atLeast(version, POD_LEVEL_SINCE)) return spec;
  return { ...spec, resources: podLevel(spec, resources) };
}

/** Pod-level resources are on from here. */
const POD_LEVEL_SINCE = '1.34';

type Written = Readonly<Record<string, Quantity>>;

function withRequests(container: Container): Container {
  const { resources } = container;
  if (resources?.limits === undefined) return container;
  const requests = withFields(resources.limits, resources.requests ?? {});
  return withFields(container, { resources: withFields(resources, { requests }) });
}

function podLevel(spec: PodSpec, resources: ResourceRequirements): ResourceRequirements {
  const { requests = {}, limits: own = {} } = resources;
  if (Object.keys(requests).length + Object.keys(own).length === 0) return resources;
  const limits = { ...own, ...hugePageLimits(spec, requests, own) };
  if (Object.keys(limits).length === 0) return resources;
  return { ...resources, limits, requests: { ...missingRequests(spec, limits), ...requests } };
}

/** Huge pages that only containers limit become a limit of the Pod, unless it requests them itself. */
function hugePageLimits(spec: PodSpec, requests: Written, own: Written): Written {
  const limits = [...aggregate(spec, 'limits').total]
    .filter(([resource]) => isHugePages(resource) && !(resource in requests) && !(resource in own))
    .map(([resource, amount]) => [resource, amount.toString()]);
  return Object.fromEntries(limits) as Written;
}

/** CPU and memory are requested as the containers do together, and otherwise up to the limit of the Pod. */
function missingRequests(spec: PodSpec, limits: Written): Written {
  const byPod = Object.entries(limits).filter(([resource]) => isPodLevelResource(resource));
  const byContainers = [...aggregate(spec, 'requests').total]
    .filter(([resource]) => isPodLevelResource(resource) && !isHugePages(resource))
    .map(([resource, amount]) => [resource, amount.toString()]);
  return { ...(Object.fromEntries(byPod) as Written), ...(Object.fromEntries(byContainers) as Written) };
}
