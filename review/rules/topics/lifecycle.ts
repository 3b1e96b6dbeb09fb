import type { Rule } from '../../rule';
import { noAggressiveProbes } from '../no-aggressive-probes';
import { noDeafShell } from '../no-deaf-shell';
import { noDependentLiveness } from '../no-dependent-liveness';
import { noEarlyLiveness } from '../no-early-liveness';
import { noFiniteProbes } from '../no-finite-probes';
import { noHelperReadiness } from '../no-helper-readiness';
import { noIdenticalProbes } from '../no-identical-probes';
import { noProbeHost } from '../no-probe-host';
import { noShellWithoutShell } from '../no-shell-without-shell';
import { noTcpReadiness } from '../no-tcp-readiness';
import { requireDrain } from '../require-drain';
import { requireReadinessProbe } from '../require-readiness-probe';
import { requireSidecarStartupProbe } from '../require-sidecar-startup-probe';
import { requireStartupProbe } from '../require-startup-probe';
import { validGracePeriod } from '../valid-grace-period';
import { validProbePort } from '../valid-probe-port';

/** Probes and hooks: how containers start, say that they are well, and stop. */
export const LIFECYCLE_RULES: readonly Rule[] = [
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
  noDeafShell,
];
