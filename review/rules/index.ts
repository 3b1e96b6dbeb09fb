import type { Rule } from '../rule';
import { noAddedCapabilities } from './no-added-capabilities';
import { noAggressiveProbes } from './no-aggressive-probes';
import { noBestEffort } from './no-best-effort';
import { noBidirectionalMount } from './no-bidirectional-mount';
import { noBindingForAll } from './no-binding-for-all';
import { noBroadSecretAccess } from './no-broad-secret-access';
import { noClusterAdmin } from './no-cluster-admin';
import { noCpuLimit } from './no-cpu-limit';
import { noDebugContainer } from './no-debug-container';
import { noDebugger } from './no-debugger';
import { noDefaultServiceAccount } from './no-default-service-account';
import { noDeletedClaims } from './no-deleted-claims';
import { noDependentLiveness } from './no-dependent-liveness';
import { noDevelopmentTag } from './no-development-tag';
import { noEarlyLiveness } from './no-early-liveness';
import { noEnvFromSecret } from './no-env-from-secret';
import { noEscalatingAccess } from './no-escalating-access';
import { noExternalIps } from './no-external-ips';
import { noExternalName } from './no-external-name';
import { noFiniteCommand } from './no-finite-command';
import { noFiniteProbes } from './no-finite-probes';
import { noFloatingTag } from './no-floating-tag';
import { noFrequentSchedule } from './no-frequent-schedule';
import { noFullOutageRollout } from './no-full-outage-rollout';
import { noHandWrittenReplicaSet } from './no-hand-written-replica-set';
import { noHardAntiAffinity } from './no-hard-anti-affinity';
import { noHeldRollout } from './no-held-rollout';
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
import { noLoneToleration } from './no-lone-toleration';
import { noLonelySharedVolume } from './no-lonely-shared-volume';
import { noLongLivedToken } from './no-long-lived-token';
import { noMemoryOvercommitment } from './no-memory-overcommitment';
import { noMigrationInInit } from './no-migration-in-init';
import { noMixedService } from './no-mixed-service';
import { noNakedPod } from './no-naked-pod';
import { noNodePort } from './no-node-port';
import { noNodeTakeover } from './no-node-takeover';
import { noOpenLoadBalancer } from './no-open-load-balancer';
import { noOpenNetworkPolicy } from './no-open-network-policy';
import { noPinnedNode } from './no-pinned-node';
import { noPolicyWithoutPods } from './no-policy-without-pods';
import { noPrivateKey } from './no-private-key';
import { noPrivilegeEscalation } from './no-privilege-escalation';
import { noPrivilegedContainer } from './no-privileged-container';
import { noPrivilegedPort } from './no-privileged-port';
import { noProbeHost } from './no-probe-host';
import { noPurposelessLogShipper } from './no-purposeless-log-shipper';
import { noRecreateInTraffic } from './no-recreate-in-traffic';
import { noReplicasBesideAutoscaler } from './no-replicas-beside-autoscaler';
import { noRequiredPodAffinity } from './no-required-pod-affinity';
import { noRuntimeSocket } from './no-runtime-socket';
import { noSecretInConfigMap } from './no-secret-in-config-map';
import { noSecretInEnv } from './no-secret-in-env';
import { noSecretInGit } from './no-secret-in-git';
import { noSensitiveHostPath } from './no-sensitive-host-path';
import { noServerInAPod } from './no-server-in-a-pod';
import { noServiceLinks } from './no-service-links';
import { noServiceWithoutPods } from './no-service-without-pods';
import { noSharedClaim } from './no-shared-claim';
import { noSharedProcessNamespace } from './no-shared-process-namespace';
import { noShellAccess } from './no-shell-access';
import { noShellWithoutShell } from './no-shell-without-shell';
import { noSingleReplica } from './no-single-replica';
import { noSshPort } from './no-ssh-port';
import { noStaleConfig } from './no-stale-config';
import { noStoreBesideApplication } from './no-store-beside-application';
import { noStrayPodInService } from './no-stray-pod-in-service';
import { noSystemPriority } from './no-system-priority';
import { noTailByDescriptor } from './no-tail-by-descriptor';
import { noTcpReadiness } from './no-tcp-readiness';
import { noTolerateAll } from './no-tolerate-all';
import { noUnboundedWait } from './no-unbounded-wait';
import { noUnconfinedAppArmor } from './no-unconfined-app-armor';
import { noUnmaskedProc } from './no-unmasked-proc';
import { noUnmountedVolume } from './no-unmounted-volume';
import { noUnsafeSysctls } from './no-unsafe-sysctls';
import { noUnusedToken } from './no-unused-token';
import { noWeakReason } from './no-weak-reason';
import { noWildcardAccess } from './no-wildcard-access';
import { requireAutoscalerRequests } from './require-autoscaler-requests';
import { requireConcurrencyPolicy } from './require-concurrency-policy';
import { requireContainerMetric } from './require-container-metric';
import { requireDisruptionBudget } from './require-disruption-budget';
import { requireDrain } from './require-drain';
import { requireDroppedCapabilities } from './require-dropped-capabilities';
import { requireEmptyDirSizeLimit } from './require-empty-dir-size-limit';
import { requireEphemeralStorage } from './require-ephemeral-storage';
import { requireExplicitRequests } from './require-explicit-requests';
import { requireFailedJobHistory } from './require-failed-job-history';
import { requireFsGroup } from './require-fs-group';
import { requireGoverningService } from './require-governing-service';
import { requireGuaranteedMemory } from './require-guaranteed-memory';
import { requireImageDigest } from './require-image-digest';
import { requireImageRegistry } from './require-image-registry';
import { requireIngressTls } from './require-ingress-tls';
import { requireJobCleanup } from './require-job-cleanup';
import { requireJobDeadline } from './require-job-deadline';
import { requireJobRetries } from './require-job-retries';
import { requireMemoryForSecrets } from './require-memory-for-secrets';
import { requireMemoryLimit } from './require-memory-limit';
import { requireNamespace } from './require-namespace';
import { requireNetworkPolicy } from './require-network-policy';
import { requireNonRoot } from './require-non-root';
import { requirePlacementReason } from './require-placement-reason';
import { requirePodSecurityLevel } from './require-pod-security-level';
import { requireQuotaAmounts } from './require-quota-amounts';
import { requireReadOnlyRoot } from './require-read-only-root';
import { requireReadinessProbe } from './require-readiness-probe';
import { requireReferencedObjects } from './require-referenced-objects';
import { requireResourceRequests } from './require-resource-requests';
import { requireRevisionHistory } from './require-revision-history';
import { requireSeccompProfile } from './require-seccomp-profile';
import { requireSidecarStartupProbe } from './require-sidecar-startup-probe';
import { requireSpread } from './require-spread';
import { requireStartingDeadline } from './require-starting-deadline';
import { requireStartupProbe } from './require-startup-probe';
import { requireTerminationMessage } from './require-termination-message';
import { requireTimeZone } from './require-time-zone';
import { requireVolumeWriter } from './require-volume-writer';
import { uniqueDisruptionBudgets } from './unique-disruption-budgets';
import { uniqueEnvNames } from './unique-env-names';
import { uniqueObjects } from './unique-objects';
import { uniqueSelectors } from './unique-selectors';
import { validAntiAffinitySelector } from './valid-anti-affinity-selector';
import { validAutoscalerBounds } from './valid-autoscaler-bounds';
import { validAutoscalerTarget } from './valid-autoscaler-target';
import { validConfigKeys } from './valid-config-keys';
import { validDisruptionBudget } from './valid-disruption-budget';
import { validDnsPolicy } from './valid-dns-policy';
import { validEnvReferences } from './valid-env-references';
import { validEnvironmentLabel } from './valid-environment-label';
import { validGracePeriod } from './valid-grace-period';
import { validImageName } from './valid-image-name';
import { validImagePullPolicy } from './valid-image-pull-policy';
import { validIngressBackend } from './valid-ingress-backend';
import { validMemorySuffix } from './valid-memory-suffix';
import { validMemoryVolume } from './valid-memory-volume';
import { validPodSecurityLevel } from './valid-pod-security-level';
import { validProbePort } from './valid-probe-port';
import { validResourceAmounts } from './valid-resource-amounts';
import { validScrapePort } from './valid-scrape-port';
import { validSpreadSelector } from './valid-spread-selector';
import { validTargetPort } from './valid-target-port';

/** Every rule of the review, in the order in which they are printed. */
export const RULES: readonly Rule[] = [
  noFloatingTag,
  noDevelopmentTag,
  requireImageDigest,
  requireImageRegistry,
  validImageName,
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
  noNakedPod,
  noHandWrittenReplicaSet,
  requireNamespace,
  uniqueObjects,
  noFiniteCommand,
  uniqueSelectors,
  noSingleReplica,
  requireSpread,
  requireDisruptionBudget,
  validDisruptionBudget,
  uniqueDisruptionBudgets,
  noFullOutageRollout,
  noRecreateInTraffic,
  noHeldRollout,
  requireRevisionHistory,
  noSharedClaim,
  noDeletedClaims,
  requireGoverningService,
  requireJobDeadline,
  requireJobRetries,
  requireJobCleanup,
  requireConcurrencyPolicy,
  requireStartingDeadline,
  requireTimeZone,
  noFrequentSchedule,
  requireFailedJobHistory,
  noPinnedNode,
  requirePlacementReason,
  noLoneToleration,
  noTolerateAll,
  noHardAntiAffinity,
  validAntiAffinitySelector,
  validSpreadSelector,
  noRequiredPodAffinity,
  noSystemPriority,
  noReplicasBesideAutoscaler,
  validAutoscalerTarget,
  validAutoscalerBounds,
  requireAutoscalerRequests,
  requireContainerMetric,
  noServiceWithoutPods,
  noMixedService,
  noStrayPodInService,
  validTargetPort,
  validScrapePort,
  noNodePort,
  noOpenLoadBalancer,
  noExternalName,
  noExternalIps,
  validIngressBackend,
  requireIngressTls,
  requireNetworkPolicy,
  noPolicyWithoutPods,
  noOpenNetworkPolicy,
  validConfigKeys,
  requireReferencedObjects,
  noSecretInGit,
  noSecretInConfigMap,
  requirePodSecurityLevel,
  validPodSecurityLevel,
  requireQuotaAmounts,
  validEnvironmentLabel,
  noClusterAdmin,
  noWildcardAccess,
  noBroadSecretAccess,
  noShellAccess,
  noEscalatingAccess,
  noBindingForAll,
];
