import type { Rule } from '../rule';
import { noAddedCapabilities } from './no-added-capabilities';
import { noAggressiveProbes } from './no-aggressive-probes';
import { noBestEffort } from './no-best-effort';
import { noBidirectionalMount } from './no-bidirectional-mount';
import { noCpuLimit } from './no-cpu-limit';
import { noDebugContainer } from './no-debug-container';
import { noDebugger } from './no-debugger';
import { noDefaultServiceAccount } from './no-default-service-account';
import { noDependentLiveness } from './no-dependent-liveness';
import { noDevelopmentTag } from './no-development-tag';
import { noEarlyLiveness } from './no-early-liveness';
import { noEnvFromSecret } from './no-env-from-secret';
import { noFiniteProbes } from './no-finite-probes';
import { noFloatingTag } from './no-floating-tag';
import { noHelperReadiness } from './no-helper-readiness';
import { noHiddenImageContent } from './no-hidden-image-content';
import { noHostAliases } from './no-host-aliases';
import { noHostNamespaces } from './no-host-namespaces';
import { noHostPath } from './no-host-path';
import { noHostPort } from './no-host-port';
import { noHostProcess } from './no-host-process';
import { noIdenticalProbes } from './no-identical-probes';
import { noIdleContainer } from './no-idle-container';
import { noInteractiveTerminal } from './no-interactive-terminal';
import { noLegacySidecar } from './no-legacy-sidecar';
import { noLiteralAddress } from './no-literal-address';
import { noLiteralSecret } from './no-literal-secret';
import { noLonelySharedVolume } from './no-lonely-shared-volume';
import { noLongLivedToken } from './no-long-lived-token';
import { noMemoryOvercommitment } from './no-memory-overcommitment';
import { noMigrationInInit } from './no-migration-in-init';
import { noNodeTakeover } from './no-node-takeover';
import { noPrivateKey } from './no-private-key';
import { noPrivilegeEscalation } from './no-privilege-escalation';
import { noPrivilegedContainer } from './no-privileged-container';
import { noPrivilegedPort } from './no-privileged-port';
import { noProbeHost } from './no-probe-host';
import { noPurposelessLogShipper } from './no-purposeless-log-shipper';
import { noRuntimeSocket } from './no-runtime-socket';
import { noSecretInEnv } from './no-secret-in-env';
import { noSensitiveHostPath } from './no-sensitive-host-path';
import { noServerInAPod } from './no-server-in-a-pod';
import { noServiceLinks } from './no-service-links';
import { noSharedProcessNamespace } from './no-shared-process-namespace';
import { noShellWithoutShell } from './no-shell-without-shell';
import { noSshPort } from './no-ssh-port';
import { noStaleConfig } from './no-stale-config';
import { noStoreBesideApplication } from './no-store-beside-application';
import { noTailByDescriptor } from './no-tail-by-descriptor';
import { noTcpReadiness } from './no-tcp-readiness';
import { noUnboundedWait } from './no-unbounded-wait';
import { noUnconfinedAppArmor } from './no-unconfined-app-armor';
import { noUnmaskedProc } from './no-unmasked-proc';
import { noUnmountedVolume } from './no-unmounted-volume';
import { noUnsafeSysctls } from './no-unsafe-sysctls';
import { noUnusedToken } from './no-unused-token';
import { noWeakReason } from './no-weak-reason';
import { requireDrain } from './require-drain';
import { requireDroppedCapabilities } from './require-dropped-capabilities';
import { requireEmptyDirSizeLimit } from './require-empty-dir-size-limit';
import { requireEphemeralStorage } from './require-ephemeral-storage';
import { requireExplicitRequests } from './require-explicit-requests';
import { requireFsGroup } from './require-fs-group';
import { requireGuaranteedMemory } from './require-guaranteed-memory';
import { requireImageDigest } from './require-image-digest';
import { requireImageRegistry } from './require-image-registry';
import { requireMemoryForSecrets } from './require-memory-for-secrets';
import { requireMemoryLimit } from './require-memory-limit';
import { requireNonRoot } from './require-non-root';
import { requireReadOnlyRoot } from './require-read-only-root';
import { requireReadinessProbe } from './require-readiness-probe';
import { requireResourceRequests } from './require-resource-requests';
import { requireSeccompProfile } from './require-seccomp-profile';
import { requireSidecarStartupProbe } from './require-sidecar-startup-probe';
import { requireStartupProbe } from './require-startup-probe';
import { requireTerminationMessage } from './require-termination-message';
import { requireVolumeWriter } from './require-volume-writer';
import { uniqueEnvNames } from './unique-env-names';
import { validDnsPolicy } from './valid-dns-policy';
import { validEnvReferences } from './valid-env-references';
import { validGracePeriod } from './valid-grace-period';
import { validImagePullPolicy } from './valid-image-pull-policy';
import { validMemorySuffix } from './valid-memory-suffix';
import { validMemoryVolume } from './valid-memory-volume';
import { validProbePort } from './valid-probe-port';
import { validResourceAmounts } from './valid-resource-amounts';

/** Every rule of the review, in the order in which they are printed. */
export const RULES: readonly Rule[] = [
  noFloatingTag,
  noDevelopmentTag,
  requireImageDigest,
  requireImageRegistry,
  validImagePullPolicy,
  noBestEffort,
  requireResourceRequests,
  requireMemoryLimit,
  requireExplicitRequests,
  validResourceAmounts,
  validMemorySuffix,
  noCpuLimit,
  noMemoryOvercommitment,
  requireGuaranteedMemory,
  requireEphemeralStorage,
  requireReadinessProbe,
  noIdenticalProbes,
  noDependentLiveness,
  noEarlyLiveness,
  requireStartupProbe,
  requireSidecarStartupProbe,
  noHelperReadiness,
  noAggressiveProbes,
  noTcpReadiness,
  noShellWithoutShell,
  noFiniteProbes,
  validProbePort,
  noProbeHost,
  validGracePeriod,
  requireDrain,
  noLegacySidecar,
  noServerInAPod,
  noStoreBesideApplication,
  noPurposelessLogShipper,
  noMigrationInInit,
  noUnboundedWait,
  noTailByDescriptor,
  noIdleContainer,
  noDebugContainer,
  noDebugger,
  noInteractiveTerminal,
  noWeakReason,
  noSharedProcessNamespace,
  requireTerminationMessage,
  noNodeTakeover,
  noPrivilegedContainer,
  noHostProcess,
  noHostNamespaces,
  noRuntimeSocket,
  noSensitiveHostPath,
  noHostPath,
  noBidirectionalMount,
  noHostPort,
  noAddedCapabilities,
  requireDroppedCapabilities,
  noPrivilegeEscalation,
  requireNonRoot,
  requireSeccompProfile,
  noUnconfinedAppArmor,
  requireReadOnlyRoot,
  noUnmaskedProc,
  noUnsafeSysctls,
  noPrivilegedPort,
  noSshPort,
  noDefaultServiceAccount,
  noUnusedToken,
  noLongLivedToken,
  noPrivateKey,
  noLiteralSecret,
  noSecretInEnv,
  noEnvFromSecret,
  requireMemoryForSecrets,
  uniqueEnvNames,
  validEnvReferences,
  noServiceLinks,
  noLiteralAddress,
  noHostAliases,
  validDnsPolicy,
  requireEmptyDirSizeLimit,
  validMemoryVolume,
  noUnmountedVolume,
  requireVolumeWriter,
  noLonelySharedVolume,
  noHiddenImageContent,
  noStaleConfig,
  requireFsGroup,
];
