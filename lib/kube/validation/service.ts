import type { Service, ServiceSpec } from '../api/service';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { atLeast, type KubernetesVersion } from '../version';
import { isLabelKey, validateLabels } from './label';
import { validateObjectMeta } from './metadata';
import { checkDnsSubdomain } from './name-checks';
import { validateExternalIps, validateServiceAddresses, validateSourceRanges } from './service-addresses';
import { validateServicePorts } from './service-ports';
import { checkOptionalWord, checkPortNumber, checkWord } from './value-checks';

const TYPES: readonly string[] = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const POLICIES: readonly string[] = ['Cluster', 'Local'];
const OF_LOAD_BALANCERS = ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const;
const LONGEST_AFFINITY = 86400;
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';
const OLD_TOPOLOGY_MODE = 'service.kubernetes.io/topology-aware-hints';

/**
 * Judges a Service, defaults filled in. The server gives out cluster addresses before it looks at anything else: where
 * the fields about addresses are wrong it says nothing about the others.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export function validateService(problems: ProblemList, service: Service, version: KubernetesVersion): void {
  const path = FieldPath.of('spec');
  const spec = service.spec ?? {};
  const before = problems.problems.length;
  validateServiceAddresses(problems, spec, path, version);
  if (problems.problems.length > before) return;
  validateObjectMeta(problems, service.metadata, FieldPath.of('metadata'), { kind: 'Service', version });
  validateTopologyMode(problems, service.metadata?.annotations ?? {});
  validateType(problems, spec, path);
  validateServicePorts(problems, spec, path);
  validateLabels(problems, spec.selector, path.child('selector'));
  validateAffinity(problems, spec, path);
  validateExternalIps(problems, spec.externalIPs ?? [], path.child('externalIPs'), version);
  validateSourceRanges(problems, service, path, version);
  validateLoadBalancer(problems, spec, path);
  validateTraffic(problems, spec, path, version);
}

/** The annotation has an older name, under which it must say the same. */
function validateTopologyMode(problems: ProblemList, annotations: Readonly<Record<string, string>>): void {
  const [mode, oldMode] = [annotations[TOPOLOGY_MODE], annotations[OLD_TOPOLOGY_MODE]];
  if (mode === undefined || oldMode === undefined || mode === oldMode) return;
  const place = FieldPath.of('metadata').child('annotations').key(TOPOLOGY_MODE);
  problems.invalid('topology-mode', place, mode, `must be ${oldMode}, as ${OLD_TOPOLOGY_MODE} says`);
}

function validateType(problems: ProblemList, spec: ServiceSpec, path: FieldPath): void {
  const { type = '', clusterIP, externalName = '' } = spec;
  if (!TYPES.includes(type)) problems.notSupported('service-type', path.child('type'), type, TYPES);
  if ((type === 'LoadBalancer' || type === 'NodePort') && clusterIP === 'None') {
    const detail = `must not be "None" for a Service of type ${type}`;
    problems.invalid('headless-type', path.child('clusterIPs').index(0), clusterIP, detail);
  }
  if (type !== 'ExternalName') return;
  const { clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  const set = {
    clusterIPs: clusterIPs.length > 0 || (clusterIP ?? '') !== '',
    ipFamilies: ipFamilies.length > 0,
    ipFamilyPolicy: ipFamilyPolicy !== undefined,
  };
  for (const [field, isSet] of Object.entries(set)) {
    if (!isSet) continue;
    problems.forbidden('external-name-address', path.child(field), 'may not be set for an ExternalName Service');
  }
  const name = externalName.endsWith('.') ? externalName.slice(0, -1) : externalName;
  const place = path.child('externalName');
  if (name === '') problems.required('external-name', place, 'an ExternalName Service names a host');
  else checkDnsSubdomain(problems, name, place);
}

function validateAffinity(problems: ProblemList, spec: ServiceSpec, path: FieldPath): void {
  const { sessionAffinity = '', sessionAffinityConfig } = spec;
  const place = path.child('sessionAffinity');
  if (sessionAffinity === 'ClientIP') {
    const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 0;
    if (seconds >= 1 && seconds <= LONGEST_AFFINITY) return;
    const timeout = path.child('sessionAffinityConfig').child('clientIP').child('timeoutSeconds');
    problems.invalid('session-affinity-timeout', timeout, seconds, `must be from 1 to ${LONGEST_AFFINITY} seconds`);
  } else if (sessionAffinity !== 'None') {
    problems.notSupported('session-affinity', place, sessionAffinity, ['ClientIP', 'None']);
  }
}

function validateLoadBalancer(problems: ProblemList, spec: ServiceSpec, path: FieldPath): void {
  const { loadBalancerClass, type } = spec;
  if (type !== 'LoadBalancer') {
    for (const field of OF_LOAD_BALANCERS) {
      if (spec[field] === undefined) continue;
      problems.forbidden('load-balancer-only', path.child(field), 'may only be set where type is "LoadBalancer"');
    }
  } else if (loadBalancerClass !== undefined && !isLabelKey(loadBalancerClass)) {
    const detail = 'a class is written as name or example.com/name';
    problems.invalid('load-balancer-class', path.child('loadBalancerClass'), loadBalancerClass, detail);
  }
}

function validateTraffic(problems: ProblemList, spec: ServiceSpec, path: FieldPath, version: KubernetesVersion): void {
  const { externalTrafficPolicy = '', healthCheckNodePort = 0, internalTrafficPolicy, type } = spec;
  const external = path.child('externalTrafficPolicy');
  if (isReachedFromOutside(spec)) {
    checkWord(problems, 'traffic-policy', externalTrafficPolicy, POLICIES, external);
  } else if (externalTrafficPolicy !== '') {
    const detail = 'may only be set where the Service is reached from outside the cluster';
    problems.invalid('traffic-policy', external, externalTrafficPolicy, detail);
  }
  if (healthCheckNodePort !== 0) {
    const place = path.child('healthCheckNodePort');
    if (type === 'LoadBalancer' && externalTrafficPolicy === 'Local') {
      checkPortNumber(problems, healthCheckNodePort, place);
    } else {
      const detail = 'may only be set where type is "LoadBalancer" and externalTrafficPolicy is "Local"';
      problems.invalid('health-check-port', place, healthCheckNodePort, detail);
    }
  }
  const internal = path.child('internalTrafficPolicy');
  checkOptionalWord(problems, 'traffic-policy', internalTrafficPolicy, POLICIES, internal);
  if (spec.trafficDistribution == null || !atLeast(version, '1.31')) return;
  const distributions = ['PreferClose', ...(atLeast(version, '1.34') ? ['PreferSameZone', 'PreferSameNode'] : [])];
  const place = path.child('trafficDistribution');
  checkOptionalWord(problems, 'traffic-distribution', spec.trafficDistribution, distributions, place);
}

/** A load balancer, a node port, or a cluster address that somebody routes traffic to from outside. */
function isReachedFromOutside({ type, externalIPs = [] }: ServiceSpec): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && externalIPs.length > 0);
}
