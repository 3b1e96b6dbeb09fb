import { withFields } from '../alter';
import type { ServicePort, ServiceSpec, SessionAffinityConfig } from '../api/service';

const AFFINITY_SECONDS = 10800;

/** A Service's spec with the fields that the API server fills in, the addresses that it gives out aside. */
export function serviceSpecDefaults(spec: ServiceSpec): ServiceSpec {
  const { sessionAffinityConfig, ...rest } = spec;
  const type = spec.type || 'ClusterIP';
  const sessionAffinity = spec.sessionAffinity || 'None';
  const isBalanced = type === 'LoadBalancer';
  const isReached = isBalanced || type === 'NodePort' || (type === 'ClusterIP' && (spec.externalIPs ?? []).length > 0);
  return withFields(rest, {
    type,
    sessionAffinity,
    ...(sessionAffinity !== 'None' && affinityDefaults(sessionAffinity, sessionAffinityConfig)),
    ...(spec.ports && { ports: spec.ports.map(portDefaults) }),
    ...(isReached && { externalTrafficPolicy: spec.externalTrafficPolicy || 'Cluster' }),
    ...(type !== 'ExternalName' && { internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster' }),
    ...(isBalanced && { allocateLoadBalancerNodePorts: spec.allocateLoadBalancerNodePorts ?? true }),
  });
}

function affinityDefaults(
  affinity: string,
  config: SessionAffinityConfig | undefined,
): Pick<ServiceSpec, 'sessionAffinityConfig'> {
  if (affinity !== 'ClientIP') return config === undefined ? {} : { sessionAffinityConfig: config };
  const timeoutSeconds = config?.clientIP?.timeoutSeconds ?? AFFINITY_SECONDS;
  return { sessionAffinityConfig: { clientIP: { timeoutSeconds } } };
}

function portDefaults(port: ServicePort): ServicePort {
  const { protocol, targetPort } = port;
  return withFields(port, { protocol: protocol || 'TCP', targetPort: targetPort || port.port });
}
