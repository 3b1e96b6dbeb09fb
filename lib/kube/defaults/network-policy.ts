import type { NetworkPolicyPort, NetworkPolicySpec } from '../api/network-policy';

/** A NetworkPolicy's spec with the fields that the API server fills in. */
export function networkPolicySpecDefaults(spec: NetworkPolicySpec): NetworkPolicySpec {
  const { egress, ingress, policyTypes = [] } = spec;
  const implied = (egress ?? []).length > 0 ? (['Ingress', 'Egress'] as const) : (['Ingress'] as const);
  return {
    ...spec,
    policyTypes: policyTypes.length > 0 ? policyTypes : implied,
    ...(ingress && { ingress: withProtocols(ingress) }),
    ...(egress && { egress: withProtocols(egress) }),
  };
}

function withProtocols<Rule extends { readonly ports?: readonly NetworkPolicyPort[] }>(rules: readonly Rule[]): Rule[] {
  return rules.map((rule) => ({
    ...rule,
    ...(rule.ports && { ports: rule.ports.map((port) => ({ ...port, protocol: port.protocol ?? 'TCP' })) }),
  }));
}
