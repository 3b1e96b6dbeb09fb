import type { Rule } from '../../rule';
import { noExternalIps } from '../no-external-ips';
import { noExternalName } from '../no-external-name';
import { noMixedService } from '../no-mixed-service';
import { noNodePort } from '../no-node-port';
import { noOpenLoadBalancer } from '../no-open-load-balancer';
import { noOpenNetworkPolicy } from '../no-open-network-policy';
import { noPolicyWithoutPods } from '../no-policy-without-pods';
import { noServiceWithoutPods } from '../no-service-without-pods';
import { noStrayPodInService } from '../no-stray-pod-in-service';
import { requireIngressTls } from '../require-ingress-tls';
import { requireNetworkPolicy } from '../require-network-policy';
import { validIngressBackend } from '../valid-ingress-backend';
import { validMonitor } from '../valid-monitor';
import { validScrapePort } from '../valid-scrape-port';
import { validTargetPort } from '../valid-target-port';

/** Services, Ingresses and NetworkPolicies: who reaches whom. */
export const TRAFFIC_RULES: readonly Rule[] = [
  noServiceWithoutPods,
  noMixedService,
  noStrayPodInService,
  validTargetPort,
  validScrapePort,
  validMonitor,
  noNodePort,
  noOpenLoadBalancer,
  noExternalName,
  noExternalIps,
  validIngressBackend,
  requireIngressTls,
  requireNetworkPolicy,
  noPolicyWithoutPods,
  noOpenNetworkPolicy,
];
