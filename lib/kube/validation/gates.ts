import { atLeast, type KubernetesVersion } from '../version';

/**
 * A field or a rule that the API server switches by a feature gate. As long as the gate is off, the server drops the
 * field before it validates (or keeps the older rule), so that nothing is to be said about the value.
 */
export type Gate = keyof typeof ON_SINCE;

/** Whether a gate is on in the server's default configuration. */
export function isOn(gate: Gate, version: KubernetesVersion): boolean {
  return atLeast(version, ON_SINCE[gate]);
}

/**
 * The first version whose default configuration has the gate on.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
const ON_SINCE = {
  podHostIPs: '1.29',
  sidecarContainers: '1.29',
  sleepAction: '1.30',
  recursiveReadOnly: '1.31',
  hostUsers: '1.33',
  procMount: '1.33',
  resizePolicy: '1.33',
  seLinuxChangePolicy: '1.33',
  supplementalGroupsPolicy: '1.33',
  zeroSleep: '1.33',
  noDevicesForOwnUsers: '1.34',
  podLevelResources: '1.34',
  resourceClaims: '1.34',
  containerRestartRules: '1.35',
  fileKeyRef: '1.35',
  hostnameOverride: '1.35',
  imageVolumes: '1.35',
  noResizeOfInitContainers: '1.36',
  restartAllContainers: '1.36',
  strictIpAddresses: '1.36',
} as const satisfies Readonly<Record<string, KubernetesVersion>>;
