import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicySpec } from '../api/network-policy';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { validateIpBlock } from './ip-block';
import { validateLabelSelector } from './label-selector';
import { validateObjectMeta } from './metadata';
import { checkPortName } from './name-checks';
import { checkOptionalWord, checkPortNumber } from './value-checks';
import type { Written } from './written';

const PROTOCOLS: readonly string[] = ['SCTP', 'TCP', 'UDP'];
const POLICY_TYPES: readonly string[] = ['Egress', 'Ingress'];

/**
 * Judges a NetworkPolicy, defaults filled in.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function validateNetworkPolicy(problems: ProblemList, policy: NetworkPolicy, version: KubernetesVersion): void {
  validateObjectMeta(problems, policy.metadata, FieldPath.of('metadata'), { kind: 'NetworkPolicy', version });
  const path = FieldPath.of('spec');
  const { egress = [], ingress = [], podSelector, policyTypes = [] } = policy.spec ?? {};
  validateLabelSelector(problems, podSelector, path.child('podSelector'));
  ingress.forEach(({ from = [], ports = [] }, position) => {
    const place = path.child('ingress').index(position);
    validatePorts(problems, ports, place.child('ports'));
    validatePeers(problems, from, place.child('from'), version);
  });
  egress.forEach(({ ports = [], to = [] }, position) => {
    const place = path.child('egress').index(position);
    validatePorts(problems, ports, place.child('ports'));
    validatePeers(problems, to, place.child('to'), version);
  });
  validatePolicyTypes(problems, policyTypes, path.child('policyTypes'));
}

function validatePolicyTypes(
  problems: ProblemList,
  types: NonNullable<NetworkPolicySpec['policyTypes']>,
  path: FieldPath,
): void {
  if (types.length > POLICY_TYPES.length) {
    problems.invalid('policy-types', path, types, `must not be more than ${POLICY_TYPES.length}`);
    return;
  }
  types.forEach((type, position) => {
    checkOptionalWord(problems, 'policy-types', type, POLICY_TYPES, path.index(position));
  });
}

function validatePorts(problems: ProblemList, ports: readonly Written<NetworkPolicyPort>[], path: FieldPath): void {
  ports.forEach(({ endPort, port, protocol }, position) => {
    const place = path.index(position);
    checkOptionalWord(problems, 'port-protocol', protocol, PROTOCOLS, place.child('protocol'));
    if (typeof port === 'number') checkPortNumber(problems, port, place.child('port'));
    else if (port !== undefined) checkPortName(problems, port, place.child('port'));
    if (endPort !== undefined) validateEndPort(problems, endPort, port, place.child('endPort'));
  });
}

function validateEndPort(
  problems: ProblemList,
  endPort: number,
  port: NetworkPolicyPort['port'],
  path: FieldPath,
): void {
  if (typeof port !== 'number') {
    problems.invalid('end-port', path, endPort, 'may only be set beside a port that is a number');
    return;
  }
  if (endPort < port) problems.invalid('end-port', path, endPort, `must not be less than port, which is ${port}`);
  checkPortNumber(problems, endPort, path);
}

/** The two selectors may stand side by side; a block of addresses stands alone. */
function validatePeers(
  problems: ProblemList,
  peers: readonly NetworkPolicyPeer[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  peers.forEach(({ ipBlock, namespaceSelector, podSelector }, position) => {
    const place = path.index(position);
    const selects = podSelector !== undefined || namespaceSelector !== undefined;
    validateLabelSelector(problems, podSelector, place.child('podSelector'));
    validateLabelSelector(problems, namespaceSelector, place.child('namespaceSelector'));
    if (ipBlock !== undefined) validateIpBlock(problems, ipBlock, place.child('ipBlock'), version);
    if (ipBlock === undefined && !selects) {
      problems.required('network-peer', place, 'podSelector, namespaceSelector or ipBlock');
    } else if (ipBlock !== undefined && selects) {
      problems.forbidden('network-peer', place, 'ipBlock and the selectors exclude each other');
    }
  });
}
