import type { Rule } from '../../rule';
import { noAddedCapabilities } from '../no-added-capabilities';
import { noBidirectionalMount } from '../no-bidirectional-mount';
import { noHostNamespaces } from '../no-host-namespaces';
import { noHostPath } from '../no-host-path';
import { noHostPort } from '../no-host-port';
import { noHostProcess } from '../no-host-process';
import { noNodeTakeover } from '../no-node-takeover';
import { noPrivilegeEscalation } from '../no-privilege-escalation';
import { noPrivilegedContainer } from '../no-privileged-container';
import { noPrivilegedPort } from '../no-privileged-port';
import { noRuntimeSocket } from '../no-runtime-socket';
import { noSensitiveHostPath } from '../no-sensitive-host-path';
import { noSshPort } from '../no-ssh-port';
import { noUnconfinedAppArmor } from '../no-unconfined-app-armor';
import { noUnmaskedProc } from '../no-unmasked-proc';
import { noUnsafeSysctls } from '../no-unsafe-sysctls';
import { requireDroppedCapabilities } from '../require-dropped-capabilities';
import { requireNonRoot } from '../require-non-root';
import { requireReadOnlyRoot } from '../require-read-only-root';
import { requireSeccompProfile } from '../require-seccomp-profile';

/** What a container may do to its node and to itself. */
export const PRIVILEGE_RULES: readonly Rule[] = [
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
];
