import { minorOf, type KubernetesVersion } from '../version';

/**
 * A field or a rule that the API server switches by a feature gate. As long as the gate is off, the server drops the
 * field before it validates (or keeps the older rule), so that nothing is to be said about the value.
 */
export type Gate = keyof typeof ON_SINCE;

/** Whether a gate is on in the server's default configuration. */
export function isOn(gate: Gate, version: KubernetesVersion): boolean {
  return minorOf(version) >= ON_SINCE[gate];
}

/**
 * The first version whose default configuration has the gate on, by its second number: 29 for 1.29.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
const ON_SINCE = {
  podHostIPs: 29,
  sidecarContainers: 29,
  sleepAction: 30,
  recursiveReadOnly: 31,
  hostUsers: 33,
  procMount: 33,
  resizePolicy: 33,
  seLinuxChangePolicy: 33,
  supplementalGroupsPolicy: 33,
  zeroSleep: 33,
  noDevicesForOwnUsers: 34,
  podLevelResources: 34,
  resourceClaims: 34,
  containerRestartRules: 35,
  fileKeyRef: 35,
  hostnameOverride: 35,
  imageVolumes: 35,
  noResizeOfInitContainers: 36,
  restartAllContainers: 36,
  strictIpAddresses: 36,
} as const satisfies Readonly<Record<string, number>>;
